import { devices } from '../../schema/domain/devices/devices.ts';
import { replaceValue } from '../../xml/edit.ts';
import { childElements, findAttribute, findChild } from '../../xml/query.ts';
import { groupBy } from '../groupBy.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { isUserAlias, keepsAliases } from './userAlias.ts';

/** One alias on two devices of a domain, whatever they are. */
export const duplicate: Rule = {
  code: 'alias/duplicate',
  severity: 'error',
  covers: ['AL01'],
  page: {
    title: 'Two devices with one alias',
    explanation:
      'An alias names one device among all of the domain: disks, controllers and interfaces share one set of names. libvirt refuses a second one: `non unique alias detected: ua-nic`.',
    bad: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <alias name='ua-nic'/>\n    </interface>\n    <interface type='network'>\n      <source network='default'/>\n      <alias name='ua-nic'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>guest</name>\n  <devices>\n    <interface type='network'>\n      <source network='default'/>\n      <alias name='ua-nic'/>\n    </interface>\n    <interface type='network'>\n      <source network='default'/>\n      <alias name='ua-nic2'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [devices],
  check(element, { document, driver, report }) {
    if (!keepsAliases(driver)) return;
    const aliases = childElements(element.xml).flatMap(device => {
      // A console is mostly a serial port seen from another side, and has its alias.
      if (device.name === 'console') return [];
      const child = findChild(device, 'alias');
      const name = child && findAttribute(child, 'name');
      return name?.closed && isUserAlias(name.value) ? [name] : [];
    });
    const taken = new Set(aliases.map(({ value }) => value));
    for (const [value, [first, ...others]] of groupBy(aliases, name => name.value)) {
      for (const name of others) {
        const free = freeAlias(value, taken);
        report({
          range: valueRange(name),
          message: `${value} is also the alias of another device. libvirt refuses the document. Write another name.`,
          libvirtMessage: `non unique alias detected: ${value}`,
          related: [{ range: valueRange(first), message: `${value} is used here as well` }],
          fixes: () => [
            { title: `Change to '${free}'`, preferred: true, edits: replaceValue(document.xml, name, free) },
          ],
        });
      }
    }
  },
};

function freeAlias(name: string, taken: ReadonlySet<string>): string {
  const [, base = name, digits = '1'] = /^(.*?)(\d{1,6})?$/.exec(name) ?? [];
  let number = Number(digits) + 1;
  while (taken.has(`${base}${number}`)) number++;
  return `${base}${number}`;
}
