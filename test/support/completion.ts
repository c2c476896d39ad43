import { expect } from 'vitest';
import type { CompleteOptions } from '../../server/src/features/completion/createCompleter.ts';
import type { CompletionItem } from '../../server/src/features/model.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { applyEdits } from './applyEdits.ts';
import { parseCursor } from './marker.ts';

const service = createLanguageService({ random: () => 0.5, log: message => expect.unreachable(message) });

/** What is offered at the `|` of a document that is said to be libvirt's. */
export function complete(marked: string, options: CompleteOptions = {}): readonly CompletionItem[] {
  const { text, offset } = parseCursor(marked);
  return service.doComplete(service.parse(text, { claimed: true }), offset, options);
}

export interface Expected {
  /** All labels in their order. */
  readonly all?: readonly string[];
  /** The labels that come first. */
  readonly first?: readonly string[];
  /** Labels that are there, wherever. */
  readonly some?: readonly string[];
  readonly none?: readonly string[];
}

/** Checks which labels are offered at the `|`. */
export function checkCompletion(marked: string, { all, first, some = [], none = [] }: Expected): void {
  const labels = complete(marked).map(({ label }) => label);
  if (all) expect(labels).toEqual(all);
  if (first) expect(labels.slice(0, first.length)).toEqual(first);
  for (const label of some) expect(labels).toContain(label);
  for (const label of none) expect(labels).not.toContain(label);
}

/** Checks the document after the item has been accepted, with snippet syntax as it is: `$1`, `${2:eth0}`. */
export function checkAccepted(marked: string, label: string, after: string): void {
  expect(accept(marked, label)).toBe(after);
}

/** The document after the item of this label has been accepted. */
export function accept(marked: string, label: string): string {
  const item = complete(marked).find(other => other.label === label);
  if (!item)
    throw new Error(
      `${label} is not offered, but ${complete(marked)
        .map(other => other.label)
        .join(', ')}`,
    );
  return acceptItem(parseCursor(marked).text, item);
}

/** The document after an item has been accepted; an editor indents the further lines of a snippet like the first. */
export function acceptItem(text: string, { range, insertText, additionalEdits = [] }: CompletionItem): string {
  const lineStart = Math.max(text.lastIndexOf('\n', range.start - 1), text.lastIndexOf('\r', range.start - 1)) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(lineStart, range.start))?.[0] ?? '';
  const indented = insertText.replaceAll(/\r\n|\r|\n/g, lineBreak => lineBreak + indentation);
  return applyEdits(text, [...additionalEdits, { ...range, text: indented }]);
}

/** A snippet with its placeholders and first choices taken. */
export function takePlaceholders(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replaceAll(/\$\d+/g, '')
    .replaceAll(/\\([\\$},|])/g, '$1');
}
