import { walkElements } from '../../server/src/xml/query.ts';
import type { TextRange } from '../../server/src/xml/range.ts';
import type { XmlAttribute, XmlDocument, XmlElement, XmlNode } from '../../server/src/xml/tree.ts';

/** What is wrong with the offsets and links of a tree, in words; none in a right one, whatever the text. */
export function findTreeFaults(document: XmlDocument): readonly string[] {
  const { text, children } = document;
  const faults = findOrderFaults(children, { start: 0, end: text.length }, undefined);
  for (const element of walkElements(document)) {
    faults.push(...findElementFaults(text, element));
    let previous = element.nameRange.end;
    for (const attribute of element.attributes) {
      faults.push(...findAttributeFaults(text, element, attribute, previous));
      previous = attribute.end;
    }
  }
  return faults;
}

/** What is wrong with the places of the problems and their fixes. */
export function findProblemFaults({ text, problems }: XmlDocument): readonly string[] {
  const all = { start: 0, end: text.length };
  const ordered = problems.every(({ range }, index) => range.start >= (problems[index - 1]?.range.start ?? 0));
  return [
    ...(ordered ? [] : ['problems are not in order']),
    ...problems.flatMap(({ code, range, related, fix }) => [
      ...(range.end > range.start ? [] : [`${code} has an empty range`]),
      ...outside([range, ...(related === undefined ? [] : [related.range]), ...(fix?.edits ?? [])], all, code),
    ]),
  ];
}

function findElementFaults(text: string, element: XmlElement): string[] {
  const { name, nameRange, startTag, endTag, children } = element;
  const faults = outside([startTag], element, 'start tag');
  faults.push(...outside([nameRange], startTag, 'name'));
  if (textAt(text, nameRange) !== name) faults.push(`name ${name} is not where it is said to be`);
  if (startTag.start !== element.start) faults.push('element does not begin with its start tag');
  if ((text.charAt(startTag.end - 1) === '>') !== element.startTagClosed) faults.push('startTagClosed is wrong');
  if (endTag !== undefined) {
    faults.push(...outside([endTag], { start: startTag.end, end: element.end }, 'end tag'));
    if (endTag.end !== element.end) faults.push('element does not end with its end tag');
    if (textAt(text, endTag.nameRange) !== endTag.name)
      faults.push('name of the end tag is not where it is said to be');
  }
  const inside = { start: startTag.end, end: endTag?.start ?? element.end };
  return [...faults, ...findOrderFaults(children, inside, element)];
}

function findAttributeFaults(text: string, owner: XmlElement, attribute: XmlAttribute, previous: number): string[] {
  const { name, nameRange, equals, quote, valueRange, rawValue, closed } = attribute;
  const faults = outside([attribute], { start: previous, end: owner.startTag.end }, 'attribute');
  faults.push(...outside([nameRange, ...(valueRange === undefined ? [] : [valueRange])], attribute, name));
  if (attribute.owner !== owner) faults.push('owner is wrong');
  if (textAt(text, nameRange) !== name) faults.push(`attribute ${name} is not where it is said to be`);
  if (equals !== undefined && text.charAt(equals) !== '=') faults.push('there is no = at equals');
  if (valueRange === undefined) return faults;
  if (textAt(text, valueRange) !== rawValue) faults.push(`value of ${name} is not where it is said to be`);
  if (quote !== undefined && text.charAt(valueRange.start - 1) !== quote) faults.push('opening quote is wrong');
  if (closed && text.charAt(valueRange.end) !== quote) faults.push('closing quote is wrong');
  return faults;
}

function findOrderFaults(nodes: readonly XmlNode[], around: TextRange, parent: XmlElement | undefined): string[] {
  return nodes.flatMap((node, index) => [
    ...(node.parent === parent ? [] : [`parent of ${node.kind} is wrong`]),
    ...(node.end > node.start ? [] : [`${node.kind} is empty`]),
    ...outside([node], { start: nodes[index - 1]?.end ?? around.start, end: around.end }, node.kind),
  ]);
}

function outside(inner: readonly TextRange[], { start, end }: TextRange, what: string): string[] {
  return inner
    .filter(range => range.start < start || range.end > end || range.end < range.start)
    .map(range => `${what}: ${range.start}..${range.end} is not inside ${start}..${end}`);
}

function textAt(text: string, { start, end }: TextRange): string {
  return text.slice(start, end);
}
