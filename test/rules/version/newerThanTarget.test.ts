import { describe, expect, it } from 'vitest';
import { applyFix, findFindings, testGenerator, unindent } from '../../support/findings.ts';

const CODE = 'version/newer-than-target';

/** Checks what is too new for a release, and the document after the fixes, one after the other. */
function checkNewer(release: string, before: string, found: readonly string[], after: string): void {
  let text = unindent(before);
  const newer = () => findFindings(text, release).filter(({ code }) => code === CODE);
  expect(newer().map(({ range }) => text.slice(range.start, range.end))).toEqual(found);
  for (const title of newer().flatMap(({ fixes }) => fixes?.(testGenerator).map(fix => fix.title) ?? [])) {
    const fix = newer()
      .flatMap(({ fixes }) => fixes?.(testGenerator) ?? [])
      .find(candidate => candidate.title === title);
    expect(fix?.preferred).toBe(true);
    text = applyFix(text, fix);
  }
  expect(text).toBe(unindent(after));
}

describe('what is newer than the target', () => {
  it('attributes are taken out, each by its own release', () =>
    checkNewer(
      '9.0.0',
      `
      <domain type='kvm'>
        <name>a</name>
        <devices>
          <interface type="user">
            <mac address="52:54:00:00:00:01"/>
            <backend logFile="/var/log/passt" hostname="vm1" type="passt"/>
          </interface>
        </devices>
      </domain>`,
      ['hostname'],
      `
      <domain type='kvm'>
        <name>a</name>
        <devices>
          <interface type="user">
            <mac address="52:54:00:00:00:01"/>
            <backend logFile="/var/log/passt" type="passt"/>
          </interface>
        </devices>
      </domain>`,
    ));

  it('an element is told once, with what it has inside, and goes with its line', () =>
    checkNewer(
      '8.0.0',
      `
      <interface type='user'>
        <portForward proto='tcp'>
          <range start='2022' to='22'/>
        </portForward>
        <model type='virtio'/>
      </interface>`,
      ['portForward'],
      `
      <interface type='user'>
        <model type='virtio'/>
      </interface>`,
    ));

  it('a value that decides about the rest stays for its author to change', () =>
    checkNewer(
      '4.0.0',
      `
      <interface type='vdpa'>
        <source dev='/dev/vhost-vdpa-0'/>
      </interface>`,
      ['vdpa'],
      `
      <interface type='vdpa'>
        <source dev='/dev/vhost-vdpa-0'/>
      </interface>`,
    ));

  it('says which release brought it', () => {
    const [finding] = findFindings("<interface type='vdpa'><source dev='/dev/vhost-vdpa-0'/></interface>", '4.0.0');
    expect(finding?.message).toMatch(/^type='vdpa' is newer than libvirt 4\.0\.0, .* it came with 6\.9\.0\./);
  });

  it.each(['6.9.0', '11.3', undefined])('nothing is too new for %s', release =>
    expect(
      findFindings("<interface type='vdpa'><source dev='/dev/vhost-vdpa-0'/></interface>", release).map(
        ({ code }) => code,
      ),
    ).not.toContain(CODE),
  );
});
