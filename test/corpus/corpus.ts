import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** One of libvirt's own test documents with libvirt's verdict on it. */
export interface CorpusEntry {
  /** Inside the archive, such as `tests/qemuxmlconfdata/net-user.xml`. */
  readonly path: string;
  readonly root: string;
  /** Number of its `<interface>` devices. */
  readonly interfaces: number;
  /** Verdict of libvirt's schema; `-` where libvirt has none for this root. */
  readonly schema: 'valid' | 'invalid' | '-';
  /** What libvirt's own tests expect to go wrong with it; `-` when it is to work. */
  readonly expectedFailure: string;
}

export interface Corpus {
  readonly entries: readonly CorpusEntry[];
  /** Folder that holds the unpacked `tests/`. */
  readonly folder: string;
  readonly read: (entry: CorpusEntry) => string;
  readonly remove: () => void;
}

const SOURCE = resolve('../shared/corpus');
const ARCHIVE = join(SOURCE, 'libvirt-11.3.0-tests.tar.xz');

/** Why the corpus cannot be read here, in one line; `undefined` when it can. */
export const corpusAbsence: string | undefined = existsSync(ARCHIVE)
  ? undefined
  : "skipped: libvirt's test documents (../shared/corpus) are not beside this tree";

/** Unpacks the corpus into a folder of its own below the system's temporary one; call `remove` when done with it. */
export function unpackCorpus(): Corpus {
  const folder = mkdtempSync(join(tmpdir(), 'libvirt-corpus-'));
  const tar = spawnSync('tar', ['-xJf', ARCHIVE, '-C', folder], { encoding: 'utf8' });
  if (tar.status !== 0) throw new Error(`tar cannot unpack the corpus (is xz installed?): ${tar.error ?? tar.stderr}`);
  const [, ...rows] = readFileSync(join(SOURCE, 'index.tsv'), 'utf8').trimEnd().split('\n');
  return {
    entries: rows.map(parseRow),
    folder,
    read: entry => readFileSync(join(folder, entry.path), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function parseRow(row: string): CorpusEntry {
  const [path = '', root = '', , interfaces = '0', schema = '-', expectedFailure = '-'] = row.split('\t');
  return {
    path,
    root,
    interfaces: Number(interfaces),
    schema: schema === 'valid' || schema === 'invalid' ? schema : '-',
    expectedFailure,
  };
}
