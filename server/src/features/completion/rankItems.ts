import type { CompletionItem } from '../model.ts';

/** An item whose place in the list is that in its array. */
export type UnrankedItem = Omit<CompletionItem, 'rank'>;

export function rankItems(items: readonly UnrankedItem[]): readonly CompletionItem[] {
  return items.map((item, rank) => ({ ...item, rank }));
}
