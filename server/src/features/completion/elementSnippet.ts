import type { BodyResolver } from '../../binding/effectiveBody.ts';
import type { EffectiveBody } from '../../binding/model.ts';
import type { Generator } from '../../rules/finding.ts';
import { findUsualParts, type UsualParts } from '../../rules/schema/usualParts.ts';
import type { Datatype } from '../../schema/datatypes/datatype.ts';
import type { AttributeDeclaration, ElementDeclaration } from '../../schema/model.ts';
import { escapeAttributeValue, escapeText } from '../../xml/decode.ts';
import type { WorksHere } from './completionContext.ts';
import type { SnippetWriter } from './snippetWriter.ts';
import type { WritingStyle } from './writingStyle.ts';

/** The values of an attribute of a new element that are worth offering. */
export type OfferedValues = (element: ElementDeclaration, attribute: AttributeDeclaration) => readonly string[];

/** What a new element is written with. */
export interface SnippetContext {
  readonly resolveBody: BodyResolver;
  readonly generator: Generator;
  readonly style: WritingStyle;
  /** Octets under which new MAC addresses are made. */
  readonly macPrefix: string;
  readonly works: WorksHere;
  readonly offeredValues: OfferedValues;
}

/** A new element and what is known of its surroundings. */
export interface NewElement {
  readonly declaration: ElementDeclaration;
  /** As it is to be written; the declared name when absent. */
  readonly name?: string;
  /** The case that the enclosing element has chosen: the type of the interface, of the virtual port. */
  readonly within: string | undefined;
  /** Attributes whose values are settled. */
  readonly given?: Readonly<Record<string, string>>;
}

/** The parts of a new element's text in snippet syntax: `<` + name + attributes + rest. */
export interface ElementSnippet {
  /** With a blank in front of each. */
  readonly attributes: string;
  /** From the end of the start tag on: `/>`, or `>`, the content and the end tag. */
  readonly rest: string;
  /** The cursor then stands where an attribute may come. */
  readonly retrigger: boolean;
}

/** How deep required children bring required children of their own. */
const DEPTH_LIMIT = 4;

/** A new element with what it must have and nearly always has, as text with places to fill in. */
export function writeElementSnippet(
  element: NewElement,
  context: SnippetContext,
  writer: SnippetWriter,
): ElementSnippet {
  return writeParts(element, context, writer, 0);
}

function writeParts(
  element: NewElement,
  context: SnippetContext,
  writer: SnippetWriter,
  depth: number,
): ElementSnippet {
  const { declaration, within, given = {} } = element;
  const settled = settle(element, context);
  const usual = findUsualParts(declaration.name, [within, ...Object.values(settled)]);
  const body = context.resolveBody(declaration, name => settled[name]);
  const attributes = [...body.attributes.values()]
    .filter(attribute => isWritten(attribute, usual, given) && context.works(attribute.limit, attribute.documentation))
    .map(
      attribute => ` ${attribute.name}=${writeValue(declaration, attribute, settled[attribute.name], context, writer)}`,
    );
  const children = chooseChildren(element, body, context, depth);
  // An element whose parts are all optional is there for one of its attributes.
  const retrigger = depth === 0 && attributes.length === 0 && children.length === 0 && body.attributes.size > 0;
  if (retrigger) attributes.push(` ${writer.tabStop()}`);
  const inner: NewElement[] = children.map(child => ({ declaration: child, within: selectedCase(body) ?? within }));
  const lines = inner.map(child => {
    const parts = writeParts(child, context, writer, depth + 1);
    return `<${child.declaration.name}${parts.attributes}${parts.rest}`;
  });
  const text = usual.find(parts => parts.text !== undefined)?.text;
  const cursor = () => writeContentStop(body.text, text, context, writer, depth);
  const empty = usual.some(parts => parts.empty);
  return {
    attributes: attributes.join(''),
    rest: writeRest(element.name ?? declaration.name, body, lines, context.style, {
      cursor,
      empty,
      oneLine: retrigger,
    }),
    retrigger,
  };
}

function isWritten(
  attribute: AttributeDeclaration,
  usual: readonly UsualParts[],
  given: NewElement['given'] = {},
): boolean {
  return (
    attribute.required === true ||
    Object.hasOwn(given, attribute.name) ||
    usual.some(parts => parts.attributes?.includes(attribute.name))
  );
}

