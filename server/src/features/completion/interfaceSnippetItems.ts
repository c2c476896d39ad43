import type { ElementPlace } from './completeElements.ts';
import type { CompletionContext } from './completionContext.ts';
import { interfaceSnippets } from './interfaceSnippets.ts';
import type { UnrankedItem } from './rankItems.ts';
import { escapeSnippet } from './snippetWriter.ts';

/** The whole interfaces that can be written here; none where a part of the start tag stands already. */
export function writeInterfaceSnippets(context: CompletionContext, place: ElementPlace): readonly UnrankedItem[] {
  if (place.missing !== 'element') return [];
  return interfaceSnippets
    .filter(({ drivers }) => !drivers || drivers.includes(context.driver))
    .map(snippet => ({
      label: snippet.label,
      kind: 'snippet',
      documentation: snippet.documentation,
      range: place.range,
      insertText: writeBody(snippet.body, context).slice(place.opening === '<' ? 0 : 1),
      snippet: true,
    }));
}

/** The snippet's text with fresh values, in the style of the document. */
export function writeBody(
  body: string,
  { generator, style, macPrefix }: Pick<CompletionContext, 'generator' | 'style' | 'macPrefix'>,
): string {
  return body
    .replaceAll('%uuid%', escapeSnippet(generator.uuid()))
    .replaceAll('%mac%', escapeSnippet(generator.mac(macPrefix)))
    .replaceAll("'", style.quote)
    .replaceAll(/^(?: {2})+/gm, blanks => style.indent.repeat(blanks.length / 2))
    .replaceAll('\n', style.lineBreak);
}
