import type { CompletionItem as LspCompletionItem } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, CompletionKind } from '../../features/model.ts';
import type { ClientFeatures } from '../clientFeatures.ts';
import { CompletionItemKind, InsertTextFormat } from '../languageServer.ts';
import { toMarkup } from './markup.ts';
import { toRange, toTextEdit } from './range.ts';
import { snippetToText } from './snippet.ts';

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  element: CompletionItemKind.Class,
  attribute: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.Reference,
  endTag: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
  comment: CompletionItemKind.Text,
};

export function toCompletionItem(
  document: TextDocument,
  item: CompletionItem,
  client: ClientFeatures,
): LspCompletionItem {
  const snippet = item.snippet === true && client.snippets;
  const text = item.snippet === true && !snippet ? snippetToText(item.insertText) : item.insertText;
  return {
    label: item.label,
    kind: kinds[item.kind],
    ...(item.detail !== undefined &&
      (client.labelDetails ? { labelDetails: { description: item.detail } } : { detail: item.detail })),
    ...(item.documentation !== undefined && { documentation: toMarkup(item.documentation, client.completionMarkdown) }),
    sortText: String(item.rank).padStart(5, '0'),
    ...(item.filterText !== undefined && { filterText: item.filterText }),
    ...(item.preselect && client.preselect && { preselect: true }),
    ...(snippet && { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: { range: toRange(document, item.range), newText: text },
    ...(item.additionalEdits !== undefined && {
      additionalTextEdits: item.additionalEdits.map(edit => toTextEdit(document, edit)),
    }),
    ...(item.retrigger &&
      client.suggestCommand !== undefined && { command: { title: 'Suggest', command: client.suggestCommand } }),
  };
}