/** The attributes whose values leave no choice: they select the variant of a body. */
function settle(
  { declaration, within, given = {} }: NewElement,
  context: SnippetContext,
): Readonly<Record<string, string>> {
  const usual = findUsualParts(declaration.name, [within]);
  const settled: Record<string, string> = { ...given };
  for (const attribute of declaration.body?.().attributes ?? []) {
    if (!attribute.type.values || !isWritten(attribute, usual)) continue;
    const [only, ...others] = context.offeredValues(declaration, attribute);
    if (only !== undefined && others.length === 0) settled[attribute.name] ??= only;
  }
  return settled;
}

/** The children that a new element brings; none before the attribute that decides about them has a value. */
function chooseChildren(
  { declaration: { name }, within }: NewElement,
  body: EffectiveBody,
  context: SnippetContext,
  depth: number,
): readonly ElementDeclaration[] {
  if (depth === DEPTH_LIMIT || body.selections.some(({ selected }) => selected === undefined)) return [];
  const usual = findUsualParts(name, [within, selectedCase(body)]);
  return [...body.children.values()]
    .filter(child => child.required || usual.some(parts => parts.children?.includes(child.element.name)))
    .filter(child => context.works(child.limit, child.element.documentation))
    .map(child => child.element);
}

/** A value with its quotes: the settled one, or a place to fill in. */
function writeValue(
  declaration: ElementDeclaration,
  attribute: AttributeDeclaration,
  value: string | undefined,
  context: SnippetContext,
  writer: SnippetWriter,
): string {
  const { quote } = context.style;
  return (
    quote + (value === undefined ? writeStop(declaration, attribute, context, writer) : writer.literal(value)) + quote
  );
}

function writeStop(
  declaration: ElementDeclaration,
  attribute: AttributeDeclaration,
  context: SnippetContext,
  writer: SnippetWriter,
): string {
  const values = context.offeredValues(declaration, attribute);
  return values.length > 0
    ? writer.choice(values.map(value => escapeAttributeValue(value, context.style.quote)))
    : writer.placeholder(attribute.sample ?? generateValue(attribute.type.generate, context) ?? '');
}

export function generateValue(
  kind: 'uuid' | 'mac' | undefined,
  { generator, macPrefix }: Pick<SnippetContext, 'generator' | 'macPrefix'>,
): string | undefined {
  if (kind === undefined) return undefined;
  return kind === 'uuid' ? generator.uuid() : generator.mac(macPrefix);
}

/** The place for the content: a text of the type, else where the cursor is left. */
function writeContentStop(
  type: Datatype | undefined,
  text: string | undefined,
  context: SnippetContext,
  writer: SnippetWriter,
  depth: number,
): string {
  if (type?.values) return writer.choice(type.values.map(({ value }) => escapeText(value)));
  const start = text ?? generateValue(type?.generate, context);
  if (start !== undefined) return writer.placeholder(start);
  return depth === 0 ? writer.finalTabStop() : writer.tabStop();
}

interface RestOptions {
  /** Makes the tab stop for the content. */
  readonly cursor: () => string;
  /** Mostly written without content. */
  readonly empty: boolean;
  /** Start tag and end tag stay on one line. */
  readonly oneLine: boolean;
}

function writeRest(
  name: string,
  body: EffectiveBody,
  lines: readonly string[],
  { indent, lineBreak }: WritingStyle,
  { cursor, empty, oneLine }: RestOptions,
): string {
  if (body.text || (body.open && body.children.size === 0)) return `>${cursor()}</${name}>`;
  if (body.children.size === 0 || (empty && lines.length === 0)) return '/>';
  if (lines.length === 0 && oneLine) return `>${cursor()}</${name}>`;
  const content = (lines.length > 0 ? lines : [cursor()]).map(line =>
    (lineBreak + line).replaceAll(lineBreak, lineBreak + indent),
  );
  return `>${content.join('')}${lineBreak}</${name}>`;
}

/** The case that an element has chosen, which its children may depend on. */
export function selectedCase(body: EffectiveBody): string | undefined {
  return body.selections.find(({ selected }) => selected !== undefined)?.selected;
}
