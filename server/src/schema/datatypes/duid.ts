import type { Datatype } from './datatype.ts';
import { pattern } from './pattern.ts';

const octets = (count: string): string => `(?::[0-9a-fA-F]{1,2}){${count}}`;
const forms = [
  `0{1,2}:0?1:0{1,2}:0?[1-9a-fA-F]${octets('4')}${octets('6,8')}`,
  `0{1,2}:0?2${octets('4')}${octets('1,124')}`,
  `0{1,2}:0?3:0{1,2}:0?[1-9a-fA-F]${octets('6,8')}`,
  `0{1,2}:0?4${octets('16')}`,
];

/** DHCP unique identifier of a machine, in one of the four forms of RFC 8415: two octets of type, then what it says. */
export const duid: Datatype = pattern({
  label: 'DUID',
  pattern: new RegExp(`^(?:${forms.join('|')})$`),
  advice:
    'write hex octets with colons that begin with 00:01, 00:02, 00:03 or 00:04, such as 0:3:0:1:52:54:00:12:34:56',
});
