import type { Datatype } from '../datatypes/datatype.ts';
import { enumeration } from '../datatypes/enumeration.ts';

/** Version of the Internet Protocol, as addresses and routes of networks and hosts write it. */
export const addressFamily: Datatype = enumeration([
  { value: 'ipv4', aliases: ['inet', '4', 'v4', 'ip4'], documentation: { summary: 'Internet Protocol version 4.' } },
  { value: 'ipv6', aliases: ['inet6', '6', 'v6', 'ip6'], documentation: { summary: 'Internet Protocol version 6.' } },
]);
