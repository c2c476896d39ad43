import { describe, expect, it } from 'vitest';
import { locate } from '../../server/src/xml/locate.ts';
import { MAX_PROBLEMS, parseXml } from '../../server/src/xml/parse.ts';
import { walkElements } from '../../server/src/xml/query.ts';

/** Enough to take minutes if the time grew with the square of the length. */
const LENGTH = 100_000;

function fill(piece: string): string {
  return piece.repeat(Math.ceil(LENGTH / piece.length));
}

const texts: Readonly<Record<string, string>> = {
  'nested elements': '<a>'.repeat(100_000) + '</a>'.repeat(100_000),
  'nested elements without end': '<a>'.repeat(100_000),
  'nested elements, others closed': fill('<a>') + fill('</b>'),
  'nested elements, every other closed': fill('<a><b>') + fill('</a>'),
  'unclosed elements in lines': fill('<a>\n <b>\n'),
  'unclosed elements in one column': fill('<a>\n') + fill('</b>\n'),
  'deep indentation': Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}<a>`).join('\n'),
  'end tags': fill('</b>'),
  'end tags without >': fill('</b x'),
  '<': fill('<'),
  '< in lines': fill('<\n'),
  '< with blanks': `<a>${fill('< ')}`,
  '< before blanks': `<a><${fill(' ')}`,
  '&': `<a>${fill('&')}</a>`,
  '& in elements': fill('<a>&</a>'),
  'reference without end': `<a>&${fill('x')}`,
  ']]>': `<a>${fill(']]>')}`,
  attributes: `<a ${Array.from({ length: 10_000 }, (_, index) => `a${index}='1'`).join(' ')}/>`,
  'one attribute often': `<a ${fill("b='1' ")}/>`,
  'attributes without value': `<a ${fill('b ')}`,
  'attributes without value in lines': `<a ${fill('b=\n')}`,
  'unclosed values in tags': fill("<a b='"),
  'unclosed values of both kinds': fill('<a b="') + fill("<a b='"),
  'unclosed values in one tag': `<a ${fill("b='1 ")}`,
  'values of blanks': `<a b='${fill(' ')}`,
  quotes: `<a ${fill("'")}`,
  '=': `<a ${fill('=')}`,
  '/': `<a ${fill('/')}`,
  comments: fill('<!--'),
  'comments in lines': `${fill('<!--\n')}-->`,
  hyphens: `<!--${fill('-')}-->`,
  instructions: fill('<?x '),
  'CDATA sections': fill('<![CDATA['),
  'declarations of document types': fill('<!DOCTYPE '),
  'declarations with a subset': fill('<!DOCTYPE ['),
  'declarations with quotes': fill('<!DOCTYPE "\' '),
  'declarations with comments': fill('<!DOCTYPE <!--'),
  '<!': fill('<!'),
  'control characters': fill('\u0001'),
  'halves of surrogate pairs': fill('\uD83D'),
  text: fill('x'),
  blanks: fill(' '),
};

describe('hostile texts', () => {
  it.each(Object.entries(texts))('%s: parsed in time, problems bounded', (_title, text) => {
    const document = parseXml(text);
    expect(document.problems.length).toBeLessThanOrEqual(MAX_PROBLEMS);
    expect([...walkElements(document)].length).toBeLessThanOrEqual(text.length);
    for (let part = 0; part <= 4; part++) locate(document, Math.floor((text.length * part) / 4));
  });

  it('100,000 nested elements are all there', () => {
    let depth = 0;
    for (const element of walkElements(parseXml(texts['nested elements'] ?? ''))) if (element.endTag) depth++;
    expect(depth).toBe(100_000);
  });
});
