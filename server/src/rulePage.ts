import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where docs/rules/ stands seen from the bundle in dist/, or from this file when it runs unbundled. */
const folders = [join(import.meta.dirname, '../docs/rules'), join(import.meta.dirname, '../../docs/rules')];

/** The `file:` URI of the shipped page that explains a finding's code; `undefined` when there is none. */
export function findRulePage(code: string): string | undefined {
  const path = folders.map(folder => join(folder, `${code}.md`)).find(candidate => existsSync(candidate));
  return path === undefined ? undefined : pathToFileURL(path).href;
}
