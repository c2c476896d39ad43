import { insertAttribute, insertChild, removeAttribute } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { XmlDocument } from '../../xml/tree.ts';
import type { Rule } from '../rule.ts';
import { findVirtualport, misplacedParameters, type Virtualport, virtualportHolders } from './parameters.ts';

/** Parameters on `<virtualport>` itself. */
export const misplacedParameter: Rule = {
  code: 'virtualport/misplaced-parameter',
  severity: 'error',
  covers: ['VP27'],
  replaces: ['schema/unknown-attribute', 'schema/attribute-not-for-type'],
  page: {
    title: 'Virtual port parameter outside `<parameters>`',
    explanation: `libvirt reads \`managerid\`, \`profileid\` and the others from the \`<parameters>\` child only. As attributes of \`<virtualport>\` they are passed over, and the ones that the type demands are then missing: \`missing profileid in <virtualport type='802.1Qbh'>\`.`,
    bad: "<interface type='direct'>\n  <source dev='eth0' mode='private'/>\n  <virtualport type='802.1Qbh' profileid='finance'/>\n</interface>",
    good: "<interface type='direct'>\n  <source dev='eth0' mode='private'/>\n  <virtualport type='802.1Qbh'>\n    <parameters profileid='finance'/>\n  </virtualport>\n</interface>",
  },
  on: virtualportHolders,
  check(element, { document, report }) {
    const virtualport = findVirtualport(element);
    if (!virtualport) return;
    for (const { name, nameRange } of misplacedParameters(virtualport)) {
      report({
        range: nameRange,
        message: `${name} stands on <virtualport> itself, where libvirt does not read it. Move it to <parameters ${name}=…/> inside.`,
        fixes: () => [
          {
            title: 'Move the parameters into <parameters>',
            preferred: true,
            safe: true,
            edits: moveParameters(document.xml, virtualport),
          },
        ],
      });
    }
  },
};

/** What stands in `<parameters>` already wins: it is what libvirt reads now. */
function moveParameters(document: XmlDocument, virtualport: Virtualport): readonly TextEdit[] {
  const { xml, parameters } = virtualport;
  const misplaced = misplacedParameters(virtualport);
  const removals = misplaced.flatMap(attribute => removeAttribute(document, attribute));
  if (!parameters) {
    const attributes = misplaced.map(({ name, rawValue, quote = "'" }) => ` ${name}=${quote}${rawValue}${quote}`);
    return [...removals, ...insertChild(document, xml, `<parameters${attributes.join('')}/>`)];
  }
  const insertions = misplaced
    .filter(({ name }) => !findAttribute(parameters, name))
    .flatMap(({ name, value }) => insertAttribute(document, parameters, name, value));
  return [...removals, ...insertions];
}
