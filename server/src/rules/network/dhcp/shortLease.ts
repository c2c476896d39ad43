import { parseCInteger } from '../../../schema/datatypes/cInteger.ts';
import { lease } from '../../../schema/network/dhcp.ts';
import { replaceValue } from '../../../xml/edit.ts';
import { attributeValue, findAttribute } from '../../../xml/query.ts';
import type { Rule } from '../../rule.ts';
import { valueRange } from '../../valueRange.ts';

/** Two minutes, by unit; an hour is long enough. */
const shortest: Readonly<Record<string, number>> = { seconds: 120, minutes: 2 };

/** A lease that dnsmasq does not give. */
export const shortLease: Rule = {
  code: 'dhcp/short-lease',
  severity: 'error',
  covers: ['NW42'],
  page: {
    title: 'Lease of less than two minutes',
    explanation: `dnsmasq gives leases of two minutes at least; 0 stands for ever. libvirt refuses a shorter time: \`The minimum lease time should be greater than 2 minutes\`, though exactly two are fine. The unit is minutes where none is written.`,
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <range start='192.168.100.2' end='192.168.100.99'>\n        <lease expiry='60' unit='seconds'/>\n      </range>\n    </dhcp>\n  </ip>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <range start='192.168.100.2' end='192.168.100.99'>\n        <lease expiry='60' unit='minutes'/>\n      </range>\n    </dhcp>\n  </ip>\n</network>",
  },
  on: [lease],
  check(element, { document, report }) {
    const expiry = findAttribute(element.xml, 'expiry');
    const unit = attributeValue(element.xml, 'unit') ?? 'minutes';
    const least = shortest[unit];
    const time = parseCInteger(expiry?.value ?? '');
    // What is no decimal number is a finding already.
    if (!expiry || element.body.attributes.get('expiry')?.type.check(expiry.value)) return;
    if (least === undefined || time === undefined || time === 0 || time >= least) return;
    report({
      range: valueRange(expiry),
      message: `A lease lasts two minutes at least, and this is ${time} ${unit}. libvirt refuses the document. Write ${least} or more, or 0 for ever.`,
      libvirtMessage: 'The minimum lease time should be greater than 2 minutes',
      fixes: () => [
        { title: `Change to '${least}'`, preferred: true, edits: replaceValue(document.xml, expiry, String(least)) },
      ],
    });
  },
};
