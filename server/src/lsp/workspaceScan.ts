import type { FileSystem } from '../host.ts';
import { findRootName } from '../protocol.ts';
import type { LanguageService } from '../service.ts';
import { factRoots } from '../workspace/fileFacts.ts';
import type { FileFacts } from '../workspace/model.ts';
import { parseXml } from '../xml/parse.ts';
import { normalizeFileUri } from './fileUri.ts';

/** XML files that a scan looks into for each of libvirt's that may be remembered. */
const VISITS_PER_FILE = 10;

/** Files that are read at a time. */
const READ_AHEAD = 8;

export interface Scan {
  readonly folders: readonly string[];
  /** Most of libvirt's files that are taken. */
  readonly maxFiles: number;
  /** Files that the editor has open are known from there. */
  readonly isOpen: (uri: string) => boolean;
  readonly isCancelled: () => boolean;
  readonly found: (facts: FileFacts) => void;
}

/** Whether all files were seen; `false` when there were too many, or when it was called off. */
export async function scanWorkspace(scan: Scan, files: FileSystem, service: LanguageService): Promise<boolean> {
  const { maxFiles, isOpen, isCancelled, found } = scan;
  let taken = 0;
  let visited = 0;
  for await (const { uri, text } of readAhead(listFiles(scan, files), files)) {
    if (isCancelled() || taken >= maxFiles || visited >= maxFiles * VISITS_PER_FILE) return false;
    visited++;
    const facts = text === undefined ? undefined : readFacts(uri, text, service);
    // It may have been opened while it was read.
    if (!facts || isOpen(uri)) continue;
    found(facts);
    taken++;
  }
  return true;
}

/** What there is to know of a file on the disk; cheap for those that are none of libvirt's. */
export async function readFileFacts(
  uri: string,
  files: FileSystem,
  service: LanguageService,
): Promise<FileFacts | undefined> {
  const text = await files.readFile(uri);
  return text === undefined ? undefined : readFacts(uri, text, service);
}

function readFacts(uri: string, text: string, service: LanguageService): FileFacts | undefined {
  return factRoots.has(findRootName(text) ?? '') ? service.readFacts(uri, parseXml(text)) : undefined;
}

/** The URIs of the files to read, each once: folders of a workspace may lie in each other. */
async function* listFiles({ folders, isOpen }: Scan, files: FileSystem): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const folder of folders) {
    for await (const file of files.listFiles(folder)) {
      const uri = normalizeFileUri(file);
      if (uri === undefined || seen.has(uri)) continue;
      seen.add(uri);
      if (!isOpen(uri)) yield uri;
    }
  }
}

interface ReadFile {
  readonly uri: string;
  readonly text: string | undefined;
}

/** Reads some files in advance, so that the disk is busy while the last one is looked at. */
async function* readAhead(uris: AsyncIterable<string>, files: FileSystem): AsyncGenerator<ReadFile> {
  const pending: Promise<ReadFile>[] = [];
  for await (const uri of uris) {
    pending.push(files.readFile(uri).then(text => ({ uri, text })));
    const first = pending.length > READ_AHEAD ? pending.shift() : undefined;
    if (first) yield await first;
  }
  for (const read of pending) yield await read;
}
