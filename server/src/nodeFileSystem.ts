import { open, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeXml } from './cli/decodeXml.ts';
import type { FileSystem } from './host.ts';
import { isSkippedFolder } from './workspace/skippedFolder.ts';

/** Far more than any domain takes, in bytes: what is larger is data. */
const MAX_FILE_SIZE = 2 * 1024 * 1024;

/** The files of this machine. */
export const nodeFileSystem: FileSystem = {
  listFiles: async function* (folder) {
    if (!folder.startsWith('file:')) return;
    for await (const path of listXmlFiles(fileURLToPath(folder))) yield pathToFileURL(path).href;
  },
  readFile: async uri => {
    try {
      const bytes = await readBytes(fileURLToPath(uri));
      const decoded = bytes && decodeXml(bytes);
      // Editors know no byte order mark.
      return decoded && 'text' in decoded ? decoded.text.replace(/^\ufeff/, '') : undefined;
    } catch {
      // It has gone meanwhile, or nobody may read it: then nothing is known of it.
      return undefined;
    }
  },
};

/**
 * The paths of the XML files below a folder, in no particular order. Hidden folders (`.git`) and `node_modules` are
 * passed over, symbolic links are not followed: there are no loops, and no file comes twice.
 */
export async function* listXmlFiles(folder: string): AsyncGenerator<string> {
  const pending = [folder];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    try {
      for await (const entry of await opendir(path)) {
        if (entry.isDirectory()) {
          if (!isSkippedFolder(entry.name)) pending.push(join(path, entry.name));
        } else if (entry.isFile() && entry.name.endsWith('.xml')) yield join(path, entry.name);
      }
    } catch {
      // A folder that nobody may read has no files for us.
    }
  }
}

async function readBytes(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return size <= MAX_FILE_SIZE ? await file.readFile() : undefined;
  } finally {
    await file.close();
  }
}
