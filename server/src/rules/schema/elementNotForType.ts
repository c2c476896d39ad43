import type { BoundElement } from '../../binding/model.ts';
import { removeElement } from '../../xml/edit.ts';
import { childElements } from '../../xml/query.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { changeDecider, describePlace } from './decider.ts';
import { elementNotForTypeMessage } from './libvirtMessages.ts';
import { findOtherPlace, type OtherPlace } from './otherPlace.ts';

/** An element that libvirt knows here, but not with the type that is written. */
export const elementNotForType: Rule = {
  code: 'schema/element-not-for-type',
  severity: 'error',
  covers: ['VP01', 'IF038', 'CO04'],
  page: {
    title: 'Element that belongs to another type',
    explanation:
      'What may stand inside an element often depends on one of its attributes, mostly `type`. The element is known here, but not with the value that is written: libvirt refuses it, or passes over it without a message. Change the type, or remove the element.',
    bad: "<interface type='ethernet'>\n  <target dev='tap7'/>\n  <virtualport type='openvswitch'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <target dev='tap7'/>\n  <virtualport type='openvswitch'/>\n</interface>",
  },
  on: 'every element',
  check(element, { document, report }) {
    if (element.body.open) return;
    for (const child of childElements(element.xml)) {
      if (document.bound(child)) continue;
      const place = findOtherPlace(element, 'child', child.name);
      if (!place) continue;
      const libvirtMessage = elementNotForTypeMessage(element.xml, child.name);
      report({
        range: child.nameRange,
        message: `<${child.name}> belongs to ${describePlace(place)}. ${consequence(element, child)}`,
        ...(libvirtMessage !== undefined && { libvirtMessage }),
        fixes: () => fixes(document.xml, child, place),
      });
    }
  },
};

function consequence(element: BoundElement, child: XmlElement): string {
  return `libvirt refuses it here or passes over it: remove <${child.name}>, or change what decides about <${element.xml.name}>.`;
}

function fixes(document: XmlDocument, child: XmlElement, place: OtherPlace): readonly Fix[] {
  return [
    { title: `Remove <${child.name}>`, preferred: true, edits: removeElement(document, child) },
    ...changeDecider(document, place),
  ];
}
