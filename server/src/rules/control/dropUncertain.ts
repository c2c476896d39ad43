import { locate } from '../../xml/locate.ts';
import type { Placeholder, Template } from '../../xml/placeholders.ts';
import type { TextRange } from '../../xml/range.ts';
import type { XmlDocument } from '../../xml/tree.ts';
import type { Finding } from '../finding.ts';

/**
 * Takes out of a template's findings what its placeholders may yet put right: what is said about a placeholder itself,
 * about an element into which one may put more, and about two places of which a condition may leave only one.
 */
export function dropUncertain(document: XmlDocument, findings: readonly Finding[]): readonly Finding[] {
  const { template } = document;
  if (!template || findings.length === 0) return findings;
  const open = openElements(document, template);
  return findings.filter(
    ({ range, related = [] }) =>
      !touchesPlaceholder(template, range) &&
      !open.has(range.start) &&
      !related
        .filter(({ uri }) => uri === undefined)
        .some(other => touchesPlaceholder(template, other.range) || mayExclude(template, range, other.range)),
  );
}

function touchesPlaceholder({ placeholders }: Template, { start, end }: TextRange): boolean {
  const next = placeholders[firstFrom(placeholders, start)];
  return next !== undefined && next.start <= end;
}

/** Whether a condition stands between two places, so that the document may end up with only one of them. */
function mayExclude({ placeholders }: Template, one: TextRange, other: TextRange): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  for (let index = firstFrom(placeholders, first.end); ; index++) {
    const placeholder = placeholders[index];
    if (placeholder === undefined || placeholder.end > second.start) return false;
    if (placeholder.kind === 'control') return true;
  }
}

/** The index of the first placeholder that ends at the offset or behind it. */
function firstFrom(placeholders: readonly Placeholder[], offset: number): number {
  let low = 0;
  let high = placeholders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placeholders[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the names of those elements start that have a placeholder for further attributes or content. */
function openElements(document: XmlDocument, { placeholders }: Template): ReadonlySet<number> {
  const open = new Set<number>();
  for (const placeholder of placeholders) {
    const { kind, element, parent } = locate(document, placeholder.start + 1);
    const around = kind === 'attributeValue' ? undefined : (element ?? parent);
    if (around) open.add(around.nameRange.start);
  }
  return open;
}
