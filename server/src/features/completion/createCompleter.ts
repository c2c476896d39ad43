import type { BoundDocument } from '../../binding/model.ts';
import type { Generator } from '../../rules/finding.ts';
import type { Target } from '../../rules/target.ts';
import type { WorkspaceAround } from '../../workspace/model.ts';
import {
  type AttributeNameLocation,
  type ContentLocation,
  type EndTagNameLocation,
  locate,
  type TagNameLocation,
  type XmlLocation,
} from '../../xml/locate.ts';
import type { TextRange } from '../../xml/range.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { CompletionItem } from '../model.ts';
import { type AttributePlace, completeAttributes } from './completeAttributes.ts';
import { completeElements, type ElementPlace } from './completeElements.ts';
import { completeRoots } from './completeRoots.ts';
import { completeSuppression } from './completeSuppression.ts';
import { completeText } from './completeText.ts';
import { completeValues } from './completeValues.ts';
import { type CompletionContext, createContextFactory } from './completionContext.ts';
import { endTagItem, findOpenElement } from './endTagItem.ts';
import { rankItems, type UnrankedItem } from './rankItems.ts';

export interface CompleteOptions {
  /** The character whose typing asks; absent when the user does. */
  readonly typed?: string | undefined;
  /** What the document is meant for; what that does not know is not offered. */
  readonly target?: Partial<Target> | undefined;
  /** The files around it, whose names are offered. */
  readonly workspace?: WorkspaceAround | undefined;
  /** Whether documentation may have pictures; absent: no. */
  readonly pictures?: boolean | undefined;
}

/** Everything that can be written at an offset, best first; works on half-typed text. */
export type Completer = (
  document: BoundDocument,
  offset: number,
  options?: CompleteOptions,
) => readonly CompletionItem[];

export function createCompleter(generator: Generator): Completer {
  const createContext = createContextFactory(generator);
  return (document, offset, { typed, target, workspace, pictures } = {}) => {
    if (!document.kind && !document.claimed) return [];
    // Between the two characters nothing may come.
    if (document.xml.text.startsWith('</', offset - 1)) return [];
    const location = locate(document.xml, offset);
    if (location.kind === 'comment') return rankItems(completeSuppression(document.xml.text, location, typed));
    if (typed !== undefined && !isOpener(typed, location.kind)) return [];
    const near = location.element ?? location.parent;
    return rankItems(
      complete(createContext(document, location.offset, near, { target, workspace, pictures }), location),
    );
  };
}

/** Whether the character opens a place of the kind: a list that nobody asked for is in the way everywhere else. */
function isOpener(typed: string, kind: XmlLocation['kind']): boolean {
  switch (typed) {
    case '<':
      return kind === 'tagName' || kind === 'content';
    case '/':
      return kind === 'endTagName';
    case ' ':
      return kind === 'startTag';
    default:
      return kind === 'attributeValue';
  }
}

function complete(context: CompletionContext, location: XmlLocation): readonly UnrankedItem[] {
  const element = location.element && context.document.bound(location.element);
  switch (location.kind) {
    case 'tagName':
      return completeTagName(context, location);
    case 'startTag':
      return element ? completeAttributes(context, element, { ...location, typed: undefined }) : [];
    case 'attributeName':
      return element ? completeAttributes(context, element, attributePlace(location)) : [];
    case 'attributeValue':
      return element ? completeValues(context, element, location.attribute, location.range) : [];
    case 'endTagName':
      return completeEndTagName(context, location);
    case 'content':
      return completeContent(context, location);
    default:
      return [];
  }
}

/** In front of the name of an attribute that is whole, another one is to be written. */
function attributePlace({ attribute, range, offset }: AttributeNameLocation): AttributePlace {
  return offset === range.start && attribute.equals !== undefined
    ? { range: { start: offset, end: offset }, typed: undefined, needsSpace: false }
    : { range, typed: attribute, needsSpace: false };
}

function completeTagName(
  context: CompletionContext,
  { element, parent, range }: TagNameLocation,
): readonly UnrankedItem[] {
  const missing = missingParts(element);
  const place: ElementPlace = { range, typed: element, opening: '', missing };
  if (!parent && isOnlyRoot(context, element)) return completeRoots(context, place);
  const bound = parent && context.document.bound(parent);
  const elements = bound ? completeElements(context, bound, place) : [];
  const open = findOpenElement(context.document.xml, parent, element.start);
  return element.name === '' && open ? [...elements, endTagItem(open, range, '/', false)] : elements;
}

function missingParts(element: XmlElement): ElementPlace['missing'] {
  if (element.attributes.length > 0) return 'name';
  if (element.startTagClosed) return 'attributes';
  return element.endTag ? 'startTag' : 'element';
}

function isOnlyRoot({ document }: CompletionContext, element: XmlElement | undefined): boolean {
  return document.xml.children.every(node => node.kind !== 'element' || node === element);
}

function completeEndTagName(
  { document }: CompletionContext,
  { element, parent, range }: EndTagNameLocation,
): readonly UnrankedItem[] {
  const open = element ?? findOpenElement(document.xml, parent, range.start - 2);
  if (!open) return [];
  return [endTagItem(open, range, '', /^\s*>/.test(document.xml.text.slice(range.end, range.end + 20)))];
}

function completeContent(context: CompletionContext, { parent, range }: ContentLocation): readonly UnrankedItem[] {
  const word = wordAround(context, range);
  const place: ElementPlace = { range: word, typed: undefined, opening: '<', missing: 'element' };
  if (!parent && isOnlyRoot(context, undefined)) return completeRoots(context, place);
  const bound = parent && context.document.bound(parent);
  if (bound?.body.text) return completeText(context, bound, range);
  const elements = bound ? completeElements(context, bound, place) : [];
  const open = findOpenElement(context.document.xml, parent, word.start);
  return open ? [...elements, endTagItem(open, word, '</', false)] : elements;
}

/** The half-typed name at the cursor, where no `<` stands in front of it yet. */
function wordAround({ document, offset }: CompletionContext, text: TextRange): TextRange {
  const source = document.xml.text;
  let { start, end } = { start: offset, end: offset };
  while (start > text.start && NAME_CHARACTER.test(source.charAt(start - 1))) start -= 1;
  while (end < text.end && NAME_CHARACTER.test(source.charAt(end))) end += 1;
  return { start, end };
}

const NAME_CHARACTER = /[\w:.-]/;
