import { DOMParser } from '@xmldom/xmldom';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locate } from '../../server/src/xml/locate.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import type { SyntaxProblem } from '../../server/src/xml/problems.ts';
import { scanTokens } from '../../server/src/xml/scan.ts';
import { tokenRange } from '../../server/src/xml/tokens.ts';
import { anyText, brokenXml, wellFormedXml } from '../support/arbitraryXml.ts';
import { findProblemFaults, findTreeFaults } from '../support/treeFaults.ts';

const RUNS = { numRuns: 1500, seed: 20260101 };

/** What xmldom says of a text; `undefined` when it takes it. */
function xmldomRefusal(text: string): string | undefined {
  let refusal: string | undefined;
  try {
    new DOMParser({
      onError: (_level, message) => {
        refusal ??= message;
      },
    }).parseFromString(text, 'text/xml');
  } catch (error) {
    refusal ??= String(error);
  }
  return refusal;
}

/**
 * What xmldom takes and libxml2, libvirt's parser, refuses: a bare `&` and references that stand for nothing, `]]>` in
 * a text, control characters and halves of surrogate pairs, white space between `/` and `>`; behind the root its end
 * tag once more, and a CDATA section.
 */
function isLeftToUs(text: string, problems: readonly SyntaxProblem[]): boolean {
  if (/\/[\s\p{Cc}]+>/u.test(text)) return true;
  return problems.some(({ code, range }) => {
    if (code === 'syntax/raw-ampersand' || code === 'syntax/bad-entity' || code === 'syntax/bad-character') return true;
    const place = text.slice(range.start, range.end);
    if (code === 'syntax/bad-name') return /[\p{Cc}\p{Cs}]/u.test(place);
    if (code === 'syntax/stray-end-tag') return /^\s*>(?:\s|<!--.*?-->)*$/s.test(text.slice(range.end));
    return code === 'syntax/text-outside-root' && place.startsWith('<![CDATA[');
  });
}

/**
 * What xmldom refuses and the parser lets pass: names that break the rules for namespaces, which libxml2 only notes and
 * which `virsh define` does not mind; and a document that is still empty, where nobody has made a mistake yet.
 */
function isLeftAlone(text: string, refusal: string): boolean {
  return text.trim() === '' || /invalid (?:attribute|tagName):|NamespaceError|namespace/i.test(refusal);
}

describe('xmldom and the parser agree', () => {
  it('on well-formed documents: no problem', () => {
    fc.assert(
      fc.property(wellFormedXml, text => {
        expect(xmldomRefusal(text)).toBeUndefined();
        expect(parseXml(text).problems).toEqual([]);
      }),
      RUNS,
    );
  });

  it('on broken documents: what xmldom refuses has a problem, what it takes has none', () => {
    let refused = 0;
    fc.assert(
      fc.property(brokenXml, text => {
        const refusal = xmldomRefusal(text);
        const problems = parseXml(text).problems.filter(({ code }) => code !== 'syntax/doctype');
        if (refusal === undefined) return problems.length === 0 || isLeftToUs(text, problems);
        refused++;
        return problems.length > 0 || isLeftAlone(text, refusal);
      }),
      { ...RUNS, numRuns: 4000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });
});

describe('on any text', () => {
  it('the tokens lie end to end and print back to the text', () => {
    fc.assert(
      fc.property(anyText, text => {
        const ranges = scanTokens(text, () => undefined).map(tokenRange);
        expect(ranges.filter(({ start, end }) => end <= start)).toEqual([]);
        expect(ranges.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replace(/^\uFEFF/, ''));
      }),
      RUNS,
    );
  });

  it('ranges nest and are in order, parents and owners are right', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(findTreeFaults(parseXml(text))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('problems lie inside the text, in order; their fixes are edits of the text', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(findProblemFaults(parseXml(text))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('every offset can be located, in a range that holds it', () => {
    fc.assert(
      fc.property(anyText, text => {
        const document = parseXml(text);
        const places = Array.from({ length: text.length + 1 }, (_, offset) => locate(document, offset));
        expect(places.filter(({ offset, range }) => range.start > offset || range.end < offset)).toEqual([]);
        expect(places.filter(({ element, parent }) => element !== undefined && element.parent !== parent)).toEqual([]);
      }),
      { ...RUNS, numRuns: 500 },
    );
  });
});
