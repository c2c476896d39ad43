import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { directSource } from '../../server/src/schema/domain/devices/interface/directSource.ts';
import { interfaceDevice } from '../../server/src/schema/domain/devices/interface/interface.ts';
import { domain } from '../../server/src/schema/domain/domain.ts';
import type { Body, ElementDeclaration } from '../../server/src/schema/model.ts';
import { virtualport } from '../../server/src/schema/network/virtualport.ts';

interface Grammar {
  readonly patterns: readonly { readonly begin?: string }[];
  readonly repository: Readonly<Record<string, { readonly begin?: string }>>;
}

const grammar: Grammar = JSON.parse(readFileSync('syntaxes/libvirt-xml.tmLanguage.json', 'utf8'));
const injection: Grammar = JSON.parse(readFileSync('syntaxes/libvirt-xml.injection.tmLanguage.json', 'utf8'));

/** The values that the catalogue has for an attribute of an element. */
function valuesOf({ body }: ElementDeclaration, attribute: string): readonly string[] {
  const declared: Body = body?.() ?? {};
  const type = declared.attributes?.find(({ name }) => name === attribute)?.type;
  return (type?.values ?? []).map(({ value }) => value);
}

test.each([
  ['domainType', domain, 'type'],
  ['interfaceType', interfaceDevice, 'type'],
  ['sourceMode', directSource, 'mode'],
  ['virtualportType', virtualport, 'type'],
] as const)('%s colours every value of the catalogue', (rule, declaration, attribute) => {
  const pattern = new RegExp(grammar.repository[rule]?.begin ?? '$.');
  const values = valuesOf(declaration, attribute);
  expect(values.length).toBeGreaterThan(3);
  expect(values.filter(value => !pattern.test(`${attribute}='${value}'`))).toEqual([]);
});

test.each([
  ['domain', domain],
  ['interface', interfaceDevice],
  ['virtualport', virtualport],
] as const)('in XML, <%s> of every type is coloured', (name, declaration) => {
  const patterns = injection.patterns.map(({ begin }) => new RegExp(begin ?? '$.'));
  const isColoured = (value: string) => patterns.some(pattern => pattern.test(`<${name} type="${value}">`));
  expect(valuesOf(declaration, 'type').filter(value => !isColoured(value))).toEqual([]);
});
