import { expect, test } from 'vitest';
import { findLinkedRanges } from '../../server/src/features/linkedRanges.ts';
import { parseBound } from '../support/bound.ts';
import { parseMarked } from '../support/marker.ts';

/** Checks which names are edited together: those in `⟦…⟧`; none means that there is nothing to link. */
function checkLinked(marked: string): void {
  const { text, cursors, ranges } = parseMarked(marked);
  const linked = findLinkedRanges(parseBound(text), cursors[0] ?? 0);
  expect(linked ?? []).toEqual(ranges);
}

test('both names, from either', () => {
  checkLinked("<⟦dom|ain⟧ type='kvm'><name>x</name></⟦domain⟧>");
  checkLinked("<⟦|domain⟧ type='kvm'></⟦domain⟧>");
  checkLinked("<⟦domain⟧ type='kvm'></⟦domain|⟧>");
  checkLinked("<domain type='kvm'><⟦a⟧><a></a></⟦|a⟧></domain>");
});

test('nowhere else', () => {
  checkLinked("<domain ty|pe='kvm'></domain>");
  checkLinked("<domain type='kvm'>|</domain>");
  checkLinked("<domain type='kvm'><na|me/></domain>");
  checkLinked("<domain type='kvm'><nam|e></nane></domain>");
  checkLinked('<no|te></note>');
});
