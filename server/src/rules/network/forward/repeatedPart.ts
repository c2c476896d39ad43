import { forward, nat } from '../../../schema/network/forward.ts';
import { removeElement } from '../../../xml/edit.ts';
import { findChildren } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { networkName } from '../networkMode.ts';

/** A second one of what `<forward>` and `<nat>` have once, which libvirt refuses instead of passing over it. */
export const repeatedPart: Rule = {
  code: 'forward/repeated-part',
  severity: 'error',
  covers: ['NW23'],
  page: {
    title: 'Part of forward that may stand only once',
    explanation: `A network has one physical function whose virtual functions are its pool, and one range of addresses and of ports for NAT. Where libvirt passes over most elements that stand twice, it refuses these: \`Only one <pf> element is allowed in <forward> of network …\`, and the same for \`<nat>\` and for \`<address>\` and \`<port>\` in it. For a second physical function define a second network.`,
    bad: "<network>\n  <name>vfs</name>\n  <forward mode='hostdev' managed='yes'>\n    <pf dev='eth0'/>\n    <pf dev='eth1'/>\n  </forward>\n</network>",
    good: "<network>\n  <name>vfs</name>\n  <forward mode='hostdev' managed='yes'>\n    <pf dev='eth0'/>\n  </forward>\n</network>",
  },
  on: [forward, nat],
  replaces: ['schema/repeated-element'],
  check(element, { document, report }) {
    const inForward = element.declaration === forward;
    for (const name of inForward ? ['pf', 'nat'] : ['address', 'port']) {
      const [first, ...others] = findChildren(element.xml, name);
      for (const other of others) {
        report({
          range: other.nameRange,
          message: `A second <${name}> in <${element.xml.name}>. libvirt refuses the document, since there can be one only. Remove one of them.`,
          libvirtMessage: inForward
            ? `Only one <${name}> element is allowed in <forward> of network ${networkName(element, document.xml)}`
            : `Only one <${name}> element is allowed in <nat> in <forward> in network ${networkName(element, document.xml)}`,
          ...(first && { related: [{ range: first.nameRange, message: `The first <${name}>` }] }),
          fixes: () => [
            { title: `Remove this <${name}>`, preferred: true, edits: removeElement(document.xml, other) },
            ...(first ? [{ title: `Remove the first <${name}>`, edits: removeElement(document.xml, first) }] : []),
          ],
        });
      }
    }
  },
};
