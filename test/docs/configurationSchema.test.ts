import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderConfigurationSchema } from '../../docs/renderConfigurationSchema.ts';
import manifest from '../../package.json' with { type: 'json' };
import { CONFIGURATION_FILE, readConfiguration } from '../../server/src/rules/control/readConfiguration.ts';
import { allCodes } from '../../server/src/rules/registry.ts';

const [validation] = manifest.contributes.jsonValidation;
const rendered = renderConfigurationSchema(allCodes);
const schema: {
  readonly properties: {
    readonly target: { readonly properties: { readonly hypervisor: { readonly enum: readonly string[] } } };
    readonly rules: {
      readonly properties: Readonly<Record<string, { readonly enum: readonly string[]; readonly default: string }>>;
    };
  };
} = JSON.parse(rendered);

// `npm run docs` runs this file with --update, which writes the schema anew.
test('the schema that ships is up to date', async () => {
  await expect(rendered).toMatchFileSnapshot(join(import.meta.dirname, '../..', validation?.url ?? ''));
});

test('VS Code is told of it', () => {
  expect(validation?.fileMatch).toBe(CONFIGURATION_FILE);
});

test('what it allows is what is read', () => {
  const { target, rules } = schema.properties;
  for (const hypervisor of target.properties.hypervisor.enum) {
    expect(readConfiguration(JSON.stringify({ target: { hypervisor } })).problems).toEqual([]);
  }
  for (const [code, { enum: severities, default: usual }] of Object.entries(rules.properties)) {
    expect(severities).toContain(usual);
    for (const severity of severities) {
      expect(readConfiguration(JSON.stringify({ rules: { [code]: severity } })).problems).toEqual([]);
    }
  }
});

test('every code but those about the XML itself can be set', () => {
  const codes = allCodes.map(({ code }) => code).filter(code => !code.startsWith('syntax/'));
  expect(new Set(Object.keys(schema.properties.rules.properties))).toEqual(new Set(codes));
});
