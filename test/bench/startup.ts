import { spawnSync } from 'node:child_process';
import { startSession } from './editorSession.ts';
import type { Figure } from './figures.ts';
import { median } from './statistics.ts';

const ROUNDS = 21;

/** From spawning the server to its first diagnostics, against a whole xmllint process on the same file, in turn. */
export async function measureStartup(file: string, text: string, schema: string): Promise<readonly Figure[]> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(timeXmllint(schema, file));
    ours.push(await timeFirstDiagnostics(text));
  }
  return [
    { name: 'xmllint --relaxng, whole process, 150 lines', value: median(theirs), unit: 'ms' },
    { name: 'spawn to first diagnostics, 150 lines', value: median(ours), unit: 'ms' },
    {
      name: 'spawn to first diagnostics / xmllint',
      value: median(ours) / median(theirs),
      unit: 'x',
      bound: { kind: 'at most', value: 8 },
    },
  ];
}

async function timeFirstDiagnostics(text: string): Promise<number> {
  const started = performance.now();
  const session = await startSession();
  await session.open(text);
  await session.diagnostics();
  const elapsed = performance.now() - started;
  await session.close();
  return elapsed;
}

function timeXmllint(schema: string, file: string): number {
  const started = performance.now();
  const { status } = spawnSync('xmllint', ['--noout', '--nonet', '--relaxng', schema, file], { stdio: 'ignore' });
  const elapsed = performance.now() - started;
  if (status !== 0) throw new Error(`xmllint finds ${file} invalid (status ${status}): no fair comparison`);
  return elapsed;
}
