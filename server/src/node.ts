import { randomInt } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { createConfigurationFinder } from './findConfiguration.ts';
import type { Runtime } from './lsp/runtime.ts';
import { startServer } from './lsp/server.ts';
import { nodeFileSystem } from './nodeFileSystem.ts';
import { findRulePage } from './rulePage.ts';
import { createLanguageService } from './service.ts';

/** Largest range that `randomInt` takes. */
const RANDOM_RANGE = 2 ** 48 - 1;

/** Serves over the transport that the arguments name: `--node-ipc`, `--stdio`, `--socket=PORT` or `--pipe=NAME`. */
export function runServer(): void {
  startServer(createConnection(), createNodeRuntime());
}

export function createNodeRuntime(): Runtime {
  const pages = new Map<string, string | undefined>();
  const findConfiguration = createConfigurationFinder();
  return {
    version,
    createService: createLanguageService,
    random: () => randomInt(RANDOM_RANGE) / RANDOM_RANGE,
    // The pages never change while the server runs, and a document can have hundreds of findings of one code.
    findRulePage: code => {
      if (!pages.has(code)) pages.set(code, findRulePage(code));
      return pages.get(code);
    },
    findConfiguration: uri => {
      const path = pathOf(uri);
      return path === undefined ? undefined : findConfiguration(dirname(path));
    },
    fileSystem: nodeFileSystem,
    schedule: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

/** `undefined`: no file of this machine. */
function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    // A file of another host.
    return undefined;
  }
}
