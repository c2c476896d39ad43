import type { BoundElement } from '../../binding/model.ts';
import type { AttributeDeclaration, ChildDeclaration, ElementDeclaration } from '../../schema/model.ts';
import { childElements } from '../../xml/query.ts';
import type { TextRange } from '../../xml/range.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { findPage } from '../documentationPage.ts';
import { renderDocumentation } from '../renderDocumentation.ts';
import type { CompletionContext } from './completionContext.ts';
import { type ElementSnippet, selectedCase, writeElementSnippet } from './elementSnippet.ts';
import { writeInterfaceSnippets } from './interfaceSnippetItems.ts';
import type { UnrankedItem } from './rankItems.ts';

/** Where an element is to be written, and what of it is there already. */
export interface ElementPlace {
  /** What the new text replaces: a half-typed name, or nothing. */
  readonly range: TextRange;
  /** The element whose name is being typed; it does not count as present. */
  readonly typed: XmlElement | undefined;
  /** What must be written in front of the name. */
  readonly opening: '' | '<';
  /** All of it; its start tag; the name and the attributes, in front of a `>` that stands there; the name alone. */
  readonly missing: 'element' | 'startTag' | 'attributes' | 'name';
}

/** The elements that may still come inside `parent`: those that must come first, then in the catalogue's order. */
export function completeElements(
  context: CompletionContext,
  parent: BoundElement,
  place: ElementPlace,
): readonly UnrankedItem[] {
  const present = new Set(
    childElements(parent.xml)
      .filter(child => child !== place.typed)
      .map(child => child.name),
  );
  const candidates = [...parent.body.children.values()].filter(
    child => (child.repeatable || !present.has(child.element.name)) && accepts(context, place, child.element.name, ''),
  );
  const ordered = [...candidates.filter(child => child.required), ...candidates.filter(child => !child.required)];
  return ordered.flatMap(child => [
    elementItem(context, parent, child, place),
    ...(parent.declaration.name === 'devices' && child.element.name === 'interface'
      ? writeInterfaceSnippets(context, place)
      : []),
  ]);
}

function elementItem(
  context: CompletionContext,
  parent: BoundElement,
  { element, required }: ChildDeclaration,
  place: ElementPlace,
): UnrankedItem {
  const offeredValues = (declaration: ElementDeclaration, attribute: AttributeDeclaration): readonly string[] => {
    const values = (attribute.type.values ?? []).map(({ value }) => value);
    return declaration === element
      ? values.filter(value => accepts(context, place, element.name, ` ${attribute.name}='${value}'`))
      : values;
  };
  const parts = writeElementSnippet(
    { declaration: element, within: selectedCase(parent.body) },
    { ...context, offeredValues },
  );
  return {
    label: element.name,
    kind: 'element',
    ...(required && { detail: 'required' }),
    documentation: renderDocumentation(element.documentation, {
      page: element.documentation.page ?? findPage(parent),
    }),
    range: place.range,
    insertText: place.opening + element.name + missingParts(parts, place),
    snippet: true,
    ...(parts.retrigger && { retrigger: true }),
  };
}

function missingParts({ attributes, rest }: ElementSnippet, { missing }: ElementPlace): string {
  switch (missing) {
    case 'element':
      return attributes + rest;
    case 'startTag':
      return `${attributes}>`;
    case 'attributes':
      return attributes;
    case 'name':
      return '';
  }
}

/** Whether no rule would object to the element in this place, or to its last attribute when some are given. */
function accepts(context: CompletionContext, place: ElementPlace, name: string, attributes: string): boolean {
  const { range, opening, missing } = place;
  const start = opening === '<' ? range.start : range.start - 1;
  const closing = missing === 'element' ? '/>' : missing === 'startTag' ? '>' : '';
  const text = `<${name}${attributes}${closing}`;
  const end = 1 + name.length + attributes.length;
  return context.accepts({ start, end: range.end, text }, { start: attributes === '' ? 1 : 1 + name.length, end });
}
