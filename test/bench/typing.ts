import type { Position } from 'vscode-languageserver-protocol/node';
import { type EditorSession, startSession } from './editorSession.ts';
import type { Figure } from './figures.ts';
import { median, percentile } from './statistics.ts';

const WARM_UP = 50;
const ROUNDS = 300;

export interface TypingBounds {
  readonly diagnostics: number;
  readonly completion: number;
  readonly hover: number;
  readonly residentMemory?: number;
}

/**
 * Types into a document all over it, and asks after every keystroke; times are the editor's, there and back. `folder`:
 * the URI of the workspace around it.
 */
export async function measureTyping(
  name: string,
  text: string,
  bounds: TypingBounds,
  folder?: string,
): Promise<readonly Figure[]> {
  const session = await startSession(folder);
  await session.open(text);
  const found = await session.diagnostics();
  if (found.some(({ severity }) => severity === 1)) throw new Error(`errors on ${name}: ${JSON.stringify(found[0])}`);
  const places = findPlaces(text);
  const at = (round: number) => places[(round * 7919) % places.length] ?? { line: 0, character: 0 };
  const diagnostics = await timeEach(round => keystroke(session, at(round), () => session.diagnostics()));
  const typedCompletion = await timeEach(round => keystroke(session, at(round), () => session.complete(at(round))));
  const completion = await timeEach(round => timed(() => session.complete(at(round))));
  const hover = await timeEach(round => timed(() => session.hover(at(round))));
  const memory = session.residentMemory();
  await session.close();
  return [
    { name: `keystroke to diagnostics median, ${name}`, value: median(diagnostics), unit: 'ms' },
    p95(`keystroke to diagnostics p95, ${name}`, diagnostics, bounds.diagnostics),
    p95(`keystroke to completion p95, ${name}`, typedCompletion, bounds.diagnostics),
    p95(`completion p95, ${name}`, completion, bounds.completion),
    p95(`hover p95, ${name}`, hover, bounds.hover),
    {
      name: `resident memory after ${name}`,
      value: memory,
      unit: 'MiB',
      ...(bounds.residentMemory === undefined ? {} : { bound: { kind: 'at most', value: bounds.residentMemory } }),
    },
  ];
}

function p95(name: string, times: readonly number[], bound: number): Figure {
  return { name, value: percentile(times, 95), unit: 'ms', bound: { kind: 'at most', value: bound } };
}

/** The first character of every attribute value, where typing makes a new value. */
function findPlaces(text: string): readonly Position[] {
  return text
    .split('\n')
    .flatMap((content, line) =>
      Array.from(content.matchAll(/='/g), match => ({ line, character: match.index + match[0].length })),
    );
}

async function timeEach(round: (index: number) => Promise<number>): Promise<readonly number[]> {
  for (let index = 0; index < WARM_UP; index++) await round(index);
  const times: number[] = [];
  for (let index = 0; index < ROUNDS; index++) times.push(await round(index));
  return times;
}

/** From typing one character to the answer; the character is taken out again outside the time. */
async function keystroke(session: EditorSession, place: Position, ask: () => Promise<unknown>): Promise<number> {
  const elapsed = await timed(async () => {
    await session.type(place, 'x');
    await ask();
  });
  await session.erase(place, 1);
  await session.diagnostics();
  return elapsed;
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await action();
  return performance.now() - started;
}
