import { documentKinds } from '../../schema/catalogue.ts';
import type { AttributeDeclaration, ElementDeclaration } from '../../schema/model.ts';
import { renderDocumentation } from '../renderDocumentation.ts';
import type { ElementPlace } from './completeElements.ts';
import type { CompletionContext } from './completionContext.ts';
import { documentSnippets } from './documentSnippets.ts';
import { writeElementSnippet } from './elementSnippet.ts';
import { writeBody, writeInterfaceSnippets } from './interfaceSnippetItems.ts';
import type { UnrankedItem } from './rankItems.ts';
import { createSnippetWriter } from './snippetWriter.ts';

/** A whole document to start from, for each kind that there is; and whole interfaces. */
export function completeRoots(context: CompletionContext, place: ElementPlace): readonly UnrankedItem[] {
  const roots = documentKinds.map(
    ({ root, label }): UnrankedItem => ({
      label: root.name,
      kind: 'element',
      detail: label,
      documentation: renderDocumentation(root.documentation, { page: root.documentation.page }),
      range: place.range,
      insertText: place.opening + (place.missing === 'element' ? writeRoot(context, root) : root.name),
      snippet: true,
    }),
  );
  return [...roots, ...writeInterfaceSnippets(context, place)];
}

/** A document from its root's name on. */
function writeRoot(context: CompletionContext, root: ElementDeclaration): string {
  const body = documentSnippets.get(root.name);
  if (body !== undefined) return writeBody(body, context).slice(1);
  const offeredValues = (_: ElementDeclaration, { type }: AttributeDeclaration): readonly string[] =>
    (type.values ?? [])
      .filter(({ limit, documentation }) => context.works(limit, documentation))
      .filter(({ documentation: { drivers } }) => drivers === undefined || drivers.includes(context.driver))
      .map(({ value }) => value);
  const newRoot = { declaration: root, within: undefined };
  const { attributes, rest } = writeElementSnippet(newRoot, { ...context, offeredValues }, createSnippetWriter());
  return root.name + attributes + rest;
}
