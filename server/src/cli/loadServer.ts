import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { join } from 'node:path';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** Set by the build when it has the server keep its compiled code. */
export const SAVE_CODE_VARIABLE = 'LIBVIRT_XML_SAVE_CODE';

/**
 * Every keystroke makes a new tree and leaves the old one behind. V8 would let both generations grow to several times
 * what is alive; held closer to it, the server stays below 100 MiB and is no slower.
 */
const HEAP_FLAGS = ['--semi-space-growth-factor=1', '--heap-growing-percent=100'];

/**
 * Runs dist/server.cjs. Compiling it takes a third of the time to the first diagnostics, so the build leaves V8's
 * compiled code beside it, named by the V8 that made it; another V8, or a bundle that is younger than the code,
 * compiles anew.
 */
export function loadServer(folder: string): void {
  for (const flag of HEAP_FLAGS) setFlagsFromString(flag);
  const file = join(folder, 'server.cjs');
  const codeFile = `${file}.${cachedDataVersionTag()}.code`;
  const code = isFresh(codeFile, file) ? readFileSync(codeFile) : undefined;
  const script = new Script(wrap(readFileSync(file, 'utf8')), {
    filename: file,
    ...(code && { cachedData: code }),
  });
  if (process.env[SAVE_CODE_VARIABLE]) {
    process.once('exit', () => writeFileSync(codeFile, script.createCachedData()));
  }
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, folder);
}

function isFresh(codeFile: string, file: string): boolean {
  return existsSync(codeFile) && statSync(codeFile).mtimeMs >= statSync(file).mtimeMs;
}
