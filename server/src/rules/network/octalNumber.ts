import { hostAddresses } from '../../schema/host/protocol.ts';
import { lease } from '../../schema/network/dhcp.ts';
import { findAttribute } from '../../xml/query.ts';
import { octalFixes, readOctal } from '../octalReading.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';

/** A number with a leading zero: decimal for libvirt's schema, octal for its code. */
export const octalNumber: Rule = {
  code: 'network/octal-number',
  severity: 'warning',
  covers: [],
  page: {
    title: 'Lease or prefix with a leading zero',
    explanation: `libvirt reads the \`expiry\` of a DHCP lease, and the \`prefix\` of an address of the host, as C does: digits behind a leading zero are octal. \`010\` becomes 8, although the schema reads 10. With a digit 8 or 9 it is no octal number, and libvirt refuses the document, which makes it an error: \`Invalid value for attribute 'expiry' in element 'lease': '08'. Expected non-negative integer value\`.

Write decimal numbers without leading zeros.`,
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <range start='192.168.100.2' end='192.168.100.99'>\n        <lease expiry='030' unit='minutes'/>\n      </range>\n    </dhcp>\n  </ip>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <range start='192.168.100.2' end='192.168.100.99'>\n        <lease expiry='30' unit='minutes'/>\n      </range>\n    </dhcp>\n  </ip>\n</network>",
  },
  on: [lease, ...hostAddresses],
  check({ xml, body, declaration }, { document, report }) {
    const name = declaration === lease ? 'expiry' : 'prefix';
    const attribute = findAttribute(xml, name);
    // What the schema refuses even as a decimal number is a finding already.
    if (!attribute?.closed || body.attributes.get(name)?.type.check(attribute.value)) return;
    const reading = readOctal(attribute);
    if (!reading) return;
    const expected = declaration === lease ? 'non-negative integer' : 'integer';
    report({
      severity: reading.severity,
      range: valueRange(attribute),
      message: reading.message,
      ...(reading.octal === undefined && {
        libvirtMessage: `Invalid value for attribute '${name}' in element '${xml.name}': '${attribute.value}'. Expected ${expected} value`,
      }),
      fixes: () => octalFixes(document.xml, attribute, reading),
    });
  },
};
