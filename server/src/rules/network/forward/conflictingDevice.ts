import { forward } from '../../../schema/network/forward.ts';
import { removeAttribute } from '../../../xml/edit.ts';
import { attributeValue, findAttribute, findChild } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { networkName } from '../networkMode.ts';

/** `forward/@dev` beside a pool that it contradicts. */
export const conflictingDevice: Rule = {
  code: 'forward/conflicting-device',
  severity: 'error',
  covers: ['NW20', 'NW21'],
  page: {
    title: 'forward dev that contradicts the pool',
    explanation: `\`<forward dev=…>\` is short for a single \`<interface>\`. Beside \`<interface>\` elements it must name the first of them: \`<forward dev='eth0'> must match first <interface dev='eth1'/> in network …\`; beside \`<address>\` or \`<pf>\` it cannot stand at all: \`the <forward> 'dev' attribute cannot be used when <address> or <pf> sub-elements are present\`. libvirt refuses the document; leave \`dev\` out.`,
    bad: "<network>\n  <name>lan</name>\n  <forward mode='passthrough' dev='eth0'>\n    <interface dev='eth1'/>\n    <interface dev='eth2'/>\n  </forward>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <forward mode='passthrough'>\n    <interface dev='eth1'/>\n    <interface dev='eth2'/>\n  </forward>\n</network>",
  },
  on: [forward],
  replaces: ['schema/refused-later'],
  check(element, { document, report }) {
    const dev = findAttribute(element.xml, 'dev');
    if (!dev) return;
    const functions = findChild(element.xml, 'address') ?? findChild(element.xml, 'pf');
    const first = findChild(element.xml, 'interface');
    const firstDev = first && attributeValue(first, 'dev');
    const other = functions ?? (firstDev !== undefined && firstDev !== dev.value ? first : undefined);
    if (!other) return;
    const network = networkName(element, document.xml);
    report({
      range: dev.nameRange,
      message: functions
        ? `dev cannot stand beside <${functions.name}>, which makes the pool. libvirt refuses the document. Remove dev.`
        : `dev is ${dev.value}, and the first <interface> of the pool is ${firstDev}. libvirt refuses the document, since both name the same device. Remove dev.`,
      libvirtMessage: functions
        ? `the <forward> 'dev' attribute cannot be used when <address> or <pf> sub-elements are present in network ${network}`
        : `<forward dev='${dev.value}'> must match first <interface dev='${firstDev}'/> in network ${network}`,
      related: [{ range: other.nameRange, message: 'The pool' }],
      fixes: () => [{ title: 'Remove dev', preferred: true, edits: removeAttribute(document.xml, dev) }],
    });
  },
};
