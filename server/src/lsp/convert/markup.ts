import type { MarkupContent } from 'vscode-languageserver';
import { MarkupKind } from '../languageServer.ts';

/** Markdown where the client shows it, the bare words elsewhere. */
export function toMarkup(markdown: string, showsMarkdown: boolean): MarkupContent {
  return showsMarkdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: toPlainText(markdown) };
}

/** Takes the Markdown that this project writes back to words: emphasis, code, links, tables, escapes. */
export function toPlainText(markdown: string): string {
  return markdown
    .replace(/^\|[ :|-]+\|[ \t]*\n/gm, '')
    .replace(/^\|(.*)\|[ \t]*$/gm, (_, cells: string) =>
      cells
        .split('|')
        .map(cell => cell.trim())
        .join('  '),
    )
    .replace(/^```.*\n?/gm, '')
    .replace(/^#+ /gm, '')
    .replace(/\[([^\]\n]*)\]\(([^)\n]*)\)/g, '$1 ($2)')
    .replace(/(?<!\\)(\*\*|`)/g, '')
    .replace(/(?<![\\\w*])([*_])(?=\S)([^*_\n]+)\1(?!\w)/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(lt|gt|amp|nbsp);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&' })[name] ?? ' ');
}
