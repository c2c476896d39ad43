import { formatIp } from '../../../schema/datatypes/ipNumber.ts';
import { dhcpRange } from '../../../schema/network/dhcp.ts';
import { isInSubnet } from '../../../workspace/subnet.ts';
import { replaceValue } from '../../../xml/edit.ts';
import { attributeValue } from '../../../xml/query.ts';
import type { TextRange } from '../../../xml/range.ts';
import type { XmlAttribute } from '../../../xml/tree.ts';
import type { Fix } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { valueRange } from '../../valueRange.ts';
import { type DhcpRange, describeSubnet, findRangeProblem, type RangeProblem, readDhcpRange } from './dhcpRange.ts';

/** A range of addresses that libvirt cannot give out. */
export const badRange: Rule = {
  code: 'dhcp/bad-range',
  severity: 'error',
  covers: ['NW29', 'NW30', 'NW31', 'NW32'],
  page: {
    title: 'DHCP range that does not fit its subnet',
    explanation: `A range lies in the subnet of the \`<ip>\` around it, starts behind the network address and ends before the broadcast address, runs upwards, and has at most 65535 addresses, which all begin with the same two numbers. libvirt refuses the document otherwise: \`range … - … is not entirely within network …\`, \`start of range … is the network address\`, \`end of range … is the broadcast address\`, \`range … - … is reversed\`, \`range … - … is too large (> 65535)\`.`,
    bad: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <range start='192.168.10.100' end='192.168.10.254'/>\n    </dhcp>\n  </ip>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <ip address='192.168.100.1' netmask='255.255.255.0'>\n    <dhcp>\n      <range start='192.168.100.100' end='192.168.100.254'/>\n    </dhcp>\n  </ip>\n</network>",
  },
  on: [dhcpRange],
  check(element, context) {
    const range = readDhcpRange(element);
    const problem = range && findRangeProblem(range);
    const ip = element.parent?.parent?.xml;
    if (!range || !problem || !ip) return;
    const subnet = describeSubnet(range, attributeValue(ip, 'address') ?? '');
    const { message, libvirtMessage } = describeProblem(range, problem, subnet);
    const fix = fixFor(range, problem, context);
    context.report({
      range: placeOf(range, problem),
      message: `${message}. libvirt refuses the document. ${advice(range, problem)}`,
      libvirtMessage,
      related: [{ range: ip.nameRange, message: `The subnet ${subnet}` }],
      ...(fix && { fixes: () => [fix] }),
    });
  },
};

function placeOf({ start, end, first, subnet }: DhcpRange, problem: RangeProblem): TextRange {
  const atStart = problem === 'network address' || (problem === 'outside' && !isInSubnet(subnet, first));
  return valueRange(atStart ? start : end);
}

function describeProblem(
  { start, end, first, last, subnet: { family } }: DhcpRange,
  problem: RangeProblem,
  subnet: string,
): { readonly message: string; readonly libvirtMessage: string } {
  const range = `range ${start.value} - ${end.value}`;
  const address = subnet.replace(/\/\d+$/, '');
  const outside =
    first.family !== last.family
      ? { message: 'The ends are of two families', libvirtMessage: `mismatch of address family in ${range}` }
      : {
          message: `The range is not inside the subnet ${subnet}`,
          libvirtMessage:
            first.family === family
              ? `${range} is not entirely within network ${subnet}`
              : `mismatch of address family in ${range} for network ${address}`,
        };
  return {
    outside,
    'network address': {
      message: `${start.value} is the address of the subnet itself`,
      libvirtMessage: `start of ${range} in network ${subnet} is the network address`,
    },
    'broadcast address': {
      message: `${end.value} is the broadcast address of the subnet`,
      libvirtMessage: `end of ${range} in network ${subnet} is the broadcast address`,
    },
    'too large': {
      message: 'The range is too large: all but the last 16 bits of both ends must be the same',
      libvirtMessage: `${range} is too large (> 65535)`,
    },
    reversed: {
      message: `The range ends with ${end.value} before it starts with ${start.value}`,
      libvirtMessage: `${range} is reversed`,
    },
  }[problem];
}

function advice({ subnet: { family, first, last } }: DhcpRange, problem: RangeProblem): string {
  if (problem === 'reversed') return 'Write the lower address as start.';
  if (problem === 'too large') return 'Write a smaller range, or several.';
  const inside = family === 'ipv4' ? { first: first + 1n, last: last - 1n } : { first, last };
  return `Write addresses from ${formatIp({ family, value: inside.first })} to ${formatIp({ family, value: inside.last })}.`;
}

function fixFor(range: DhcpRange, problem: RangeProblem, { document: { xml } }: RuleContext): Fix | undefined {
  const { start, end, first, last, subnet } = range;
  const { family } = subnet;
  if (problem === 'reversed') {
    return {
      title: 'Swap start and end',
      preferred: true,
      edits: [...replaceValue(xml, start, end.value), ...replaceValue(xml, end, start.value)],
    };
  }
  if (problem === 'too large' || first.family !== family || last.family !== family) return undefined;
  // Outside the subnet, the same hosts inside it are meant: the bits behind the prefix stay.
  const size = subnet.last - subnet.first + 1n;
  const moved = {
    outside: {
      title: 'Move the range into the subnet',
      from: subnet.first + (first.value % size),
      to: subnet.first + (last.value % size),
    },
    'network address': { title: 'Start later', from: first.value + 1n, to: last.value },
    'broadcast address': { title: 'End one earlier', from: first.value, to: last.value - 1n },
  }[problem];
  // The address of the bridge is not given out.
  const from = moved.from === subnet.address.value && moved.from < moved.to ? moved.from + 1n : moved.from;
  if (!isSound(range, from, moved.to)) return undefined;
  const write = (attribute: XmlAttribute, value: bigint) => replaceValue(xml, attribute, formatIp({ family, value }));
  return {
    title: moved.title,
    preferred: true,
    edits: [
      ...(from === first.value ? [] : write(start, from)),
      ...(moved.to === last.value ? [] : write(end, moved.to)),
    ],
  };
}

function isSound(range: DhcpRange, from: bigint, to: bigint): boolean {
  const { family } = range.subnet;
  return findRangeProblem({ ...range, first: { family, value: from }, last: { family, value: to } }) === undefined;
}
