import type { BoundDocument } from '../binding/model.ts';
import type { Finding, Generator } from '../rules/finding.ts';
import type { TextEdit, TextRange } from '../xml/range.ts';
import type { CodeAction } from './model.ts';

/** The fixes of the findings that touch `range` (UTF-16 offsets), the preferred ones first. */
export function findCodeActions(
  document: BoundDocument,
  findings: readonly Finding[],
  range: TextRange,
  generator: Generator,
): readonly CodeAction[] {
  if (document.kind === undefined) return [];
  const actions: CodeAction[] = [];
  const seen = new Set<string>();
  for (const finding of findings) {
    if (finding.range.start > range.end || finding.range.end < range.start) continue;
    for (const fix of finding.fixes?.(generator) ?? []) {
      // Two findings at one place can have the same cure; the user is asked once.
      const identity = JSON.stringify([fix.title, fix.edits, fix.elsewhere]);
      if (seen.has(identity)) continue;
      seen.add(identity);
      actions.push({
        title: fix.title,
        kind: 'quickfix',
        preferred: fix.preferred ?? false,
        edits: fix.edits,
        ...(fix.elsewhere && { elsewhere: fix.elsewhere }),
        finding,
      });
    }
  }
  return actions.toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
}

/**
 * The edits of every safe fix, in document order. A fix is taken whole or not at all: one that touches the edits of
 * an earlier one waits for the next time, when its finding has been made again from the changed text.
 */
export function findFixAll(
  document: BoundDocument,
  findings: readonly Finding[],
  generator: Generator,
): readonly TextEdit[] {
  if (document.kind === undefined) return [];
  const taken: TextEdit[] = [];
  for (const finding of findings.toSorted((a, b) => a.range.start - b.range.start)) {
    const fix = finding.fixes?.(generator).find(candidate => candidate.safe === true);
    if (fix === undefined || fix.edits.some(edit => conflicts(taken, edit))) continue;
    for (const edit of fix.edits) taken.splice(placeOf(taken, edit), 0, edit);
  }
  return taken;
}

/** Whether an edit overlaps one of the sorted `taken`, or inserts where another one inserts: the order would matter. */
function conflicts(taken: readonly TextEdit[], edit: TextEdit): boolean {
  const place = placeOf(taken, edit);
  const before = taken[place - 1];
  const after = taken[place];
  return (before !== undefined && clash(before, edit)) || (after !== undefined && clash(edit, after));
}

function clash(first: TextRange, second: TextRange): boolean {
  return first.end > second.start || (first.start === second.start && first.end === second.end);
}

/** Index behind the edits that come before `edit`; an insertion comes before a replacement at the same offset. */
function placeOf(taken: readonly TextEdit[], edit: TextEdit): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = taken[middle];
    if (other !== undefined && (other.start < edit.start || (other.start === edit.start && other.end <= edit.end))) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
