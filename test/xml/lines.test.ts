import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineIndex } from '../../server/src/xml/lines.ts';

describe('createLineIndex', () => {
  it('counts LF, CR and CRLF as one line break each', () => {
    const index = createLineIndex('a\nbc\rd\r\n\n');
    expect(index.lineCount).toBe(5);
    expect([0, 1, 2, 4, 5, 6, 7, 8, 9].map(index.positionAt)).toEqual([
      { line: 0, character: 0 },
      { line: 0, character: 1 },
      { line: 1, character: 0 },
      { line: 1, character: 2 },
      { line: 2, character: 0 },
      { line: 2, character: 1 },
      { line: 2, character: 2 },
      { line: 3, character: 0 },
      { line: 4, character: 0 },
    ]);
    expect([0, 1, 2, 3, 4].map(index.lineStart)).toEqual([0, 2, 5, 8, 9]);
    expect([0, 1, 2, 3, 4].map(index.lineEnd)).toEqual([1, 4, 6, 8, 9]);
  });

  it('counts UTF-16 code units', () => {
    expect(createLineIndex('\u{1F600}x').positionAt(2)).toEqual({ line: 0, character: 2 });
  });

  it('takes what lies outside for the nearest end', () => {
    const index = createLineIndex('ab\ncd');
    expect(index.positionAt(-1)).toEqual({ line: 0, character: 0 });
    expect(index.positionAt(99)).toEqual({ line: 1, character: 2 });
    expect(index.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(index.offsetAt({ line: 9, character: 0 })).toBe(5);
    expect(index.offsetAt({ line: -1, character: 3 })).toBe(0);
    expect(index.offsetAt({ line: 1, character: -3 })).toBe(3);
  });

  it('offsets and positions correspond, but for the middle of a line break', () => {
    const texts = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '\u{1F600}')).map(parts => parts.join(''));
    fc.assert(
      fc.property(texts, text => {
        const index = createLineIndex(text);
        const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);
        const moved = offsets.filter(offset => index.offsetAt(index.positionAt(offset)) !== offset);
        expect(moved).toEqual(offsets.filter(offset => offset > 0 && text.startsWith('\r\n', offset - 1)));
      }),
      { seed: 20260101 },
    );
  });
});
