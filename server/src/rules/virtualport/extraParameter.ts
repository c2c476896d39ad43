import { removeAttribute, renameAttribute } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { XmlAttribute, XmlDocument } from '../../xml/tree.ts';
import type { Fix, Generator } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { listNames } from '../wording.ts';
import { completeVirtualport } from './complete.ts';
import {
  allowedParameters,
  conversions,
  findVirtualport,
  type Virtualport,
  type VirtualportType,
  virtualportHolders,
  writtenParameters,
} from './parameters.ts';

/** A parameter of another virtual port type. */
export const extraParameter: Rule = {
  code: 'virtualport/extra-parameter',
  severity: 'error',
  covers: ['VP07', 'VP08', 'VP09', 'VP10'],
  replaces: ['schema/attribute-not-for-type', 'schema/unknown-attribute'],
  page: {
    title: 'Parameter that the virtual port type does not take',
    explanation: `Each type of virtual port has parameters of its own:

| type | parameters |
|---|---|
| \`802.1Qbg\` | \`managerid\`, \`typeid\`, \`typeidversion\`, and \`instanceid\` if you like |
| \`802.1Qbh\` | \`profileid\` |
| \`openvswitch\` | \`interfaceid\` and \`profileid\` if you like |
| \`midonet\` | \`interfaceid\` |

libvirt refuses any other: \`extra profileid unsupported in <virtualport type='802.1Qbg'>\`. Beside \`midonet\` it drops them without a message, and only its schema refuses them.`,
    bad: "<interface type='direct'>\n  <source dev='eth0.2' mode='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='11' typeid='1193047' typeidversion='2' profileid='finance'/>\n  </virtualport>\n</interface>",
    good: "<interface type='direct'>\n  <source dev='eth0.2' mode='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='11' typeid='1193047' typeidversion='2'/>\n  </virtualport>\n</interface>",
  },
  on: virtualportHolders,
  check(element, { document, report }) {
    const virtualport = findVirtualport(element);
    const { type } = virtualport ?? {};
    if (!virtualport || !type) return;
    const allowed = allowedParameters(type);
    for (const attribute of writtenParameters(virtualport)) {
      const { name, nameRange } = attribute;
      if (allowed.includes(name)) continue;
      report({
        range: nameRange,
        message: `${name} is no parameter of ${type}. libvirt ${
          type === 'midonet' ? 'drops it, and its schema refuses it' : 'refuses the document'
        }. ${type} takes ${listNames(allowed, 'and')}.`,
        ...(type !== 'midonet' && {
          libvirtMessage: `extra ${name} unsupported in <virtualport type='${type}'>`,
        }),
        fixes: generator => fixes(document.xml, virtualport, type, attribute, generator),
      });
    }
  },
};

function fixes(
  document: XmlDocument,
  virtualport: Virtualport,
  type: VirtualportType,
  attribute: XmlAttribute,
  generator: Generator,
): readonly Fix[] {
  const others = conversions(virtualport, type);
  const sibling = siblingName(type, attribute);
  const change: readonly Fix[] = others.map(other => ({
    title: `Change the type to ${other}, which takes ${attribute.name}`,
    edits: completeVirtualport(document, virtualport, other, generator),
  }));
  const rename: readonly Fix[] =
    sibling === undefined
      ? []
      : [{ title: `Change ${attribute.name} to ${sibling}`, edits: renameAttribute(document, attribute, sibling) }];
  const remove: Fix = { title: `Remove ${attribute.name}`, edits: removeAttribute(document, attribute) };
  // Which type is meant is clear only when there is one choice.
  const ordered = others.length === 1 ? [...change, ...rename, remove] : [...rename, remove, ...change];
  return ordered.map((fix, index) => (index === 0 ? { ...fix, preferred: true } : fix));
}

/** Two parameters hold the UUID of the port: `instanceid` for 802.1Qbg, `interfaceid` for Open vSwitch and MidoNet. */
function siblingName(type: VirtualportType, attribute: XmlAttribute): string | undefined {
  const other = { instanceid: 'interfaceid', interfaceid: 'instanceid' }[attribute.name];
  return other !== undefined && allowedParameters(type).includes(other) && !findAttribute(attribute.owner, other)
    ? other
    : undefined;
}
