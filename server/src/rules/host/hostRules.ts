import type { Rule } from '../rule.ts';
import { repeatedProtocol } from './repeatedProtocol.ts';
import { twoMonitors } from './twoMonitors.ts';

/** What libvirt means about interfaces of the host beyond the catalogue. */
export const hostRules: readonly Rule[] = [repeatedProtocol, twoMonitors];
