import { devices } from '../../schema/domain/devices/devices.ts';
import { insertChild } from '../../xml/edit.ts';
import { childElements, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { teamMembers } from './team.ts';

/** The half that stays has no name by which the other one could find it. */
export const missingAlias: Rule = {
  code: 'teaming/missing-alias',
  severity: 'warning',
  covers: ['TM09'],
  page: {
    title: 'Persistent half of a team without an alias',
    explanation:
      'The transient half of a team finds the other one by its alias. Without an alias of your own, which begins with `ua-`, libvirt numbers the cards as it likes (`net0`, `net1`), so that no other device can name this one for sure. An alias without `ua-` is dropped; see [alias/dropped](dropped.md).',
    bad: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <model type='virtio'/>\n      <teaming type='persistent'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <model type='virtio'/>\n      <teaming type='persistent'/>\n      <alias name='ua-net0'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [devices],
  check(element, { document, driver, report }) {
    if (driver !== 'qemu') return;
    const members = teamMembers(element);
    const taken = new Set(members.flatMap(({ alias }) => alias?.value ?? []));
    for (const { device, teaming, type } of members) {
      if (device.name !== 'interface' || type !== 'persistent' || findChild(device, 'alias')) continue;
      const index = childElements(element.xml)
        .filter(({ name }) => name === 'interface')
        .indexOf(device);
      const name = freeName(index, taken);
      report({
        range: teaming.nameRange,
        message: `Nothing can name this half of a team: it has no alias, and libvirt gives it a number of its own choice. Add an alias that begins with ua-, such as ${name}.`,
        fixes: () => [
          {
            title: `Add <alias name='${name}'/>`,
            preferred: true,
            edits: insertChild(document.xml, device, `<alias name='${name}'/>`),
          },
        ],
      });
    }
  },
};

function freeName(index: number, taken: ReadonlySet<string>): string {
  let number = index;
  while (taken.has(`ua-net${number}`)) number++;
  return `ua-net${number}`;
}
