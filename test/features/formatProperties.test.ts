import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDocument } from '../../server/src/features/format.ts';
import { applyEdits } from '../support/applyEdits.ts';
import { parseBound } from '../support/bound.ts';
import { printContent } from '../support/printContent.ts';

const gap = fc.constantFrom('', ' ', '\n', '\r\n', '\n\n\n', '\t', '  \n   ', '\r');
const word = fc.constantFrom('x', ' x ', '&amp;', '\n y', '&#10;', '');
const space = fc.constantFrom(' ', '\n', '  \r\n\t', '\n\n ');

const attributes = fc
  .uniqueArray(fc.constantFrom('type', 'mode', 'dev', 'xml:space', 'b'), { maxLength: 3 })
  .chain(names =>
    fc.tuple(...names.map(name => fc.tuple(space, fc.constant(name), fc.constantFrom("'preserve'", '"a\nb"', "'>'")))),
  )
  .map(parts => parts.map(([before, name, value]) => `${before}${name}=${value}`).join(''));

const { content } = fc.letrec<{ readonly content: string; readonly node: string }>(tie => ({
  content: fc.oneof(
    { depthSize: 'small' },
    word,
    gap,
    fc.array(tie('node'), { maxLength: 4 }).map(nodes => nodes.join('')),
  ),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    gap,
    fc.constantFrom('<!-- c -->', '<!--\n  d\n-->', '<![CDATA[ e ]]>', '<?p q?>', 'text', '<m/>', '<n\n/>'),
    fc
      .tuple(fc.constantFrom('devices', 'interface', 'a', 'metadata', 'name'), attributes, tie('content'))
      .map(([name, written, inner]) => `<${name}${written}>${inner}</${name}>`),
  ),
}));

const documentText = fc
  .tuple(gap, fc.constantFrom('', '<!-- top -->'), gap, content, gap)
  .map(
    ([a, comment, b, inner, c]) => `${comment}${comment === '' ? '' : a}<domain type='kvm'>${b}${inner}</domain>${c}`,
  );

test('formatting changes nothing but white space between elements, and formatting again nothing at all', () => {
  fc.assert(
    fc.property(documentText, fc.boolean(), (text, insertSpaces) => {
      const options = { tabSize: 2, insertSpaces };
      const once = applyEdits(text, formatDocument(parseBound(text), options));
      expect(printContent(once)).toBe(printContent(text));
      expect(formatDocument(parseBound(once), options)).toEqual([]);
    }),
    { numRuns: 1000, seed: 17 },
  );
});

test('so does formatting any range, and no line outside it changes', () => {
  fc.assert(
    fc.property(documentText, fc.nat(), fc.nat(), (text, a, b) => {
      // No position of an editor stands between CR and LF.
      const positions = [a, b].map(number => number % (text.length + 1)).toSorted((x, y) => x - y);
      const [start = 0, end = 0] = positions.map(offset => (text.startsWith('\r\n', offset - 1) ? offset - 1 : offset));
      const edits = formatDocument(parseBound(text), { tabSize: 4, insertSpaces: true }, { start, end });
      const once = applyEdits(text, edits);
      expect(printContent(once)).toBe(printContent(text));
      const outside = {
        before: text.slice(0, start).search(/[^\r\n]*$/),
        after: end + text.slice(end).search(/[\r\n]|$/),
      };
      for (const edit of edits) {
        expect(edit.start).toBeGreaterThanOrEqual(outside.before);
        expect(edit.end).toBeLessThanOrEqual(outside.after);
      }
    }),
    { numRuns: 1000, seed: 18 },
  );
});
