import type { BoundDocument, BoundElement } from '../../binding/model.ts';
import type { Generator } from '../../rules/finding.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { locate } from '../../xml/locate.ts';
import { ancestors } from '../../xml/query.ts';
import type { TextRange } from '../../xml/range.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { CodeAction } from '../model.ts';
import { createInterfaceConverter } from './convertInterface.ts';

export type RefactoringsFinder = (document: BoundDocument, range: TextRange) => readonly CodeAction[];

/** What can be made of the interface whose start tag, or that of its source, the range begins in. */
export function createRefactoringsFinder(generator: Generator): RefactoringsFinder {
  const convertInterface = createInterfaceConverter(generator);
  return (document, range) => {
    const device = findInterface(document, range.start);
    return device ? convertInterface(document, device) : [];
  };
}

/** In a start tag only: the offers would be in the way on every line of the interface. */
function findInterface(document: BoundDocument, offset: number): BoundElement | undefined {
  if (!document.kind) return undefined;
  const { element } = locate(document.xml, offset);
  if (!element || offset > element.startTag.end) return undefined;
  const near: readonly XmlElement[] = [element, ...ancestors(element)].slice(0, 2);
  return near
    .map(candidate => document.bound(candidate))
    .find(bound => bound?.declaration === interfaceDevice && (bound.xml === element || element.name === 'source'));
}
