import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLanguageService } from '../../server/src/service.ts';
import { unpackCorpus } from '../corpus/corpus.ts';
import type { Figure } from './figures.ts';
import { median } from './statistics.ts';

/** Passes until V8 has compiled what is hot. */
const WARM_UP = 8;
const ROUNDS = 11;

/** Reading and checking libvirt's own domains in one warm process, against one xmllint process on the same files. */
export function measureCorpus(schema: string): readonly Figure[] {
  const corpus = unpackCorpus();
  try {
    const files = corpus.entries
      .filter(({ root, schema }) => root === 'domain' && schema === 'valid')
      .map(({ path }) => join(corpus.folder, path));
    const service = createLanguageService({ random: Math.random, log: () => undefined });
    const lintAll = () => {
      for (const file of files) service.findFindings(service.parse(readFileSync(file, 'utf8')));
    };
    const xmllintAll = () => {
      const args = ['--noout', '--nonet', '--relaxng', schema, ...files];
      const { error } = spawnSync('xmllint', args, { stdio: 'ignore' });
      if (error) throw error;
    };
    for (let pass = 0; pass < WARM_UP; pass++) lintAll();
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      theirs.push(time(xmllintAll));
      ours.push(time(lintAll));
    }
    return [
      { name: `xmllint --relaxng, ${files.length} domains in one process`, value: median(theirs), unit: 'ms' },
      { name: `lint, the same ${files.length} domains, warm`, value: median(ours), unit: 'ms' },
      {
        name: 'xmllint / lint on the corpus',
        value: median(theirs) / median(ours),
        unit: 'x',
        bound: { kind: 'at least', value: 3 },
      },
    ];
  } finally {
    corpus.remove();
  }
}

function time(action: () => void): number {
  const started = performance.now();
  action();
  return performance.now() - started;
}
