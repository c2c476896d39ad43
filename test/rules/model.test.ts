import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../support/findings.ts';

describe('model/unknown', () => {
  test('is kept for QEMU and refused elsewhere', () => {
    checkFindings(
      domain('kvm', "<model type='ne2k_pci'/>\n                         ▔▔▔▔▔▔▔▔ information model/unknown"),
    );
    checkFindings(domain('lxc', "<model type='ne2k_pci'/>\n                         ▔▔▔▔▔▔▔▔ error model/unknown"));
  });

  test.each(['virtio', 'e1000e', '82540EM', 'netfront', 'usb-net'])('%s is known', model => {
    checkFindings(`<interface type='network'><source network='default'/><model type='${model}'/></interface>`);
  });

  test('the fix offers the name that is meant', () => {
    checkFix(
      "<interface type='user'><model type='virtoi'/></interface>",
      "<interface type='user'><model type='virtio'/></interface>",
      "Change to 'virtio'",
    );
  });

  test('forbidden characters are reported as such', () => {
    checkFindings(`
      <interface type='user'>
        <model type='e1000 e'/>
                     ▔▔▔▔▔▔▔ error value/bad-format
      </interface>`);
  });
});

describe('model/letter-case', () => {
  test('the name is written as libvirt does', () => {
    checkFindings(`
      <interface type="user">
        <model type="am79c970a"/>
                     ▔▔▔▔▔▔▔▔▔ information model/letter-case
      </interface>`);
    checkFix(
      "<interface type='user'><model type='E1000'/></interface>",
      "<interface type='user'><model type='e1000'/></interface>",
    );
  });
});

describe('model/missing', () => {
  test.each(['x86_64', 'i686'])('on %s, for each card that has none', arch => {
    checkFindings(`
      <domain type='qemu'>
        <name>guest</name>
        <os>
          <type arch='${arch}'>hvm</type>
        </os>
        <devices>
          <interface type='user'/>
           ▔▔▔▔▔▔▔▔▔ hint model/missing
          <interface type='user'>
            <model type='e1000'/>
          </interface>
          <interface type='vdpa'>
            <source dev='/dev/vhost-vdpa-0'/>
          </interface>
        </devices>
      </domain>`);
  });

  test('not where another machine, another hypervisor or nobody chooses the card', () => {
    checkFindings(machine('kvm', "<type arch='s390x'>hvm</type>"));
    checkFindings(machine('kvm', '<type>hvm</type>'));
    checkFindings(machine('xen', "<type arch='x86_64'>hvm</type>"));
  });

  test('the fix puts it behind the source', () => {
    checkFix(
      `
      <domain type='qemu'>
        <name>guest</name>
        <os>
          <type arch='x86_64'>hvm</type>
        </os>
        <devices>
          <interface type='bridge'>
            <source bridge='br0'/>
            <link state='up'/>
          </interface>
        </devices>
      </domain>`,
      `
      <domain type='qemu'>
        <name>guest</name>
        <os>
          <type arch='x86_64'>hvm</type>
        </os>
        <devices>
          <interface type='bridge'>
            <source bridge='br0'/>
            <model type='virtio'/>
            <link state='up'/>
          </interface>
        </devices>
      </domain>`,
    );
  });
});

function domain(type: string, content: string): string {
  return `
      <domain type='${type}'>
        <name>guest</name>
        <devices>
          <interface type='network'>
            <source network='default'/>
            ${content}
          </interface>
        </devices>
      </domain>`;
}

function machine(type: string, system: string): string {
  return `
      <domain type='${type}'>
        <name>guest</name>
        <os>
          ${system}
        </os>
        <devices>
          <interface type='bridge'>
            <source bridge='br0'/>
          </interface>
        </devices>
      </domain>`;
}
