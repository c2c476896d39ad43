import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import { selectedType } from '../interface/selectedType.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

const socketTypes = new Set<string | undefined>(['mcast', 'client', 'server', 'udp']);

/** Port numbers that are no port, but pass libvirt's schema, its code and QEMU. */
export const zeroPort: Rule = {
  code: 'source/zero-port',
  severity: 'warning',
  covers: ['IF016'],
  page: {
    title: 'Socket port 0 or -1',
    explanation: `The schema lets a port begin at -1, libvirt reads any integer, and QEMU starts with it. But 0 and -1 name no port: nothing can be sent to them, and a server gets some port that nobody knows. Write a port from 1 to 65535, the same one on both ends.`,
    bad: "<interface type='client'>\n  <source address='192.0.2.10' port='-1'/>\n</interface>",
    good: "<interface type='client'>\n  <source address='192.0.2.10' port='5558'/>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    if (!socketTypes.has(selectedType(element))) return;
    const source = findChild(element.xml, 'source');
    const local = source && findChild(source, 'local');
    for (const end of [source, local]) {
      const port = end && findAttribute(end, 'port');
      if (!port || !/^\s*[+-]?0*[01]$/.test(port.value)) continue;
      const number = Number(port.value);
      if (number > 0) continue;
      report({
        range: valueRange(port),
        message: `${number} is no port that anything can be sent to. libvirt and QEMU take it, and no connection comes about. Write a port from 1 to 65535.`,
        fixes: () => [{ title: "Set port='5558'", preferred: true, edits: replaceValue(document.xml, port, '5558') }],
      });
    }
  },
};
