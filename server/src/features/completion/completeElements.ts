import { findDeclaredChild } from '../../binding/declaredChild.ts';
import type { BoundElement } from '../../binding/model.ts';
import type { Documentation } from '../../schema/documentation.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import type { AttributeDeclaration, ChildDeclaration, ElementDeclaration } from '../../schema/model.ts';
import { findReferencePlace } from '../../workspace/referenceFamilies.ts';
import { childElements } from '../../xml/query.ts';
import type { TextRange } from '../../xml/range.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { findPage } from '../documentationPage.ts';
import { renderDocumentation } from '../renderDocumentation.ts';
import type { CompletionContext } from './completionContext.ts';
import { writeElementName } from './elementName.ts';
import {
  type ElementSnippet,
  type NewElement,
  type OfferedValues,
  selectedCase,
  writeElementSnippet,
} from './elementSnippet.ts';
import { findElementVariants } from './elementVariants.ts';
import { writeInterfaceSnippets } from './interfaceSnippetItems.ts';
import type { UnrankedItem } from './rankItems.ts';
import { findReferences } from './references.ts';
import { createSnippetWriter, plainWriter } from './snippetWriter.ts';
import { findWorkspaceNames } from './workspaceNames.ts';

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
  const others = childElements(parent.xml).filter(child => child !== place.typed);
  const present = new Set(others.map(child => findDeclaredChild(parent.body, child)));
  const candidates = [...parent.body.children.values()].filter(
    child => (child.repeatable || !present.has(child)) && context.works(child.limit, child.element.documentation),
  );
  const ordered = [...candidates.filter(child => child.required), ...candidates.filter(child => !child.required)];
  return ordered.flatMap(child => elementItems(context, parent, child, place));
}

/** The element, then its variants with what each of them needs, or whole interfaces. */
function elementItems(
  context: CompletionContext,
  parent: BoundElement,
  { element, required }: ChildDeclaration,
  place: ElementPlace,
): readonly UnrankedItem[] {
  const offeredValues = createOfferedValues(context, parent.xml, element, place);
  const snippetContext = { ...context, offeredValues };
  const within = selectedCase(parent.body);
  const page = findPage(parent);
  const { name, declaration } = writeElementName(context.document, parent.xml, element);
  const write = (label: string, documentation: Documentation, given: NewElement['given'] = {}): UnrankedItem[] => {
    const written = { declaration: element, name, within, given };
    const plain = writeElementSnippet(written, snippetContext, plainWriter);
    if (!accepts(context, place, name + missingParts(plain, place))) return [];
    const parts = writeElementSnippet(written, snippetContext, createSnippetWriter());
    return [
      {
        label,
        kind: 'element',
        ...(required && { detail: 'required' }),
        documentation: renderDocumentation(documentation, { page: documentation.page ?? page }),
        range: place.range,
        insertText: place.opening + name + missingParts(parts, place),
        snippet: true,
        ...(parts.retrigger && { retrigger: true }),
        ...(declaration.length > 0 && { additionalEdits: declaration }),
      },
    ];
  };
  const item = write(name, element.documentation);
  if (place.missing !== 'element' || item.length === 0) return item;
  if (element === interfaceDevice) return [...item, ...writeInterfaceSnippets(context, place)];
  const variants = findElementVariants(element, offeredValues).flatMap(({ attribute, value }) =>
    write(`${element.name} ${value.value}`, value.documentation, { [attribute]: value.value }),
  );
  return [...item, ...variants];
}

/** The values that the attributes of a new element may have in its place; elements inside it go by the catalogue. */
function createOfferedValues(
  context: CompletionContext,
  device: XmlElement,
  element: ElementDeclaration,
  place: ElementPlace,
): OfferedValues {
  const known = new Map<AttributeDeclaration, readonly string[]>();
  return (declaration, attribute) => {
    let offered = known.get(attribute);
    if (!offered) {
      const values = (attribute.type.values ?? []).filter(value => context.works(value.limit, value.documentation));
      const names = values.map(({ value }) => value);
      offered =
        declaration !== element
          ? names
          : names.length > 0
            ? names.filter(value => accepts(context, place, `${element.name} ${attribute.name}='${value}'/>`))
            : namesFor(context, device, element.name, attribute.name);
      known.set(attribute, offered);
    }
    return offered;
  };
}

/** What the document and the files around it have for an attribute of a new element, each once. */
function namesFor(
  context: CompletionContext,
  device: XmlElement,
  element: string,
  attribute: string,
): readonly string[] {
  const place = findReferencePlace(device.name, element, attribute);
  const candidates = [
    ...findReferences(device, element, attribute),
    ...findWorkspaceNames(context.workspace, undefined, place),
  ];
  return [...new Set(candidates.map(({ value }) => value))];
}

function missingParts({ attributes, rest }: ElementSnippet, { missing }: ElementPlace): string {
  if (missing === 'name') return '';
  if (missing === 'attributes') return attributes;
  return missing === 'startTag' ? `${attributes}>` : attributes + rest;
}

/** Whether no rule would object to an element in this place; `text` is what stands behind its `<`. */
function accepts(context: CompletionContext, { range, opening }: ElementPlace, text: string): boolean {
  const start = opening === '<' ? range.start : range.start - 1;
  return context.accepts({ start, end: range.end, text: `<${text}` }, { start: 1, end: 1 + text.length });
}
