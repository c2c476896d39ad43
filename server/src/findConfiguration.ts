import { readFileSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONFIGURATION_FILE, type ConfigurationFile } from './rules/control/readConfiguration.ts';

/**
 * Looks for the configuration file of a folder: the one in it, else in the nearest folder above. A file that has not
 * changed since it was last read is given back as the same object. One that cannot be read is passed over.
 */
export function createConfigurationFinder(): (folder: string) => ConfigurationFile | undefined {
  const known = new Map<string, { readonly stats: Stats; readonly file: ConfigurationFile }>();
  return folder => {
    for (let current = folder; ; current = dirname(current)) {
      const path = join(current, CONFIGURATION_FILE);
      const stats = statOf(path);
      const last = known.get(path);
      if (stats && last?.stats.mtimeMs === stats.mtimeMs && last.stats.size === stats.size) return last.file;
      const text = stats?.isFile() ? textOf(path) : undefined;
      if (stats && text !== undefined) {
        const file = { path, text };
        known.set(path, { stats, file });
        return file;
      }
      if (current === dirname(current)) return undefined;
    }
  };
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A folder that may not be looked into.
    return undefined;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
