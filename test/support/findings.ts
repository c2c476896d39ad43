import { expect } from 'vitest';
import { createBinder } from '../../server/src/binding/bind.ts';
import { createFindingsFinder } from '../../server/src/rules/findFindings.ts';
import type { Finding, Fix, Generator } from '../../server/src/rules/finding.ts';
import { allRules } from '../../server/src/rules/registry.ts';
import { parseVersion } from '../../server/src/rules/target.ts';
import { documentKinds } from '../../server/src/schema/catalogue.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import { applyEdits } from './applyEdits.ts';
import { drawRanges } from './draw.ts';
import { createTestWorkspace } from './workspace.ts';

const bind = createBinder(documentKinds);
const find = createFindingsFinder(allRules);

/** Fresh values that a test can foresee. */
export const testGenerator: Generator = {
  uuid: () => '3c1b9a51-5c3f-4a3e-9b0e-0c6d2f7c1a11',
  mac: (prefix = '52:54:00') => `${prefix}:12:34:56`,
};

/**
 * `target`: the libvirt release that the document is meant for; the newest when none is given. `beside`: the texts of
 * other files of its workspace.
 */
export function findFindings(text: string, target?: string, beside?: readonly string[]): readonly Finding[] {
  const version = target === undefined ? undefined : parseVersion(target);
  return find(bind(parseXml(text)), {
    ...(version && { target: { version } }),
    ...(beside && { workspace: { uri: 'file:///own.xml', files: createTestWorkspace(beside) } }),
  });
}

/** The findings of a document that is said to be libvirt's, as one of the language `libvirt-xml` is. */
export function findClaimedFindings(text: string, target?: string): readonly Finding[] {
  const version = target === undefined ? undefined : parseVersion(target);
  return find(bind(parseXml(text), { claimed: true }), { ...(version && { target: { version } }) });
}

/**
 * Checks all findings of a document: below each line stands what is found on it, as `▔▔▔ severity code`. A document
 * without such lines must have no findings. `beside`: other files of its workspace.
 */
export function checkFindings(drawn: string, beside?: readonly string[]): void {
  const expected = unindent(drawn);
  const text = expected
    .split('\n')
    .filter(line => !line.includes('▔'))
    .join('\n');
  const found = findFindings(text, undefined, beside).map(({ range, severity, code }) => ({
    ...range,
    label: `${severity} ${code}`,
  }));
  expect(drawRanges(text, found)).toBe(expected);
}

/**
 * Checks the document after a fix: the one with this title, or the preferred one of the first finding that has one.
 */
export function checkFix(before: string, after: string, title?: string, beside?: readonly string[]): void {
  const text = unindent(before);
  const fixes = findFindings(text, undefined, beside).flatMap(finding => finding.fixes?.(testGenerator) ?? []);
  const fix = fixes.find(candidate => (title === undefined ? candidate.preferred : candidate.title === title));
  expect(fix, `none of: ${fixes.map(candidate => candidate.title).join(', ')}`).toBeDefined();
  expect(applyFix(text, fix)).toBe(unindent(after));
}

export function applyFix(text: string, fix: Fix | undefined): string {
  return applyEdits(text, fix?.edits ?? []);
}

/** Takes the line breaks around a template off, and the indentation that all its lines have. */
export function unindent(template: string): string {
  const lines = template.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const indentation = Math.min(
    ...lines.filter(line => line.trim() !== '' && !line.includes('▔')).map(line => line.search(/\S/)),
  );
  return lines.map(line => line.slice(indentation)).join('\n');
}
