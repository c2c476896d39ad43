import {
  AMPERSAND,
  CARRIAGE_RETURN,
  EXCLAMATION,
  findNameEnd,
  GREATER_THAN,
  isBlank,
  isName,
  isNameStart,
  isWhiteSpace,
  LESS_THAN,
  LINE_FEED,
  QUESTION,
  SLASH,
  skipWhiteSpace,
} from './characters.ts';
import { checkReferences, decodeText } from './decode.ts';
import { scanSection } from './scanSection.ts';
import { scanStartTag } from './scanStartTag.ts';
import type { ElementToken, EndTagToken, LeafToken, Report, Token } from './tokens.ts';
import type { XmlAttribute } from './tree.ts';

/** What the parts of the scanner share while they go through one text. */
export interface Scan {
  readonly text: string;
  readonly report: Report;
  /** Behind a byte order mark. */
  readonly contentStart: number;
  /** `indexOf` that remembers that nothing is left, so that many openings without a close stay linear. */
  readonly find: (wanted: string, from: number) => number;
  /** The earlier attribute of the same name in the element that is being scanned. */
  readonly findDuplicate: (element: ElementToken, attribute: XmlAttribute) => XmlAttribute | undefined;
  /** Whether a DTD may declare entities that we do not know. */
  readonly hasDeclarations: () => boolean;
  readonly setDeclarations: () => void;
}

/** Cuts the text into tokens that lie end to end; reports what is wrong within one token. */
export function scanTokens(text: string, report: Report): Token[] {
  const scan = createScan(text, report);
  const tokens: Token[] = [];
  let position = scan.contentStart;
  while (position < text.length) {
    const token = scanToken(scan, position);
    tokens.push(token);
    position = token.kind === 'element' ? token.startTag.end : token.end;
  }
  return tokens;
}

function createScan(text: string, report: Report): Scan {
  const exhausted = new Set<string>();
  const next = new Map<string, number>();
  let declarations = false;
  let owner: ElementToken | undefined;
  let names = new Map<string, XmlAttribute>();
  return {
    text,
    report,
    contentStart: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    find: (wanted, from) => {
      if (exhausted.has(wanted)) return -1;
      const known = next.get(wanted);
      if (known !== undefined && known >= from) return known;
      const found = text.indexOf(wanted, from);
      if (found === -1) exhausted.add(wanted);
      else next.set(wanted, found);
      return found;
    },
    findDuplicate: (element, attribute) => {
      const { attributes } = element;
      if (attributes.length < MANY_ATTRIBUTES) return attributes.find(({ name }) => name === attribute.name);
      if (owner !== element) {
        owner = element;
        names = new Map(attributes.toReversed().map(earlier => [earlier.name, earlier]));
      }
      const first = names.get(attribute.name);
      if (first === undefined) names.set(attribute.name, attribute);
      return first;
    },
    hasDeclarations: () => declarations,
    setDeclarations: () => {
      declarations = true;
    },
  };
}

/** From this many attributes on, a map finds duplicates faster than a search. */
const MANY_ATTRIBUTES = 12;

function scanToken(scan: Scan, start: number): Token {
  const { text } = scan;
  if (text.charCodeAt(start) !== LESS_THAN) return scanText(scan, start);
  const code = text.charCodeAt(start + 1);
  if (isNameStart(code)) return scanStartTag(scan, start);
  if (code === SLASH) return scanEndTag(scan, start);
  if (code === EXCLAMATION || code === QUESTION) return scanSection(scan, start);
  return isRawLessThan(text, start) ? scanText(scan, start) : scanStartTag(scan, start);
}

/** A `<` that starts no name: a half-typed tag where it stands alone, a character where it stands in a text. */
function isRawLessThan(text: string, position: number): boolean {
  const code = text.charCodeAt(position + 1);
  if (Number.isNaN(code) || code === GREATER_THAN || code === LESS_THAN) return false;
  if (!isWhiteSpace(code)) return true;
  const next = skipBlanks(text, position + 1);
  const after = text.charCodeAt(next);
  return !(Number.isNaN(after) || after === LINE_FEED || after === CARRIAGE_RETURN || after === LESS_THAN);
}

