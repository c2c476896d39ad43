import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../support/findings.ts';

describe('target/reserved-name', () => {
  test.each(['vnet7', 'macvtap0', 'macvlan12'])('%s is dropped', name => {
    checkFindings(`
      <interface type='network'>
        <source network='default'/>
        <target dev='${name}'/>
                     ${'▔'.repeat(name.length)} warning target/reserved-name
      </interface>`);
  });

  test('vif is dropped under Xen only', () => {
    checkFindings(domainWithVif('xen', '\n                         ▔▔▔▔▔▔ warning target/reserved-name'));
    checkFindings(domainWithVif('kvm'));
  });

  test('a name of one’s own, and a device that is there already, are kept', () => {
    checkFindings(`
      <interface type='ethernet'>
        <target dev='vnet7' managed='no'/>
      </interface>`);
    checkFindings(`
      <interface type='network'>
        <source network='default'/>
        <target dev='myvnet7'/>
      </interface>`);
  });

  test('the fix removes the element', () => {
    checkFix(
      `
      <interface type='bridge'>
        <source bridge='br0'/>
        <target dev='vnet7'/>
        <model type='virtio'/>
      </interface>`,
      `
      <interface type='bridge'>
        <source bridge='br0'/>
        <model type='virtio'/>
      </interface>`,
    );
  });
});

describe('target/name-too-long', () => {
  test('16 characters are too many, 15 are not', () => {
    checkFindings(`
      <interface type='direct'>
        <target dev='abcdefghijklmnop'/>
                     ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ error target/name-too-long
        <source dev='eth0' mode='bridge'/>
      </interface>`);
    checkFindings(`
      <interface type='direct'>
        <target dev='abcdefghijklmno'/>
        <source dev='eth0' mode='bridge'/>
      </interface>`);
  });

  test('the fix shortens the name', () => {
    checkFix(
      "<interface type='bridge'><source bridge='br0'/><target dev='customer-portal-eth0'/></interface>",
      "<interface type='bridge'><source bridge='br0'/><target dev='customer-portal'/></interface>",
    );
  });
});

describe('target/duplicate-name', () => {
  test('the second one', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>router</name>
        <devices>
          <interface type='bridge'><source bridge='br0'/><target dev='tap0'/></interface>
          <interface type='network'><target dev="tap0"/><source network='default'/></interface>
                                                 ▔▔▔▔ error target/duplicate-name
          <interface type='network'><target dev="tap1"/><source network='default'/></interface>
        </devices>
      </domain>`);
  });
});

describe('target/unmanaged', () => {
  test('on anything but ethernet', () => {
    checkFindings(`
      <interface type='bridge'>
        <source bridge='br0'/>
        <target managed='no' dev='tap0'/>
                ▔▔▔▔▔▔▔ error target/unmanaged
      </interface>`);
  });

  test("managed='yes' says nothing new", () => {
    checkFindings(`
      <interface type='bridge'>
        <source bridge='br0'/>
        <target managed='yes' dev='tap0'/>
      </interface>`);
  });

  test('the fix removes it', () => {
    checkFix(
      "<interface type='bridge'><source bridge='br0'/><target dev='tap0' managed='no'/></interface>",
      "<interface type='bridge'><source bridge='br0'/><target dev='tap0'/></interface>",
    );
  });
});

describe('an interface without a device on the host', () => {
  test('the catalogue says that no name counts, and nothing else is said', () => {
    checkFindings(`
      <interface type='user'>
        <target dev='vnet0'/>
         ▔▔▔▔▔▔ warning schema/no-effect
      </interface>`);
  });
});

function domainWithVif(type: string, drawn = ''): string {
  return `
      <domain type='${type}'>
        <name>guest</name>
        <devices>
          <interface type='bridge'>
            <source bridge='br0'/>
            <target dev='vif1.0'/>${drawn}
          </interface>
        </devices>
      </domain>`;
}

test('half a value is no wrong value: only the missing quote is reported', () => {
  checkFindings(`
      <interface type='bridge'>
        <source bridge='br0'/>
        <target dev='a-name-of-more-than-15/>
                    ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ error syntax/missing-quote
      </interface>`);
});
