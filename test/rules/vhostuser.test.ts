import { describe, expect, test } from 'vitest';
import { applyFix, checkFindings, checkFix, findFindings, testGenerator } from '../support/findings.ts';

const codesOf = (text: string, target?: string) =>
  findFindings(text, target).map(({ severity, code }) => `${severity} ${code}`);
const client = "<source type='unix' path='/tmp/s' mode='client'/>";
const device = `<interface type='vhostuser'>${client}<model type='virtio'/></interface>`;
const domain = (resources: string, type = 'kvm') => `
  <domain type='${type}'>
    <name>router</name>
    <memory>1024</memory>
    ${resources}
    <devices>
      ${device}
    </devices>
  </domain>`;

const cells = (...attributes: readonly string[]) =>
  `<cpu><numa>${attributes.map((more, id) => `<cell id='${id}' cpus='${id}' memory='512' ${more}/>`).join('')}</numa></cpu>`;

const reconnecting = (mode: string, enabled: string) =>
  `<interface type='vhostuser'><source type='unix' path='/tmp/s' mode='${mode}'><reconnect enabled='${enabled}' timeout='5'/></source></interface>`;

describe('vhostuser/shared-memory', () => {
  const shared = "<memoryBacking><access mode='shared'/></memoryBacking>";

  test.each([
    ['', true],
    [shared, false],
    [shared.replace('shared', 'private'), true],
    ['<memoryBacking><hugepages/></memoryBacking>', true],
    [cells("memAccess='shared'", "memAccess='shared'"), false],
    [cells("memAccess='shared'", ''), true],
    [shared + cells("memAccess='shared'", ''), false],
    [shared + cells("memAccess='private'", ''), true],
  ])('with %j: missing is %s', (resources, missing) => {
    expect(codesOf(domain(resources))).toEqual(missing ? ['error vhostuser/shared-memory'] : []);
    const [fix] = findFindings(domain(resources)).flatMap(({ fixes }) => fixes?.(testGenerator) ?? []);
    expect(codesOf(applyFix(domain(resources), fix))).toEqual([]);
  });

  test('is only a warning for old releases, and nothing for other hypervisors and device fragments', () => {
    expect(codesOf(domain(''), '11.1.0')).toEqual(['warning vhostuser/shared-memory']);
    expect(codesOf(domain('', 'test'))).toEqual([]);
    expect(codesOf(device)).toEqual([]);
  });

  test('once for a guest, at the type', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>router</name>
        <devices>
          <interface type="vhostuser">
                           ▔▔▔▔▔▔▔▔▔ error vhostuser/shared-memory
            <source type="unix" path="/tmp/a" mode="client"/>
          </interface>
          <interface type="vhostuser">
            <source type="unix" path="/tmp/b" mode="client"/>
          </interface>
        </devices>
      </domain>`);
  });

  test.each([
    [
      '<memoryBacking><hugepages/></memoryBacking>',
      "<memoryBacking><hugepages/><access mode='shared'/></memoryBacking>",
    ],
    [
      "<memoryBacking><access mode='private'/></memoryBacking>",
      "<memoryBacking><access mode='shared'/></memoryBacking>",
    ],
    [
      "<memoryBacking><access mode='shared'/></memoryBacking><cpu><numa><cell memAccess='private'/></numa></cpu>",
      "<memoryBacking><access mode='shared'/></memoryBacking><cpu><numa><cell memAccess='shared'/></numa></cpu>",
    ],
  ])('%s is mended', (before, after) => {
    checkFix(domain(before), domain(after));
  });
});

describe('vhostuser/missing-path', () => {
  test('on the source, or on the interface without one', () => {
    checkFindings(`
      <interface type='vhostuser'>
        <source type='unix' mode='client'/>
         ▔▔▔▔▔▔ error vhostuser/missing-path
      </interface>`);
    checkFindings(`
      <interface type='vhostuser'>
       ▔▔▔▔▔▔▔▔▔ error vhostuser/missing-path
        <model type='virtio'/>
      </interface>`);
  });

  test('a misspelt path is one mistake', () => {
    expect(
      codesOf("<interface type='vhostuser'><source type='unix' paht='/tmp/s' mode='client'/></interface>"),
    ).toEqual(['error schema/unknown-attribute']);
  });

  test('passt makes its own', () => {
    expect(codesOf("<interface type='vhostuser'><backend type='passt'/></interface>")).toEqual([]);
  });
});

describe('vhostuser/server-reconnect', () => {
  test('only a server that reconnects', () => {
    expect(codesOf(reconnecting('server', 'yes'))).toEqual([
      'hint vhostuser/server-mode',
      'error vhostuser/server-reconnect',
    ]);
    expect(codesOf(reconnecting('server', 'no'))).toEqual(['hint vhostuser/server-mode']);
    expect(codesOf(reconnecting('client', 'yes'))).toEqual([]);
  });

  test('the other way out is to be a client', () => {
    checkFix(reconnecting('server', 'yes'), reconnecting('client', 'yes'), "Set mode='client'");
  });
});

describe('vhost-user and passt', () => {
  test('what passt does not use, reported once', () => {
    checkFindings(`
      <interface type='vhostuser'>
        <source mode='client' path='/tmp/s' dev='eth0'/>
                ▔▔▔▔ warning vhostuser/passt-source
        <model type='virtio'/>
        <driver queues='2'/>
                ▔▔▔▔▔▔ warning vhostuser/passt-queues
        <backend type='passt'/>
      </interface>`);
  });

  test('the device of the host stays', () => {
    const before =
      "<interface type='vhostuser'><source type='unix' path='/tmp/s' dev='eth0'/><backend type='passt'/></interface>";
    checkFix(before, before.replace(" type='unix' path='/tmp/s'", ''));
  });
});

describe('vhostuser/older-libvirt', () => {
  const path = "path='/tmp/s'";

  test.each([
    [`<source type='unix' ${path} mode='client'/><model type='virtio'/>`, 0],
    [`<source type='unix' ${path} mode='client'/>`, 1],
    [`<source ${path} mode='client'/><model type='virtio'/>`, 1],
    [`<model type='virtio'/><source ${path}/>`, 2],
    [`<source ${path}/>`, 3],
  ])('%s: %d parts are missing for 10.0.0, and none for 11.1.0', (content, count) => {
    const text = `<interface type='vhostuser'>${content}</interface>`;
    const expected = Array.from({ length: count }, () => 'error vhostuser/older-libvirt');
    expect(codesOf(text, '10.0.0')).toEqual(expected);
    expect(codesOf(text, '11.1.0')).toEqual([]);
  });

  test('the fixes write what later releases take by default', () => {
    let text = `<interface type='vhostuser'><source ${path}/></interface>`;
    for (let count = 0; count < 3; count++) {
      const [fix] = findFindings(text, '10.0.0').flatMap(({ fixes }) => fixes?.(testGenerator) ?? []);
      text = applyFix(text, fix);
    }
    expect(text).toContain(`<source ${path} type='unix' mode='client'/>`);
    expect(codesOf(text, '10.0.0')).toEqual([]);
  });
});
