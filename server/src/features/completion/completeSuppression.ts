import { isAboutSyntax } from '../../rules/control/applyControl.ts';
import { NEXT_ELEMENT, WHOLE_FILE } from '../../rules/control/suppression.ts';
import { unusedSuppression } from '../../rules/control/unusedSuppression.ts';
import { allCodes } from '../../rules/registry.ts';
import type { SectionLocation } from '../../xml/locate.ts';
import type { UnrankedItem } from './rankItems.ts';

/** In a comment: the words that suppress findings, and behind them the codes. `typed` as in `CompleteOptions`. */
export function completeSuppression(
  text: string,
  { offset, range }: SectionLocation,
  typed: string | undefined,
): readonly UnrankedItem[] {
  const before = text.slice(range.start, offset);
  const codes = /^<!--\s*libvirt-xml-disable(?:-next-element)?\s((?:[^:]*[\s,])?)([^\s,:]*)$/.exec(before);
  if (codes) {
    const [, listed = '', word = ''] = codes;
    return listCodes(text, offset, word, listed.split(/[\s,]+/));
  }
  const [, word] = /^<!--\s*([\w-]*)$/.exec(before) ?? [];
  // A list of words that nobody asked for is in the way of whoever writes an ordinary comment.
  return word === undefined || typed !== undefined ? [] : listWords(text, offset, word);
}

function listCodes(text: string, offset: number, word: string, listed: readonly string[]): readonly UnrankedItem[] {
  const rest = /^[\w/-]*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0;
  // What ends the comment is no part of a code.
  const end = text.startsWith('-->', offset + rest - 2) ? offset + rest - 2 : offset + rest;
  return allCodes
    .filter(code => !isAboutSyntax(code) && code !== unusedSuppression && !listed.includes(code.code))
    .toSorted((left, right) => (left.code < right.code ? -1 : 1))
    .map(({ code, severity, page }) => ({
      label: code,
      kind: 'value',
      detail: severity,
      documentation: page.title,
      range: { start: offset - word.length, end },
      insertText: code,
    }));
}

function listWords(text: string, offset: number, word: string): readonly UnrankedItem[] {
  const gap = /\s/.test(text.charAt(offset)) ? '' : ' ';
  return [
    { label: NEXT_ELEMENT, documentation: 'Switches findings off for the element behind this comment.' },
    { label: WHOLE_FILE, documentation: 'Switches findings off for the whole file.' },
  ].map(item => ({
    ...item,
    kind: 'comment',
    range: { start: offset - word.length, end: offset },
    insertText: item.label + gap,
    retrigger: true,
  }));
}
