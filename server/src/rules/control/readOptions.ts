import type { Driver } from '../../schema/documentation.ts';
import type { FindingOptions } from '../findFindings.ts';
import type { Severity } from '../finding.ts';
import { parseVersion } from '../target.ts';
import type { Severities } from './applyControl.ts';

/** What settings, the command line and the configuration file say, as they were written. */
export interface WrittenOptions {
  /** A release of libvirt; empty or absent: the newest. */
  readonly version?: string;
  /** A driver of libvirt; `auto` or absent: by the document. */
  readonly hypervisor?: string;
  /** By code. */
  readonly rules?: Readonly<Record<string, string>>;
}

const DRIVERS: readonly Driver[] = [
  'qemu',
  'lxc',
  'xen',
  'bhyve',
  'ch',
  'vz',
  'vbox',
  'openvz',
  'esx',
  'hyperv',
  'test',
];

/** What may be asked for as hypervisor. */
export const HYPERVISORS: readonly string[] = ['auto', ...DRIVERS];

export const SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Both together; where they differ, `over` holds. */
export function overlayOptions(under: WrittenOptions, over: WrittenOptions): WrittenOptions {
  return { ...under, ...over, rules: { ...under.rules, ...over.rules } };
}

/** Takes what can be understood; what cannot is passed over, for whoever reads the options to complain about. */
export function readOptions({ version, hypervisor, rules = {} }: WrittenOptions): FindingOptions {
  const release = version === undefined ? undefined : parseVersion(version);
  const driver = DRIVERS.find(known => known === hypervisor);
  const severities: Severities = Object.fromEntries(
    Object.entries(rules).flatMap(([code, word]) => {
      const severity = SEVERITIES.find(known => known === word);
      return severity === undefined ? [] : [[code, severity]];
    }),
  );
  return { target: { ...(release && { version: release }), ...(driver && { driver }) }, severities };
}
