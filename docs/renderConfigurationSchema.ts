import { isAboutSyntax } from '../server/src/rules/control/applyControl.ts';
import { HYPERVISORS, SEVERITIES } from '../server/src/rules/control/readOptions.ts';
import type { CodeDescription } from '../server/src/rules/rule.ts';

/** The JSON schema (draft 7, as VS Code reads it) of `.libvirt-xml.json`. */
export function renderConfigurationSchema(codes: readonly CodeDescription[]): string {
  const changeable = codes.filter(code => !isAboutSyntax(code)).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Libvirt XML',
    description: 'How Libvirt XML judges the documents in this folder and below.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      target: {
        description: 'What the documents are meant for.',
        type: 'object',
        additionalProperties: false,
        properties: {
          version: {
            description:
              'The release of libvirt that will read the documents, such as 9.0.0. What came later is reported. Without it: the newest release that is known.',
            type: 'string',
            pattern: String.raw`^\d{1,4}(\.\d{1,4}){0,2}$`,
            patternErrorMessage: 'Write a release of libvirt such as 9.0.0.',
          },
          hypervisor: {
            description:
              'The driver of libvirt that will read the documents. auto goes by the type of the domain, and takes QEMU for single devices.',
            enum: HYPERVISORS,
            default: 'auto',
          },
        },
      },
      rules: {
        description: 'Another severity for a finding, by its code, or off.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          changeable.map(({ code, severity, page }) => [
            code,
            { description: page.title, enum: SEVERITIES, default: severity },
          ]),
        ),
      },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
