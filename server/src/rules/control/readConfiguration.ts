import { allCodes } from '../registry.ts';
import { parseVersion } from '../target.ts';
import { isAboutSyntax } from './applyControl.ts';
import { HYPERVISORS, SEVERITIES, type WrittenOptions } from './readOptions.ts';

/** The file that is looked for in a document's folder and the folders above it. */
export const CONFIGURATION_FILE = '.libvirt-xml.json';

/** A configuration file as it was found. */
export interface ConfigurationFile {
  readonly path: string;
  readonly text: string;
}

/** What a configuration file says. */
export interface Configuration {
  readonly options: WrittenOptions;
  /** What is wrong with it, a phrase each that can stand behind `FILE: `; the rest of the file counts. */
  readonly problems: readonly string[];
}

/** Reads `{"target": {"version": "9.0.0", "hypervisor": "qemu"}, "rules": {"mac/duplicate": "off"}}`, each part optional. */
export function readConfiguration(text: string): Configuration {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error);
    return { options: {}, problems: [`is not valid JSON, so nothing of it counts: ${reason}`] };
  }
  const problems: string[] = [];
  const { target, rules } = members(value, 'the file', ['$schema', 'target', 'rules'], problems);
  const { version, hypervisor } = members(target, 'target', ['version', 'hypervisor'], problems);
  const release = readText('target.version', version, 'a release of libvirt such as "9.0.0"', isVersion, problems);
  const driver = readText('target.hypervisor', hypervisor, `one of ${HYPERVISORS.join(', ')}`, isHypervisor, problems);
  const severities = readRules(rules, problems);
  return {
    options: {
      ...(release !== undefined && { version: release }),
      ...(driver !== undefined && { hypervisor: driver }),
      ...(severities && { rules: severities }),
    },
    problems,
  };
}

/** The members of a JSON object; complains about those that are not known. */
function members(
  value: unknown,
  name: string,
  known: readonly string[] | undefined,
  problems: string[],
): Readonly<Record<string, unknown>> {
  if (value === undefined) return {};
  if (!isRecord(value)) {
    problems.push(`${name} must be an object in braces`);
    return {};
  }
  const unknown = known === undefined ? [] : Object.keys(value).filter(key => !known.includes(key));
  for (const key of unknown) problems.push(`${name} has no "${key}"; it can have ${known?.join(', ')}`);
  return value;
}

function readText(
  name: string,
  value: unknown,
  expected: string,
  isRight: (text: string) => boolean,
  problems: string[],
): string | undefined {
  if (value === undefined || (typeof value === 'string' && isRight(value))) return value;
  problems.push(`${name} must be ${expected}, not ${JSON.stringify(value)}`);
  return undefined;
}

function readRules(value: unknown, problems: string[]): Readonly<Record<string, string>> | undefined {
  if (value === undefined) return undefined;
  const codes = new Set(allCodes.map(({ code }) => code));
  const right: [string, string][] = [];
  for (const [code, severity] of Object.entries(members(value, 'rules', undefined, problems))) {
    const known = SEVERITIES.find(candidate => candidate === severity);
    if (!codes.has(code)) problems.push(`rules: ${JSON.stringify(code)} is no code of a finding`);
    else if (isAboutSyntax({ code })) problems.push(`rules: ${code} is about the XML itself and cannot be changed`);
    else if (known === undefined)
      problems.push(`rules: ${code} must be one of ${SEVERITIES.join(', ')}, not ${JSON.stringify(severity)}`);
    else right.push([code, known]);
  }
  return Object.fromEntries(right);
}

function isVersion(text: string): boolean {
  return parseVersion(text) !== undefined;
}

function isHypervisor(text: string): boolean {
  return HYPERVISORS.includes(text);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
