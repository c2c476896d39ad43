import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createLineIndex } from '../../server/src/xml/lines.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import { walkElements } from '../../server/src/xml/query.ts';
import type { XmlElement } from '../../server/src/xml/tree.ts';
import { createRandom } from '../support/random.ts';

const TRIALS = 3000;
const domain = readFileSync(new URL('domain150.xml', import.meta.url), 'utf8');

const flat = domain.replaceAll(/^ +/gm, '');

interface Figures {
  /** Share of the trials without a problem on a line other than the one that was cut. */
  readonly clean: number;
  /** Share with one such problem at most. */
  readonly oneAtMost: number;
}

/** Cuts off the rest of a random line at a random column, again and again, and counts the problems on other lines. */
function cutLines(text: string, seed: number): Figures {
  const random = createRandom(seed);
  const lines = text.trimEnd().split('\n');
  let clean = 0;
  let oneAtMost = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const cut = Math.floor(random() * lines.length);
    const line = lines[cut] ?? '';
    const column = Math.floor(random() * line.length);
    const broken = lines.with(cut, line.slice(0, column)).join('\n');
    const index = createLineIndex(broken);
    const stray = parseXml(broken).problems.filter(({ range }) => index.positionAt(range.start).line !== cut).length;
    if (stray === 0) clean++;
    if (stray <= 1) oneAtMost++;
  }
  return { clean: clean / TRIALS, oneAtMost: oneAtMost / TRIALS };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function print(title: string, { clean, oneAtMost }: Figures): void {
  process.stdout.write(`${title}: no stray problem ${percent(clean)}, one at most ${percent(oneAtMost)}\n`);
}

/** Element names with their nesting, as in `a(b(c) d)`. */
function outline(text: string): string {
  const { children } = parseXml(text);
  const draw = (element: XmlElement): string => {
    const inner = element.children.flatMap(child => (child.kind === 'element' ? [draw(child)] : []));
    return (element.name || '?') + (inner.length > 0 ? `(${inner.join(' ')})` : '');
  };
  return children.flatMap(child => (child.kind === 'element' ? [draw(child)] : [])).join(' ');
}

describe('recovery', () => {
  it('keeps a cut line to itself in an indented domain', () => {
    const figures = cutLines(domain, 20260101);
    print('150-line domain, indented', figures);
    expect(domain.trimEnd().split('\n')).toHaveLength(150);
    expect(figures.clean).toBeGreaterThan(0.86);
    expect(figures.oneAtMost).toBeGreaterThan(0.995);
  });

  it('gets by without indentation', () => {
    const figures = cutLines(flat, 20260101);
    print('150-line domain, not indented', figures);
    expect(figures.clean).toBeGreaterThan(0.9);
    expect(figures.oneAtMost).toBeGreaterThan(0.99);
  });

  it.each([
    ['indented', domain],
    ['not indented', flat],
  ])('typing an interface disturbs nothing around it, %s', (_title, text) => {
    for (const element of walkElements(parseXml(text))) {
      if (element.name !== 'interface') continue;
      const keystrokes = Array.from({ length: element.end - element.start }, (_, typed) => element.start + typed);
      const stray = keystrokes.filter(cursor => {
        const { problems } = parseXml(text.slice(0, cursor) + text.slice(element.end));
        return problems.some(({ range }) => range.end < element.start || range.start > cursor);
      });
      expect(stray).toEqual([]);
    }
  });

  it('keeps the structure around a cut line', () => {
    const random = createRandom(7);
    const lines = domain.trimEnd().split('\n');
    const interfaceLine = lines.findIndex(line => line.includes("<source dev='eth0.2'"));
    const whole = [...walkElements(parseXml(domain))].length;
    for (let trial = 0; trial < 200; trial++) {
      const line = lines[interfaceLine] ?? '';
      const broken = lines.with(interfaceLine, line.slice(0, 6 + Math.floor(random() * (line.length - 6)))).join('\n');
      const elements = [...walkElements(parseXml(broken))];
      expect(elements.length).toBeGreaterThanOrEqual(whole - 1);
      const parents = elements.filter(({ name }) => name === 'interface').map(({ parent }) => parent?.name);
      expect(parents).toEqual(['devices', 'devices', 'devices']);
    }
  });

  it.each([
    ['half-typed element', '<a>\n  <b\n  <c/>\n</a>', 'a(b c)'],
    ['half-typed attribute', "<a>\n  <b x='1' y=\n  <c/>\n</a>", 'a(b c)'],
    ['missing quote', "<a>\n  <b x='1\n  <c z='2'/>\n</a>", 'a(b c)'],
    ['lone <', '<a>\n  <\n  <c/>\n</a>', 'a(? c)'],
    ['lone </', '<a>\n  <b>\n    <c/>\n  </\n  <d/>\n</a>', 'a(b(c) d)'],
    ['lone </ in the column of the root', '<a>\n  <b/>\n</\n  <c/>\n</a>', 'a(b c)'],
    ['missing end tag, next sibling in its column', '<a>\n  <b>\n    <c/>\n  <d/>\n</a>', 'a(b(c) d)'],
    ['missing end tag, same name follows', '<a>\n  <b>\n    <c/>\n  <b>\n    <d/>\n  </b>\n</a>', 'a(b(c) b(d))'],
    ['missing end tag of a text', '<a>\n  <b>text\n  <c/>\n</a>', 'a(b c)'],
    ['lost start tag', '<a>\n\n    <c/>\n  </b>\n  <d/>\n</a>', 'a(c d)'],
    ['misspelt end tag', '<a>\n  <b>\n    <c/>\n  </bb>\n  <d/>\n</a>', 'a(b(c) d)'],
    ['misspelt end tag in a line', '<a>\n  <b>text</bb>\n  <d/>\n</a>', 'a(b d)'],
    ['start tag without > around children', "<a>\n  <b x='1'\n    <c/>\n  </b>\n  <d/>\n</a>", 'a(b(c) d)'],
    ['all in one line', '<a><b><c></b><d/></a>', 'a(b(c) d)'],
    ['half-typed element in one line', '<a><b <c/></a>', 'a(b c)'],
    ['tabs', '<a>\n\t<b>\n\t\t<c/>\n\t<d/>\n</a>', 'a(b(c) d)'],
    ['carriage returns', '<a>\r  <b>\r    <c/>\r  <d/>\r</a>', 'a(b(c) d)'],
    [
      'a flush-left passage beside the mistake',
      '<a>\n  <b>\n<c>\n  <d/>\n</c>\n  </b>\n  <e x=>\n</a>',
      'a(b(c(d)) e)',
    ],
    ['unclosed comment', '<a>\n  <!-- b\n  <c/>\n</a>', 'a(c)'],
    ['several roots', '<a/>\n<b/>', 'a b'],
  ])('%s', (_title, text, expected) => {
    expect(outline(text)).toBe(expected);
  });

  it('gives the white space behind an unfinished element to its parent', () => {
    const text = '<a>\n  <b>\n    <c/>\n  <d/>\n</a>';
    const b = [...walkElements(parseXml(text))][1];
    expect(text.slice(b?.start, b?.end)).toBe('<b>\n    <c/>');
    expect(b?.parent?.children.map(({ kind }) => kind)).toEqual(['text', 'element', 'text', 'element', 'text']);
  });
});
