import { findNamespace } from '../../binding/declaredChild.ts';
import type { BoundElement } from '../../binding/model.ts';
import { findSimilar } from '../../schema/datatypes/similarity.ts';
import { removeElement, renameElement } from '../../xml/edit.ts';
import { childElements } from '../../xml/query.ts';
import type { XmlDocument, XmlElement } from '../../xml/tree.ts';
import type { Fix } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { didYouMean, listNames } from '../wording.ts';
import { findOtherPlace } from './otherPlace.ts';

/** An element that libvirt knows nowhere below its parent. */
export const unknownElement: Rule = {
  code: 'schema/unknown-element',
  severity: 'error',
  covers: ['IF041', 'CO04'],
  page: {
    title: 'Element that libvirt does not know here',
    explanation:
      'libvirt looks for the elements it knows and passes over all others. A misspelt element is therefore **lost without a message** when the document is defined: `<modle type="virtio"/>` leaves the guest with the default card. Only the schema notices, which `virsh edit` and `virsh define --validate` ask.',
    bad: "<interface type='network'>\n  <source network='default'/>\n  <modle type='virtio'/>\n</interface>",
    good: "<interface type='network'>\n  <source network='default'/>\n  <model type='virtio'/>\n</interface>",
  },
  on: 'every element',
  check(element, { document, report }) {
    if (element.body.open) return;
    let free: readonly string[] | undefined;
    for (const child of childElements(element.xml)) {
      if (child.name === '' || document.bound(child)) continue;
      if (findOtherPlace(element, 'child', child.name)) continue;
      free ??= freeChildren(element);
      // Another application's namespace: its names are no misspelling of libvirt's.
      const near = findNamespace(child) === undefined ? findSimilar(child.name, free) : [];
      report({
        range: child.nameRange,
        message: `<${child.name}> is unknown inside <${element.xml.name}>: virsh define drops it without a word, virsh edit and --validate refuse it. ${advice(element, near)}`,
        fixes: () => fixes(document.xml, child, near),
      });
    }
  },
};

function advice(element: BoundElement, near: readonly string[]): string {
  if (near.length > 0) return didYouMean(near.map(name => `<${name}>`));
  const known = [...element.body.children.keys()].map(name => `<${name}>`);
  return known.length > 0 ? `Here may stand ${listNames(known, 'and')}.` : `<${element.xml.name}> takes no elements.`;
}

/** Names of the elements that may still stand here. */
function freeChildren(element: BoundElement): readonly string[] {
  const present = new Set(childElements(element.xml).map(other => other.name));
  return [...element.body.children.values()]
    .filter(declared => declared.repeatable || !present.has(declared.element.name))
    .map(declared => declared.element.name);
}

function fixes(document: XmlDocument, child: XmlElement, near: readonly string[]): readonly Fix[] {
  return [
    ...near.map(
      (name, index): Fix => ({
        title: `Change <${child.name}> to <${name}>`,
        ...(index === 0 && { preferred: true }),
        edits: renameElement(document, child, name),
      }),
    ),
    {
      title: `Remove <${child.name}>`,
      ...(near.length === 0 && { preferred: true }),
      edits: removeElement(document, child),
    },
  ];
}
