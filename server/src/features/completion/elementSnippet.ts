import type { BodyResolver } from '../../binding/effectiveBody.ts';
import type { EffectiveBody } from '../../binding/model.ts';
import type { Generator } from '../../rules/finding.ts';
import type { AttributeDeclaration, ElementDeclaration } from '../../schema/model.ts';
import { choice, createTabStops, placeholder, type TabStops, tabStop } from './snippetSyntax.ts';
import { findUsualParts, type UsualParts } from './usualParts.ts';
import type { WritingStyle } from './writingStyle.ts';

/** What a new element is written with. */
export interface SnippetContext {
  readonly resolveBody: BodyResolver;
  readonly generator: Generator;
  readonly style: WritingStyle;
  /** Octets under which new MAC addresses are made. */
  readonly macPrefix: string;
  /** The values of an attribute that are worth offering in this place. */
  readonly offeredValues: (element: ElementDeclaration, attribute: AttributeDeclaration) => readonly string[];
}

/** A new element and what is known of its surroundings. */
export interface NewElement {
  readonly declaration: ElementDeclaration;
  /** The case that the enclosing element has chosen: the type of the interface, of the virtual port. */
  readonly within: string | undefined;
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

/** A new element with what it must have and nearly always has, as text with tab stops and choices. */
export function writeElementSnippet(element: NewElement, context: SnippetContext): ElementSnippet {
  return writeParts(element, context, createTabStops(), 0);
}

function writeParts(element: NewElement, context: SnippetContext, stops: TabStops, depth: number): ElementSnippet {
  const { declaration, within } = element;
  const usual = findUsualParts(declaration.name, [within]);
  const settled = settle(declaration, usual, context);
  const body = context.resolveBody(declaration, name => settled[name]);
  const attributes = [...body.attributes.values()].filter(attribute => isWritten(attribute, usual));
  const written = attributes.map(
    attribute => ` ${attribute.name}=${writeValue(declaration, attribute, context, stops)}`,
  );
  // An element whose attributes are all optional is there for one of them.
  const retrigger = depth === 0 && attributes.length === 0 && body.attributes.size > 0;
  if (retrigger) written.push(` ${tabStop(stops)}`);
  return {
    attributes: written.join(''),
    rest: writeRest(element, body, context, stops, { depth, oneLine: retrigger }),
    retrigger,
  };
}

function isWritten(attribute: AttributeDeclaration, usual: readonly UsualParts[]): boolean {
  return attribute.required === true || usual.some(parts => parts.attributes?.includes(attribute.name));
}

/** The attributes whose values leave no choice: they select the variant of a body. */
function settle(
  declaration: ElementDeclaration,
  usual: readonly UsualParts[],
  context: SnippetContext,
): Readonly<Record<string, string>> {
  const settled: Record<string, string> = {};
  for (const attribute of declaration.body?.().attributes ?? []) {
    if (!isWritten(attribute, usual)) continue;
    const [only, ...others] = context.offeredValues(declaration, attribute);
    if (only !== undefined && others.length === 0) settled[attribute.name] = only;
  }
  return settled;
}

/** A value with its quotes. */
function writeValue(
  declaration: ElementDeclaration,
  attribute: AttributeDeclaration,
  context: SnippetContext,
  stops: TabStops,
): string {
  const { quote } = context.style;
  const values = context.offeredValues(declaration, attribute);
  const stop =
    values.length > 0
      ? choice(stops, values)
      : placeholder(stops, attribute.sample ?? generateValue(attribute.type.generate, context) ?? '');
  return quote + stop + quote;
}

export function generateValue(
  kind: 'uuid' | 'mac' | undefined,
  { generator, macPrefix }: Pick<SnippetContext, 'generator' | 'macPrefix'>,
): string | undefined {
  if (kind === undefined) return undefined;
  return kind === 'uuid' ? generator.uuid() : generator.mac(macPrefix);
}

interface RestOptions {
  readonly depth: number;
  /** Start tag and end tag stay on one line. */
  readonly oneLine: boolean;
}

function writeRest(
  { declaration: { name }, within }: NewElement,
  body: EffectiveBody,
  context: SnippetContext,
  stops: TabStops,
  { depth, oneLine }: RestOptions,
): string {
  if (body.text) return `>${tabStop(stops)}</${name}>`;
  if (body.children.size === 0 && !body.open) return '/>';
  const { indent, lineBreak } = context.style;
  const usual = findUsualParts(name, [within, selectedCase(body)]);
  const children = [...body.children.values()].filter(
    ({ required, element }) => required || usual.some(parts => parts.children?.includes(element.name)),
  );
  // What is required inside is not known before the attribute that decides has a value.
  const decided = body.selections.every(({ selected }) => selected !== undefined);
  const inner = decided && depth < DEPTH_LIMIT ? children : [];
  const lines = inner.map(({ element: declaration }) => {
    const child: NewElement = { declaration, within: selectedCase(body) ?? within };
    const parts = writeParts(child, context, stops, depth + 1);
    return `<${declaration.name}${parts.attributes}${parts.rest}`;
  });
  const cursor = depth === 0 ? '$0' : tabStop(stops);
  if (lines.length === 0 && oneLine) return `>${cursor}</${name}>`;
  const content = (lines.length > 0 ? lines : [cursor]).map(line =>
    (lineBreak + line).replaceAll(lineBreak, lineBreak + indent),
  );
  return `>${content.join('')}${lineBreak}</${name}>`;
}

/** The case that an element has chosen, which its children may depend on. */
export function selectedCase(body: EffectiveBody): string | undefined {
  return body.selections.find(({ selected }) => selected !== undefined)?.selected;
}
