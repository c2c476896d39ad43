import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const FOLDER = resolve('../shared/oracle/libvirt-12.8.0');

/** Why jing cannot be asked here, in one line; `undefined` when it can. */
export const jingAbsence =
  (existsSync(FOLDER) ? undefined : "skipped: libvirt's schemas (../shared/oracle) are not beside this tree") ??
  (spawnSync('jing', []).error ? 'skipped: jing is not installed' : undefined);

/** libvirt's schemas, by the name of the file. */
export type SchemaName = 'domain' | 'network' | 'networkport' | 'interface';

/** For each document the first error that jing finds in it by a schema of libvirt; one process for all. */
export function runJing(documents: readonly string[], schema: SchemaName = 'domain'): readonly (string | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'jing-'));
  try {
    const files = documents.map((text, index) => {
      const file = join(folder, `${index}.xml`);
      writeFileSync(file, text);
      return file;
    });
    const list = join(folder, 'files');
    writeFileSync(list, files.join('\n'));
    const run = spawnSync('xargs', ['-n', '4000', 'jing', join(FOLDER, `${schema}.rng`)], {
      input: files.join('\n'),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const errors = new Map<string, string>();
    for (const [, file = '', message = ''] of run.stdout.matchAll(/^(.*?\.xml):[0-9:]+ (?:fatal|error): (.*)$/gm)) {
      if (!errors.has(file)) errors.set(file, message);
    }
    return files.map(file => errors.get(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
