import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findFindings } from '../support/findings.ts';

const folder = resolve('examples');
const files = readdirSync(folder).filter(name => name.endsWith('.xml'));
const texts = new Map(files.map(name => [name, readFileSync(resolve(folder, name), 'utf8')]));

test.each(files)('%s goes together with the others', name => {
  const others = [...texts].flatMap(([other, text]) => (other === name ? [] : [text]));
  const findings = findFindings(texts.get(name) ?? '', undefined, others);
  expect(findings.filter(({ code }) => code.startsWith('workspace/'))).toEqual([]);
});
