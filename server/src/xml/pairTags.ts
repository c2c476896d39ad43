import type { TagLayout } from './tagLayout.ts';
import type { ElementToken, EndTagToken, Token } from './tokens.ts';

/** For each start tag the index of its end tag's token and the other way round; -1 for none. */
export type TagPairs = Int32Array;

/** How many open tags are looked at for the partner of an end tag; keeps hostile documents linear. */
const REACH = 64;

/**
 * Pairs by names alone: an end tag belongs to the nearest open start tag of its name. Where one is cut off, the innermost
 * open start tag will do whose name goes on where it stops.
 */
export function pairByName(tokens: readonly Token[]): TagPairs {
  const pairs = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  const counts = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (opens(token)) {
      open.push(index);
      counts.set(token.name, (counts.get(token.name) ?? 0) + 1);
    }
    if (token.kind !== 'endTag') continue;
    const top = tokens[open.at(-1) ?? -1];
    const known = (counts.get(token.name) ?? 0) > 0;
    const cut = top?.kind === 'element' && !(known && token.closed) && isCutFrom(top, token);
    if (!known && !cut) continue;
    for (let start = open.pop(); start !== undefined; start = open.pop()) {
      const name = nameOf(tokens, start);
      counts.set(name, (counts.get(name) ?? 0) - 1);
      if (name !== token.name && !cut) continue;
      pair(pairs, start, index);
      break;
    }
  }
  return pairs;
}

/**
 * Pairs with the help of the indentation, for documents where it can be trusted: first the passages without any
 * mistake whose two tags stand in the same column, then tags of one line, then tags of one column. A tag that is cut
 * off pairs with one whose name goes on where it stops; one without any name comes last, as it would fit everywhere.
 */
export function pairByIndentation(tokens: readonly Token[], layout: TagLayout): TagPairs {
  const pairs = new Int32Array(tokens.length).fill(-1);
  const flawless = pairFlawless(tokens, layout, pairs);
  pairWithinLines(tokens, layout, pairs);
  pairColumns(
    tokens,
    layout,
    flawless,
    pairs,
    (start, end) => start.name !== '' && end.name !== '' && isCutFrom(start, end),
  );
  pairColumns(tokens, layout, flawless, pairs, isCutFrom);
  return pairs;
}

/**
 * Pairs strictly nested tags where the outer two stand in one column; then all inside them hold as well. Returns those
 * passages: by the index of their first tag that of their last, 0 elsewhere.
 */
function pairFlawless(tokens: readonly Token[], layout: TagLayout, pairs: TagPairs): Int32Array {
  const strict = new Int32Array(tokens.length).fill(-1);
  let open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (opens(token)) {
      if (token.startTagClosed) open.push(index);
      else open = [];
    } else if (token.kind === 'endTag') {
      const start = open.pop();
      if (start === undefined || !token.closed || nameOf(tokens, start) !== token.name) open = [];
      else pair(strict, start, index);
    }
  }
  const passages = new Int32Array(tokens.length);
  for (let index = 0; index < tokens.length; index++) {
    const end = strict[index] ?? -1;
    if (end <= index || layout.column[index] !== layout.column[end]) continue;
    passages[index] = end;
    for (; index < end; index++) pairs[index] = strict[index] ?? -1;
    pairs[end] = strict[end] ?? -1;
  }
  return passages;
}

function pairWithinLines(tokens: readonly Token[], layout: TagLayout, pairs: TagPairs): void {
  let open: number[] = [];
  let line = -1;
  for (const [index, token] of tokens.entries()) {
    if ((token.kind !== 'element' && token.kind !== 'endTag') || pairs[index] !== -1) continue;
    if (layout.line[index] !== line) {
      open = [];
      line = layout.line[index] ?? -1;
    }
    if (opens(token)) open.push(index);
    if (token.kind !== 'endTag') continue;
    let place = findPartner(tokens, open, start => start.name === token.name);
    if (place === -1) place = findPartner(tokens, open, start => isCutFrom(start, token));
    if (place === -1) continue;
    pair(pairs, open[place] ?? -1, index);
    open.length = place;
  }
}

type Match = (start: ElementToken, end: EndTagToken) => boolean;

/** Pairs what is not paired yet, in one column: tags of one name, or that `match`; or the innermost one of that name. */
function pairColumns(
  tokens: readonly Token[],
  layout: TagLayout,
  flawless: Int32Array,
  pairs: TagPairs,
  match: Match,
): void {
  const open: number[] = [];
  const columnOf = (index: number): number => layout.column[index] ?? 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind !== 'element' && token?.kind !== 'endTag') continue;
    const column = columnOf(index);
    if (layout.first[index] === 1) {
      while (open.length > 0 && columnOf(open.at(-1) ?? 0) > column) open.pop();
    }
    const passageEnd = flawless[index] ?? 0;
    if (passageEnd > 0) {
      index = passageEnd;
    } else if (opens(token)) {
      open.push(index);
    } else if (token.kind === 'endTag') {
      const partner = pairs[index] ?? -1;
      let place = -1;
      if (partner === -1) {
        const free = (start: number): boolean => pairs[start] === -1;
        const fits = (start: number): boolean => free(start) && columnOf(start) === column;
        place = findPartner(tokens, open, start => start.name === token.name, fits);
        if (place === -1) place = findPartner(tokens, open, start => match(start, token), fits);
        const top = open.at(-1);
        if (place === -1 && top !== undefined && free(top) && nameOf(tokens, top) === token.name)
          place = open.length - 1;
        if (place !== -1) pair(pairs, open[place] ?? -1, index);
      } else {
        // A pair that stands already: nothing is paired across it.
        place = open.length;
        while (place > 0 && (open[place - 1] ?? -1) >= partner) place--;
      }
      if (place !== -1) open.length = place;
    }
  }
}

/** The place in `open` of the innermost tag that matches, no further out than all between fit; -1 for none. */
function findPartner(
  tokens: readonly Token[],
  open: readonly number[],
  matches: (start: ElementToken) => boolean,
  fits: (start: number) => boolean = () => true,
): number {
  const last = Math.max(0, open.length - REACH);
  for (let place = open.length - 1; place >= last; place--) {
    const start = open[place] ?? -1;
    const candidate = tokens[start];
    if (!fits(start)) break;
    if (candidate?.kind === 'element' && matches(candidate)) return place;
  }
  return -1;
}

/** Whether one of the tags lacks its `>` and its name is the beginning of the other's. */
function isCutFrom(start: ElementToken, end: EndTagToken): boolean {
  return (
    (!start.startTagClosed && start.attributes.length === 0 && end.name.startsWith(start.name)) ||
    (!end.closed && start.name.startsWith(end.name))
  );
}

/** Whether a token is a start tag that waits for an end tag. */
export function opens(token: Token): token is ElementToken {
  return token.kind === 'element' && !token.selfClosing;
}

function nameOf(tokens: readonly Token[], index: number): string {
  const token = tokens[index];
  return token?.kind === 'element' ? token.name : '';
}

function pair(pairs: TagPairs, start: number, end: number): void {
  pairs[start] = end;
  pairs[end] = start;
}
