import { randomInt } from 'node:crypto';
import { createConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import type { Runtime } from './lsp/runtime.ts';
import { startServer } from './lsp/server.ts';
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
  return {
    version,
    createService: createLanguageService,
    random: () => randomInt(RANDOM_RANGE) / RANDOM_RANGE,
    // The pages never change while the server runs, and a document can have hundreds of findings of one code.
    findRulePage: code => {
      if (!pages.has(code)) pages.set(code, findRulePage(code));
      return pages.get(code);
    },
    schedule: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}
