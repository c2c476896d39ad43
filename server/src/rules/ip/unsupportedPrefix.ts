import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChildren } from '../../xml/query.ts';
import { isInUserSpace } from '../backend/passt.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { effectiveFamily } from './family.ts';
import { readPrefix } from './readPrefix.ts';

/** `qemuValidateDomainDeviceDefNetwork`: what SLIRP can do, applied to passt as well; 0 stands for "not said". */
const SHORTEST_IPV4 = 4;
const LONGEST_IPV4 = 27;
const ONLY_IPV6 = 64;

/** A prefix that networks in user space cannot have. */
export const unsupportedPrefix: Rule = {
  code: 'ip/unsupported-prefix',
  severity: 'error',
  covers: ['IP08', 'IP09'],
  page: {
    title: 'Prefix that a network in user space cannot have',
    explanation: `The QEMU driver takes IPv4 prefixes from 4 to 27 for an interface of type \`user\` (\`invalid prefix, must be in range of 4-27\`), and for IPv6 only 64 (\`unsupported IPv6 address prefix='56' - must be 64\`). SLIRP has these limits; they hold for passt as well. Without \`prefix\` the usual one is taken.`,
    bad: "<interface type='user'>\n  <ip address='10.0.0.5' prefix='28'/>\n</interface>",
    good: "<interface type='user'>\n  <ip address='10.0.0.5' prefix='27'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, driver, report }) {
    if (driver !== 'qemu' || !isInUserSpace(element)) return;
    for (const ip of findChildren(element.xml, 'ip')) {
      const attribute = findAttribute(ip, 'prefix');
      const prefix = readPrefix(attribute);
      const family = effectiveFamily(ip);
      // Longer than the address itself is another mistake: ip/prefix-too-long.
      if (!attribute || !family || !prefix || prefix > (family === 'ipv4' ? 32 : 128)) continue;
      const nearest = family === 'ipv6' ? ONLY_IPV6 : Math.min(Math.max(prefix, SHORTEST_IPV4), LONGEST_IPV4);
      if (nearest === prefix) continue;
      const range = family === 'ipv6' ? '64' : 'from 4 to 27';
      report({
        range: valueRange(attribute),
        message: `The prefix is ${prefix}, and in a network in user space it must be ${range}. libvirt refuses the document. Write ${nearest}, or leave prefix out.`,
        libvirtMessage:
          family === 'ipv6'
            ? `unsupported IPv6 address prefix='${prefix}' - must be 64`
            : 'invalid prefix, must be in range of 4-27',
        fixes: () => [
          {
            title: `Set prefix='${nearest}'`,
            preferred: true,
            edits: replaceValue(document.xml, attribute, String(nearest)),
          },
        ],
      });
    }
  },
};
