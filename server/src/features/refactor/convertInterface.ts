import { type Binder, createBinder } from '../../binding/bind.ts';
import type { BoundDocument, BoundElement } from '../../binding/model.ts';
import { createFindingsFinder, type FindingsFinder } from '../../rules/findFindings.ts';
import type { Finding, Generator } from '../../rules/finding.ts';
import { allRules } from '../../rules/registry.ts';
import { skeleton } from '../../rules/schema/skeleton.ts';
import { documentKinds } from '../../schema/catalogue.ts';
import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { applyEdits } from '../../xml/applyEdits.ts';
import {
  insertAttribute,
  insertChild,
  removeAttribute,
  removeElement,
  replaceElement,
  replaceValue,
} from '../../xml/edit.ts';
import { parseXml } from '../../xml/parse.ts';
import { attributeValue, childElements, findAttribute, findChild } from '../../xml/query.ts';
import type { TextEdit } from '../../xml/range.ts';
import type { XmlAttribute, XmlDocument, XmlElement } from '../../xml/tree.ts';
import { standAlone } from '../deviceAlone.ts';
import type { CodeAction } from '../model.ts';

/** The kinds that people move a NIC between, and how a title calls them. */
const KINDS = [
  { type: 'network', label: 'libvirt network' },
  { type: 'bridge', label: 'bridge' },
  { type: 'direct', label: 'macvtap' },
  { type: 'hostdev', label: 'SR-IOV virtual function' },
  { type: 'user', label: 'user mode with passt' },
] as const;

type Kind = (typeof KINDS)[number];

/** Parts that a user gave the guest's NIC its identity with; they are kept wherever the new kind takes them. */
type Part = XmlElement | XmlAttribute;

function isAttribute(part: Part): part is XmlAttribute {
  return 'owner' in part;
}

/** Dropping one part can bring up another finding; a NIC has no more parts than this. */
const ROUNDS = 20;

/**
 * Conversions of an interface into the other kinds. What the new kind takes of the old one stays as it is written, MAC
 * address, model, alias and PCI address above all; what it refuses or ignores is dropped, and named in the title.
 */
export function createInterfaceConverter(
  generator: Generator,
): (document: BoundDocument, element: BoundElement) => readonly CodeAction[] {
  const bind = createBinder(documentKinds);
  const find = createFindingsFinder(allRules);
  return (document, element) => {
    const current = attributeValue(element.xml, 'type');
    if (element.declaration !== interfaceDevice || !findAttribute(element.xml, 'type')?.valueRange) return [];
    if (!KINDS.some(({ type }) => type === current) || document.xml.template) return [];
    return KINDS.filter(({ type }) => type !== current).flatMap(kind =>
      convert(document.xml, element.xml, kind, { bind, find, generator }),
    );
  };
}

interface Judge {
  readonly bind: Binder;
  readonly find: FindingsFinder;
  readonly generator: Generator;
}

function convert(xml: XmlDocument, element: XmlElement, kind: Kind, judge: Judge): readonly CodeAction[] {
  const alone = isolate(xml, element);
  const judged = judge.bind(parseXml(alone.text), { claimed: true });
  const before = objectionCodes(judge.find(judged));
  const dropped = new Set<Part>();
  for (let round = 0; round < ROUNDS; round++) {
    const edits = writeEdits(xml, element, kind, dropped, judge.generator);
    const text = applyEdits(
      alone.text,
      edits.map(edit => shift(edit, alone.offset)),
    );
    const document = judge.bind(parseXml(text), { claimed: true });
    const fresh = judge.find(document).filter(finding => isObjection(finding) && !before.has(finding.code));
    if (fresh.length === 0) return [toAction(kind, edits, dropped)];
    const parts = fresh.flatMap(finding => findPart(finding, edits, alone.offset, element) ?? []);
    const more = parts.filter(part => !dropped.has(part));
    if (more.length === 0) return [];
    for (const part of more) dropped.add(part);
  }
  return [];
}

/** The interface by itself between the tags around it; offsets of the document less `offset` are offsets of it. */
function isolate({ text }: XmlDocument, element: XmlElement): { readonly text: string; readonly offset: number } {
  const { before, after } = standAlone(text, element);
  return { text: before + text.slice(element.start, element.end) + after, offset: element.start - before.length };
}

function shift(edit: TextEdit, offset: number): TextEdit {
  return { start: edit.start - offset, end: edit.end - offset, text: edit.text };
}

function objectionCodes(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.filter(isObjection).map(({ code }) => code));
}

function isObjection({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** Type and source are those of the new kind, what was dropped is gone, everything else stays. */
function writeEdits(
  xml: XmlDocument,
  element: XmlElement,
  { type }: Kind,
  dropped: ReadonlySet<Part>,
  generator: Generator,
): readonly TextEdit[] {
  const typeAttribute = findAttribute(element, 'type');
  const attributes = [...dropped].filter(isAttribute);
  const elements = [...dropped].filter((part): part is XmlElement => !isAttribute(part));
  const source = findChild(element, 'source');
  // In user mode the back end stands where the source stood: passt needs none.
  const [written, old] =
    type === 'user'
      ? ["<backend type='passt'/>", findChild(element, 'backend') ?? source]
      : [writeSource(type, generator), source];
  const surplus = source && source !== old ? [source, ...elements] : elements;
  // New and old never touch the same place: what comes new takes the place of something that goes.
  const place = old ?? surplus[0];
  return [
    ...(typeAttribute ? replaceValue(xml, typeAttribute, type) : []),
    ...(type === 'hostdev' && !findAttribute(element, 'managed')
      ? insertAttribute(xml, element, 'managed', 'yes')
      : []),
    ...(place ? replaceElement(xml, place, written) : insertChild(xml, element, written)),
    ...surplus.filter(part => part !== place).flatMap(part => removeElement(xml, part)),
    ...attributes.flatMap(part => removeAttribute(xml, part)),
  ];
}

/** The `<source>` that the catalogue declares for the type, filled with samples. */
function writeSource(type: string, generator: Generator): string {
  const variants = interfaceDevice.body?.().variants?.find(({ attribute }) => attribute === 'type');
  const declared = variants?.cases[type]?.().children?.find(child => child.element.name === 'source');
  return declared ? skeleton(declared.element, generator, type) : '';
}

/** The part of the old interface that a finding about the new one lies in; none when it is about what was written new. */
function findPart(
  { range }: Finding,
  edits: readonly TextEdit[],
  offset: number,
  element: XmlElement,
): Part | undefined {
  const at = toOldOffset(range.start + offset, edits);
  const parts: readonly Part[] = [
    ...childElements(element).filter(({ name }) => name !== 'source' && name !== 'backend'),
    ...element.attributes.filter(({ name }) => name !== 'type'),
  ];
  return parts.find(({ start, end }) => start <= at && at < end);
}

/** Where in the old text stands what stands at an offset of the new one. */
function toOldOffset(position: number, edits: readonly TextEdit[]): number {
  let shifted = 0;
  for (const { start, end, text } of edits.toSorted((left, right) => left.start - right.start)) {
    if (start + shifted + text.length > position) break;
    shifted += text.length - (end - start);
  }
  return position - shifted;
}

function toAction({ type, label }: Kind, edits: readonly TextEdit[], dropped: ReadonlySet<Part>): CodeAction {
  const names = [...dropped].map(part => (isAttribute(part) ? part.name : `<${part.name}>`));
  const drops = names.length === 0 ? '' : ` (drops ${names.join(', ')})`;
  return { title: `Convert to type='${type}': ${label}${drops}`, kind: 'refactor.rewrite', preferred: false, edits };
}
