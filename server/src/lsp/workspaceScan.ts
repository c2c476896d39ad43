import type { FileSystem } from '../host.ts';
import { findRootName } from '../protocol.ts';
import type { LanguageService } from '../service.ts';
import { factRoots } from '../workspace/fileFacts.ts';
import type { FileFacts } from '../workspace/model.ts';
import { normalizeFileUri } from './fileUri.ts';

/** XML files that a scan looks into for each of libvirt's that may be remembered. */
const VISITS_PER_FILE = 10;

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
export async function scanWorkspace(
  { folders, maxFiles, isOpen, isCancelled, found }: Scan,
  files: FileSystem,
  service: LanguageService,
): Promise<boolean> {
  const seen = new Set<string>();
  let taken = 0;
  for (const folder of folders) {
    for await (const file of files.listFiles(folder)) {
      if (isCancelled() || taken >= maxFiles || seen.size >= maxFiles * VISITS_PER_FILE) return false;
      const uri = normalizeFileUri(file);
      // Folders of a workspace may lie in each other.
      if (uri === undefined || seen.has(uri)) continue;
      seen.add(uri);
      if (isOpen(uri)) continue;
      const facts = await readFileFacts(uri, files, service);
      // It may have been opened, or all of it called off, while it was read.
      if (!facts || isOpen(uri) || isCancelled()) continue;
      found(facts);
      taken++;
    }
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
  if (text === undefined || !factRoots.has(findRootName(text) ?? '')) return undefined;
  return service.readFacts(uri, service.parse(text).xml);
}
