import { isName } from './characters.ts';
import type { SyntaxProblem } from './problems.ts';
import type { Report } from './tokens.ts';

/** The text of an element as XML reports it: references decoded, line breaks as line feeds (XML 1.0, 2.11). */
export function decodeText(raw: string): string {
  const unified = raw.includes('\r') ? raw.replaceAll(/\r\n?/g, '\n') : raw;
  return decodeReferences(unified);
}

/** The value of an attribute as XML reports it: literal white space becomes spaces, references are decoded (XML 1.0, 3.3.3). */
export function decodeAttributeValue(raw: string): string {
  return decodeReferences(/[\t\n\r]/.test(raw) ? raw.replaceAll(/\r\n|[\t\n\r]/g, ' ') : raw);
}

/** Replaces what is markup by references, for text between tags. */
export function escapeText(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Replaces what is markup by references, for a value within the given quotes. */
export function escapeAttributeValue(value: string, quote: '"' | "'"): string {
  const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return quote === '"' ? escaped.replaceAll('"', '&quot;') : escaped.replaceAll("'", '&apos;');
}

/**
 * Reports each `&` between the offsets that starts no reference, and each reference to what does not exist. With a
 * DTD (`declarations`), which is never read, any name may be declared there.
 */
export function checkReferences(text: string, from: number, to: number, declarations: boolean, report: Report): void {
  for (let start = text.indexOf('&', from); start !== -1 && start < to; start = text.indexOf('&', start + 1)) {
    const problem = findReferenceProblem(text, start, to, declarations);
    if (problem !== undefined) report(problem);
  }
}

function findReferenceProblem(
  text: string,
  start: number,
  to: number,
  declarations: boolean,
): SyntaxProblem | undefined {
  const body = /^&([^\s;&<>'"=]{0,64});/.exec(text.slice(start, Math.min(to, start + 70)))?.[1];
  if (body === undefined) {
    const word = /^&(amp|lt|gt|quot|apos)(?![\w.-])/.exec(text.slice(start, Math.min(to, start + 8)))?.[1];
    if (word !== undefined) {
      const end = start + 1 + word.length;
      return {
        code: 'syntax/bad-entity',
        range: { start, end },
        message: `&${word} lacks its semicolon. libvirt cannot read the document. Write &${word};.`,
        fix: { title: `Insert ; after &${word}`, edits: [{ start: end, end, text: ';' }] },
      };
    }
    return rawAmpersand(start);
  }
  const end = start + body.length + 2;
  if (body.startsWith('#')) {
    if (decodeCharacter(body.slice(1)) !== undefined) return undefined;
    return {
      code: 'syntax/bad-entity',
      range: { start, end },
      message: `&${body}; stands for no character that XML allows. libvirt cannot read the document. Write &#…; with a decimal or &#x…; with a hexadecimal number.`,
    };
  }
  if (body === '') return rawAmpersand(start);
  if (PREDEFINED.has(body) || (declarations && isName(body))) return undefined;
  return {
    code: 'syntax/bad-entity',
    range: { start, end },
    message: `&${body}; is not defined: XML knows &amp;, &lt;, &gt;, &quot; and &apos; only. libvirt cannot read the document. Write the character itself, or &amp; if the & is meant.`,
    fix: { title: 'Write &amp; for &', edits: [{ start, end: start + 1, text: '&amp;' }] },
  };
}

function rawAmpersand(start: number): SyntaxProblem {
  return {
    code: 'syntax/raw-ampersand',
    range: { start, end: start + 1 },
    message:
      'A bare & starts a reference such as &lt;, and none follows. libvirt cannot read the document. Write &amp;.',
    fix: { title: 'Write &amp; for &', edits: [{ start, end: start + 1, text: '&amp;' }] },
  };
}

/** What cannot be decoded stays as it is. */
function decodeReferences(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replaceAll(/&([^\s;&<>]{1,64});/g, (reference: string, body: string) => {
    const decoded = body.startsWith('#') ? decodeCharacter(body.slice(1)) : PREDEFINED.get(body);
    return decoded ?? reference;
  });
}

/** The character with the number `38` or `x26`. */
function decodeCharacter(digits: string): string | undefined {
  if (!/^(?:\d+|x[\dA-Fa-f]+)$/.test(digits)) return undefined;
  const code = digits.startsWith('x') ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** Production 2 (Char). */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
