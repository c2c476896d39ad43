import { bridge } from '../../schema/network/bridge.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

/** IFNAMSIZ of Linux and FreeBSD, without the terminator. */
const MAX_LENGTH = 15;

/** A bridge whose name the kernel cannot hold. */
export const longBridgeName: Rule = {
  code: 'network/long-bridge-name',
  severity: 'error',
  covers: ['NW76'],
  page: {
    title: 'Bridge name of more than 15 characters',
    explanation: `The kernel keeps names of network interfaces in 16 bytes with the terminator. libvirt's schema and \`net-define\` take longer names; the start of the network fails with \`error creating bridge interface …: Numerical result out of range\`.`,
    bad: "<network>\n  <name>lan</name>\n  <bridge name='engineering-department'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <bridge name='virbr-eng'/>\n</network>",
  },
  on: [bridge],
  check(element, { document, report }) {
    const name = findAttribute(element.xml, 'name');
    if (!name || name.value.length <= MAX_LENGTH) return;
    const shortened = name.value.slice(0, MAX_LENGTH);
    report({
      range: valueRange(name),
      message: `The name has ${name.value.length} characters, and the kernel takes at most ${MAX_LENGTH}. libvirt defines the network and cannot start it. Write a shorter name.`,
      libvirtMessage: `error creating bridge interface ${name.value}: Numerical result out of range`,
      fixes: () => [
        { title: `Shorten to ${shortened}`, preferred: true, edits: replaceValue(document.xml, name, shortened) },
      ],
    });
  },
};
