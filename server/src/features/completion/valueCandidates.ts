import type { BoundElement } from '../../binding/model.ts';
import { findPicture } from '../../pictures/findPicture.ts';
import type { Datatype } from '../../schema/datatypes/datatype.ts';
import type { AttributeDeclaration } from '../../schema/model.ts';
import { findReferencePlace } from '../../workspace/referenceFamilies.ts';
import { embedPicture } from '../embedPicture.ts';
import type { CompletionItem } from '../model.ts';
import { joinParagraphs, renderDocumentation } from '../renderDocumentation.ts';
import type { CompletionContext } from './completionContext.ts';
import { generateValue } from './elementSnippet.ts';
import { findReferences } from './references.ts';
import { findWorkspaceNames } from './workspaceNames.ts';

/** A value that is worth offering, decoded and without quotes. */
export interface ValueCandidate {
  readonly value: string;
  readonly kind: CompletionItem['kind'];
  readonly detail?: string;
  readonly documentation?: string;
  /** Made afresh: offered whatever has been typed. */
  readonly fresh?: true;
}

/** The values that may stand in an attribute, most useful first, each once. */
export function findValueCandidates(
  context: CompletionContext,
  element: BoundElement,
  attribute: AttributeDeclaration,
): readonly ValueCandidate[] {
  const device = element.parent?.xml;
  const place = findReferencePlace(device?.name, element.xml.name, attribute.name);
  // A name that must be defined in this document is there or is not: no example will do.
  const mustExist = place?.role === 'reference' && place.family.definitions !== undefined && !place.family.acrossFiles;
  return distinct([
    ...findReferences(device, element.xml.name, attribute.name),
    ...findWorkspaceNames(context.workspace, element.xml, place),
    ...findTypeCandidates(context, attribute.type).map(candidate =>
      context.pictures ? addPicture(candidate, element, attribute) : candidate,
    ),
    ...(mustExist ? [] : plainValues(attribute)),
  ]);
}

/** The details of a suggestion are narrow, and the user may widen them. */
function addPicture(candidate: ValueCandidate, element: BoundElement, { name }: AttributeDeclaration): ValueCandidate {
  const picture = findPicture(element, name, candidate.value);
  if (!picture) return candidate;
  return { ...candidate, documentation: joinParagraphs([embedPicture(picture, 'fitting'), candidate.documentation]) };
}

/** The values that a type lists or has made for it. */
export function findTypeCandidates(context: CompletionContext, type: Datatype): readonly ValueCandidate[] {
  const working = (type.values ?? []).filter(({ limit, documentation }) => context.works(limit, documentation));
  const listed = working.map(
    ({ value, documentation }): ValueCandidate => ({
      value,
      kind: 'value',
      documentation: renderDocumentation(documentation, { page: documentation.page }),
    }),
  );
  const made = generateValue(type.generate, context);
  if (made === undefined) return listed;
  const detail = type.generate === 'uuid' ? 'fresh random UUID' : 'fresh random MAC address';
  return [...listed, { value: made, kind: 'value', detail, fresh: true }];
}

/** The declared sample, and a default that is a plain number. */
function plainValues({ sample, type, documentation }: AttributeDeclaration): readonly ValueCandidate[] {
  const fallback = /^`?(\d[\w.:/-]*)`?$/.exec(documentation.default ?? '')?.[1];
  return [
    ...(sample === undefined ? [] : [{ value: sample, kind: 'value' as const, detail: 'example' }]),
    ...(fallback === undefined || type.check(fallback)
      ? []
      : [{ value: fallback, kind: 'value' as const, detail: 'default' }]),
  ];
}

function distinct(candidates: readonly ValueCandidate[]): readonly ValueCandidate[] {
  const byValue = new Map<string, ValueCandidate>();
  for (const candidate of candidates) if (!byValue.has(candidate.value)) byValue.set(candidate.value, candidate);
  return [...byValue.values()];
}
