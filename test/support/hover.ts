import { expect } from 'vitest';
import type { Hover } from '../../server/src/features/model.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { parseMarked } from './marker.ts';

const service = createLanguageService({ random: () => 0.5, log: message => expect.unreachable(message) });

/** The hover at the `|`. */
export function hover(marked: string, options: Parameters<typeof service.doHover>[2] = {}): Hover | undefined {
  const { text, cursors } = parseMarked(marked);
  const [offset] = cursors;
  if (offset === undefined) throw new Error(`No | in: ${marked}`);
  return service.doHover(service.parse(text, { claimed: true }), offset, options);
}

/** Checks that the hover at the `|` is for what stands in `⟦…⟧` and says all of this. */
export function checkHover(marked: string, ...contents: readonly (string | RegExp)[]): void {
  const found = hover(marked);
  expect(found?.range).toEqual(parseMarked(marked).ranges[0]);
  for (const part of contents) expect(found?.contents).toMatch(part);
}

export function checkNoHover(marked: string): void {
  expect(hover(marked)).toBeUndefined();
}
