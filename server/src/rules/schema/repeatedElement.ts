import { removeElement } from '../../xml/edit.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';

/** A second element where one is all that libvirt reads. */
export const repeatedElement: Rule = {
  code: 'schema/repeated-element',
  severity: 'error',
  covers: ['IF040', 'VP30', 'BW16'],
  page: {
    title: 'Element that may stand only once',
    explanation:
      'libvirt reads the first of these elements and passes over the others without a message; its schema, which `virsh edit` and `virsh define --validate` ask, refuses the second one. Keep the one that you mean.',
    bad: "<interface type='bridge'>\n  <source bridge='br0'/>\n  <source bridge='br1'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='br0'/>\n</interface>",
  },
  on: 'every element',
  check(element, { document, report }) {
    if (element.children.length < 2) return;
    const first = new Map<string, XmlElement>();
    for (const { xml: child } of element.children) {
      const declared = element.body.children.get(child.name);
      if (!declared || declared.repeatable) continue;
      const earlier = first.get(child.name);
      if (!earlier) {
        first.set(child.name, child);
        continue;
      }
      report({
        range: child.nameRange,
        message: `A second <${child.name}> in <${element.xml.name}>: virsh define reads only the first one, virsh edit and --validate refuse this. Remove one of them.`,
        related: [{ range: earlier.nameRange, message: `The first <${child.name}>, which libvirt reads` }],
        fixes: () => [
          { title: `Remove this <${child.name}>`, preferred: true, edits: removeElement(document.xml, child) },
          { title: `Remove the first <${child.name}>`, edits: removeElement(document.xml, earlier) },
        ],
      });
    }
  },
};