function skipBlanks(text: string, from: number): number {
  let position = from;
  while (text.charCodeAt(position) === 32 || text.charCodeAt(position) === 9) position++;
  return position;
}

function scanText(scan: Scan, start: number): LeafToken {
  const { text } = scan;
  let position = start;
  let plain = true;
  let ampersands = false;
  for (; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === LESS_THAN) {
      const next = text.charCodeAt(position + 1);
      if (isNameStart(next) || next === SLASH || next === EXCLAMATION || next === QUESTION) break;
      if (!isRawLessThan(text, position)) break;
      scan.report({
        code: 'syntax/raw-less-than',
        range: { start: position, end: position + 1 },
        message: 'A < in a text starts a tag. libvirt cannot read the document. Write &lt; for the character.',
        fix: { title: 'Write &lt; for <', edits: [{ start: position, end: position + 1, text: '&lt;' }] },
      });
    } else if (code === AMPERSAND) ampersands = true;
    else if (code === CARRIAGE_RETURN) plain = false;
    else if (code === GREATER_THAN && position - 2 >= start && text.startsWith(']]', position - 2)) {
      scan.report({
        code: 'syntax/bad-character',
        range: { start: position - 2, end: position + 1 },
        message: ']]> may not stand in a text. libvirt cannot read the document. Write ]]&gt;.',
        fix: { title: 'Write ]]&gt;', edits: [{ start: position, end: position + 1, text: '&gt;' }] },
      });
    }
  }
  if (ampersands) checkReferences(text, start, position, scan.hasDeclarations(), scan.report);
  const raw = text.slice(start, position);
  return { kind: 'text', parent: undefined, start, end: position, value: plain && !ampersands ? raw : decodeText(raw) };
}

/**
 * `</name>`; one that lacks its `>` ends in front of the next `<`, of the next line, or of what cannot belong to it, and
 * is reported with the tree, as is a missing name.
 */
function scanEndTag(scan: Scan, start: number): EndTagToken {
  const { text } = scan;
  const nameStart = start + 2;
  const nameEnd = findNameEnd(text, nameStart);
  const name = text.slice(nameStart, nameEnd);
  const next = skipWhiteSpace(text, nameEnd);
  const closed = text.charCodeAt(next) === GREATER_THAN;
  if (!closed)
    return { kind: 'endTag', name, nameRange: { start: nameStart, end: nameEnd }, ...giveUp(scan, start, nameEnd) };
  if (name !== '' && !isName(name)) {
    scan.report({
      code: 'syntax/bad-name',
      range: { start: nameStart, end: nameEnd },
      message: `${name} is no name in XML. libvirt cannot read the document. Write the name of the start tag.`,
    });
  }
  return { kind: 'endTag', name, nameRange: { start: nameStart, end: nameEnd }, start, end: next + 1, closed };
}

function giveUp(scan: Scan, start: number, nameEnd: number): { start: number; end: number; closed: boolean } {
  const { text } = scan;
  let end = nameEnd;
  while (end < text.length && text.charCodeAt(end) !== LESS_THAN && !/[\r\n>]/.test(text.charAt(end))) end++;
  if (text.charCodeAt(end) === GREATER_THAN) {
    end++;
    scan.report({
      code: 'syntax/bad-character',
      range: { start: nameEnd, end: end - 1 },
      message: 'Only the name may stand in an end tag. libvirt cannot read the document. Delete the rest.',
      fix: { title: 'Delete the rest of the end tag', edits: [{ start: nameEnd, end: end - 1, text: '' }] },
    });
    return { start, end, closed: true };
  }
  if (!isBlank(text, nameEnd, end)) end = nameEnd;
  return { start, end, closed: false };
}
