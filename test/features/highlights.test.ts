import { expect, test } from 'vitest';
import { findHighlights } from '../../server/src/features/highlights.ts';
import { parseBound } from '../support/bound.ts';
import { unindent } from '../support/findings.ts';
import { parseMarked } from '../support/marker.ts';

/** Checks what is highlighted: what stands in `⟦…⟧`, of the given kinds. */
function checkHighlights(marked: string, kinds: readonly string[]): void {
  const { text, cursors, ranges } = parseMarked(unindent(marked));
  const found = findHighlights(parseBound(text), cursors[0] ?? 0);
  expect(found.map(({ start, end }) => ({ start, end }))).toEqual(ranges);
  expect(found.map(({ kind }) => kind)).toEqual(kinds);
}

test('both tags of an element', () => checkHighlights("<⟦domain⟧ type='kvm'></⟦do|main⟧>", ['text', 'text']));

test('an alias, where it is given and where it is referred to', () =>
  checkHighlights(
    `
    <domain type='kvm'><devices>
      <interface type='network'><alias name='⟦ua-back|up⟧'/><teaming type='persistent'/></interface>
      <interface type='hostdev'><teaming type='transient' persistent="⟦ua-backup⟧"/></interface>
      <interface type='hostdev'><teaming type='transient' persistent="ua-other"/></interface>
    </devices></domain>
    `,
    ['write', 'read'],
  ));

test('a network, a MAC address in any case', () => {
  checkHighlights(
    `
    <domain type='kvm'><devices>
      <interface type='network'><source network='⟦|lan⟧'/></interface>
      <interface type='network'><source portgroup='lan' network='⟦lan⟧'/><target dev='lan'/></interface>
      <disk type='network'><source network='lan'/></disk>
    </devices></domain>
    `,
    ['read', 'read'],
  );
  checkHighlights(
    `
    <domain type='kvm'><devices>
      <interface type='user'><mac address='⟦52:54:00:aa:bb:c|c⟧'/></interface>
      <interface type='user'><mac address='⟦52:54:00:AA:bb:cc⟧'/></interface>
    </devices></domain>
    `,
    ['write', 'write'],
  );
});

test('a fragment has references too', () =>
  checkHighlights("<interface type='network'><source network='⟦la|n⟧'/></interface>", ['read']));

test('nothing on values that name nothing, on empty ones, and in foreign XML', () => {
  checkHighlights("<interface type='dir|ect'><source mode='direct'/></interface>", []);
  checkHighlights("<interface type='network'><source network='|'/><x><source network=''/></x></interface>", []);
  checkHighlights('<no|te></note>', []);
});
