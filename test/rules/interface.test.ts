import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../support/findings.ts';

describe('interface/missing-type', () => {
  test('is found once', () => {
    checkFindings(`
      <interface>
       ▔▔▔▔▔▔▔▔▔ error interface/missing-type
        <source dev='eth0' mode='bridge'/>
        <model type='virtio'/>
      </interface>`);
  });

  test('a misspelt one is reported as what it is', () => {
    checkFindings(`
      <interface tpye='network'>
                 ▔▔▔▔ error schema/unknown-attribute
        <source network='default'/>
        <model type='virtio'/>
      </interface>`);
  });

  test.each([
    ["<source network='default'/>", 'network'],
    ["<source bridge='br0'/>", 'bridge'],
    ["<source dev='eth0' mode='bridge'/>", 'direct'],
    ["<model type='virtio'/>", 'user'],
    ["<model type='virtio'/><target dev='tap0'/>", 'ethernet'],
    ["<source path='/run/vhost' type='unix' mode='server'/>", 'vhostuser'],
  ])('the fix for %s', (content, type) => {
    const device = `<mac address='52:54:00:00:00:01'/>${content}</interface>`;
    checkFix(`<interface>${device}`, `<interface type='${type}'>${device}`);
  });
});

describe('interface/unsupported-type', () => {
  test.each([
    ["<interface type='null'/>", 'error'],
    ["<interface type='internal'><source name='lab'/></interface>", 'warning'],
    ["<interface type='vds'><source switchid='12345678-1234-1234-1234-123456789abc'/></interface>", 'error'],
  ])('%s under QEMU', (xml, severity) => {
    const type = /'(\w+)'/.exec(xml)?.[1] ?? '';
    checkFindings(`
      ${xml}
                       ${'▔'.repeat(type.length)} ${severity} interface/unsupported-type`);
  });

  test('is right where the type comes from', () => {
    checkFindings(`
      <domain type='vmware'>
        <name>guest</name>
        <devices>
          <interface type='null'/>
        </devices>
      </domain>`);
  });

  test('the fixes keep what can be kept', () => {
    checkFix(
      "<interface type='internal'><source name='lab'/></interface>",
      "<interface type='network'><source network='lab'/></interface>",
    );
    checkFix(
      `
      <interface type='null'>
        <mac address='52:54:00:00:00:01'/>
      </interface>`,
      `
      <interface type='user'>
        <mac address='52:54:00:00:00:01'/>
        <link state='down'/>
      </interface>`,
    );
    checkFix(
      `
      <interface type='vds'>
        <source switchid='12345678-1234-1234-1234-123456789abc'/>
      </interface>`,
      `
      <interface type='network'>
        <source network='default'/>
      </interface>`,
    );
  });
});

describe('interface/virtio-only-model', () => {
  test.each(['vdpa', 'vhostuser'])('%s', type => {
    const source =
      type === 'vdpa' ? "<source dev='/dev/vhost-vdpa-0'/>" : "<source type='unix' path='/run/v' mode='client'/>";
    checkFindings(`
      <interface type='${type}'>
        <model type='e1000'/>
                     ▔▔▔▔▔ error interface/virtio-only-model
        ${source}
      </interface>`);
    checkFindings(`
      <interface type='${type}'>
        <model type='virtio-non-transitional'/>
        ${source}
      </interface>`);
  });

  test('other types take any model', () => {
    checkFindings(`
      <interface type='user'>
        <model type='e1000'/>
      </interface>`);
  });
});

describe('interface/hostdev-driver', () => {
  const source = "<source><address type='pci' domain='0' bus='3' slot='16' function='0'/></source>";

  test.each(['kvm', 'vhost', 'qemu'])('%s', name => {
    checkFindings(`
      <interface type='hostdev'>
        <driver name='${name}'/>
                      ${'▔'.repeat(name.length)} error interface/hostdev-driver
        ${source}
      </interface>`);
  });

  test('vfio is right', () => {
    checkFindings(`
      <interface type='hostdev'>
        <driver name='vfio'/>
        ${source}
      </interface>`);
  });

  test('the fix sets vfio', () => {
    checkFix(
      `<interface type='hostdev'><driver name='kvm'/>${source}</interface>`,
      `<interface type='hostdev'><driver name='vfio'/>${source}</interface>`,
    );
  });
});

describe('interface/duplicate-host-device', () => {
  test('however the numbers are written, and in hostdev as well', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>router</name>
        <devices>
          <interface type='hostdev'>
            <source><address type='pci' domain='0' bus='5' slot='16' function='1'/></source>
          </interface>
          <interface type='hostdev'>
            <source><address type='pci' domain='0x0000' bus='0x05' slot='0x10' function='0x1'/></source>
                     ▔▔▔▔▔▔▔ error interface/duplicate-host-device
          </interface>
          <interface type='hostdev'>
            <source><address type='pci' domain='0' bus='5' slot='16' function='2'/></source>
          </interface>
          <hostdev mode='subsystem' type='pci'>
            <source><address domain='0' bus='5' slot='16' function='2'/></source>
                     ▔▔▔▔▔▔▔ error interface/duplicate-host-device
          </hostdev>
        </devices>
      </domain>`);
  });

  test('the fix takes the next function', () => {
    checkFix(twoFunctions(''), twoFunctions(" function='0x1'"), 'Take function 1 of the same slot');
  });
});

function twoFunctions(second: string): string {
  return `
      <domain type='kvm'>
        <name>router</name>
        <devices>
          <interface type='hostdev'><source><address type='pci' bus='5' slot='16' function='0'/></source></interface>
          <interface type='hostdev'><source><address type='pci' bus='5' slot='16'${second}/></source></interface>
        </devices>
      </domain>`;
}
