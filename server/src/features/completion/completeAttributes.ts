import type { BoundElement } from '../../binding/model.ts';
import type { AttributeDeclaration } from '../../schema/model.ts';
import type { TextRange } from '../../xml/range.ts';
import type { XmlAttribute } from '../../xml/tree.ts';
import { findPage } from '../documentationPage.ts';
import { renderDocumentation } from '../renderDocumentation.ts';
import type { CompletionContext } from './completionContext.ts';
import { generateValue } from './elementSnippet.ts';
import type { UnrankedItem } from './rankItems.ts';
import { createSnippetWriter } from './snippetWriter.ts';

/** Where an attribute's name is to be written. */
export interface AttributePlace {
  /** A half-typed name, or nothing. */
  readonly range: TextRange;
  /** The attribute whose name is being typed; it does not count as present. */
  readonly typed: XmlAttribute | undefined;
  /** Whether a blank must come first. */
  readonly needsSpace: boolean;
}

/** The attributes that the element may still take: the required ones, then the others in the catalogue's order. */
export function completeAttributes(
  context: CompletionContext,
  element: BoundElement,
  place: AttributePlace,
): readonly UnrankedItem[] {
  const present = new Set(element.xml.attributes.filter(other => other !== place.typed).map(other => other.name));
  const free = [...element.body.attributes.values()].filter(
    attribute =>
      !present.has(attribute.name) &&
      context.works(attribute.limit, attribute.documentation) &&
      accepts(context, attribute, place),
  );
  return [...free.filter(attribute => attribute.required), ...free.filter(attribute => !attribute.required)].map(
    attribute => attributeItem(context, element, attribute, place),
  );
}

function attributeItem(
  context: CompletionContext,
  element: BoundElement,
  attribute: AttributeDeclaration,
  { range, typed, needsSpace }: AttributePlace,
): UnrankedItem {
  const { name, documentation, type, required } = attribute;
  const nameOnly = typed?.equals !== undefined;
  const { quote } = context.style;
  const { text } = context.document.xml;
  const value = type.values ? '' : (attribute.sample ?? generateValue(type.generate, context) ?? '');
  const touchesNext = !nameOnly && /[^\s/>?]/.test(text.charAt(range.end));
  const written = nameOnly ? name : `${name}=${quote}${createSnippetWriter().placeholder(value)}${quote}`;
  return {
    label: name,
    kind: 'attribute',
    detail: required ? `required, ${type.label}` : type.label,
    documentation: renderDocumentation(documentation, { page: documentation.page ?? findPage(element) }),
    range,
    insertText: (needsSpace ? ' ' : '') + written + (touchesNext ? ' ' : ''),
    ...(!nameOnly && { snippet: true }),
    ...(!nameOnly && value === '' && { retrigger: true }),
  };
}

/** Whether no rule would object to the name in this place. */
function accepts(context: CompletionContext, attribute: AttributeDeclaration, place: AttributePlace): boolean {
  const { name } = attribute;
  const { range, typed } = place;
  const end = typed?.end ?? range.end;
  const value = attribute.sample ?? attribute.type.values?.[0]?.value ?? 'x';
  return context.accepts({ start: range.start, end, text: ` ${name}='${value}' ` }, { start: 1, end: 1 + name.length });
}
