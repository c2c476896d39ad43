import type { BoundDocument, BoundElement } from '../../binding/model.ts';
import type { Generator } from '../../rules/finding.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { locate } from '../../xml/locate.ts';
import type { TextRange } from '../../xml/range.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { CodeAction } from '../model.ts';
import { convertHostdev } from './convertHostdev.ts';
import { createInterfaceConverter } from './convertInterface.ts';
import { addIsolatedInterface } from './isolatedInterface.ts';
import { renewIdentity, renewMac } from './renewIdentity.ts';

export type RefactoringsFinder = (document: BoundDocument, range: TextRange) => readonly CodeAction[];

/** What can be made of the element whose start tag the range begins in; elsewhere the offers would be in the way. */
export function createRefactoringsFinder(generator: Generator): RefactoringsFinder {
  const convertInterface = createInterfaceConverter(generator);
  return (document, range) => {
    const element = document.kind && findStartTag(document, range.start);
    if (!element) return [];
    const device = findInterface(document, element);
    return [
      ...(device ? convertInterface(document, device) : []),
      ...(device ? addIsolatedInterface(document, device.xml, generator) : []),
      ...renewMac(document, element, generator),
      ...convertHostdev(document, element),
      ...renewIdentity(document, element, generator),
    ];
  };
}

function findStartTag(document: BoundDocument, offset: number): XmlElement | undefined {
  const { element } = locate(document.xml, offset);
  return element && offset <= element.startTag.end ? element : undefined;
}

/** The interface whose tag it is, or that of its source. */
function findInterface(document: BoundDocument, element: XmlElement): BoundElement | undefined {
  const near = element.name === 'source' ? element.parent : element;
  const bound = near && document.bound(near);
  return bound?.declaration === interfaceDevice ? bound : undefined;
}
