import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../support/findings.ts';

describe('mac/all-zero', () => {
  test('is replaced by libvirt', () => {
    checkFindings(`
      <interface type='user'>
        <mac address="00:00:00:00:00:00"/>
                      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ warning mac/all-zero
      </interface>`);
  });

  test('the fix writes a fresh one with the prefix of the hypervisor, or removes the element', () => {
    const before = `
      <domain type='xen'>
        <name>guest</name>
        <devices>
          <interface type='bridge'>
            <mac address='00:00:00:00:00:00'/>
            <source bridge='br0'/>
          </interface>
        </devices>
      </domain>`;
    checkFix(before, before.replace('00:00:00:00:00:00', '00:16:3e:12:34:56'));
    checkFix(before, before.replace(/\n.*<mac.*/, ''), 'Remove <mac>');
  });
});

describe('mac/duplicate', () => {
  test('the later ones, whatever the case of the digits', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>twins</name>
        <devices>
          <interface type='user'><mac address='52:54:00:aa:bb:cc'/></interface>
          <interface type='user'><mac address='52:54:00:AA:BB:CC'/></interface>
                                               ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ warning mac/duplicate
          <disk type='file'/>
          <interface type='user'><mac address='52:54:00:aa:bb:cd'/></interface>
          <interface type='network'><source network='default'/><mac address="52:54:00:aa:bb:cc"/></interface>
                                                                             ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ warning mac/duplicate
        </devices>
      </domain>`);
  });

  test('on one lower device of macvtap the guest cannot start', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>twins</name>
        <devices>
          <interface type='direct'><mac address='52:54:00:aa:bb:cc'/><source dev='eth1' mode='bridge'/></interface>
          <interface type='direct'><mac address='52:54:00:aa:bb:cc'/><source dev='eth1' mode='bridge'/></interface>
                                                 ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ error mac/duplicate
          <interface type='direct'><mac address='52:54:00:aa:bb:cc'/><source dev='eth2' mode='bridge'/></interface>
                                                 ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ warning mac/duplicate
        </devices>
      </domain>`);
  });

  test('a failover pair shares its address', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>failover</name>
        <devices>
          <interface type='network'>
            <mac address='52:54:00:aa:bb:cc'/>
            <source network='default'/>
            <model type='virtio'/>
            <teaming type='persistent'/>
            <alias name='ua-backup0'/>
          </interface>
          <interface type='hostdev' managed='yes'>
            <mac address='52:54:00:aa:bb:cc'/>
            <source><address type='pci' domain='0' bus='3' slot='16' function='0'/></source>
            <teaming type='transient' persistent='ua-backup0'/>
          </interface>
        </devices>
      </domain>`);
  });

  test('the fix writes a fresh address', () => {
    checkFix(
      `
      <domain type='kvm'>
        <name>twins</name>
        <devices>
          <interface type='user'><mac address='52:54:00:aa:bb:cc'/></interface>
          <interface type='user'><mac address="52:54:00:aa:bb:cc"/></interface>
        </devices>
      </domain>`,
      `
      <domain type='kvm'>
        <name>twins</name>
        <devices>
          <interface type='user'><mac address='52:54:00:aa:bb:cc'/></interface>
          <interface type='user'><mac address="52:54:00:12:34:56"/></interface>
        </devices>
      </domain>`,
    );
  });
});

describe('prefixes', () => {
  test("a hardware vendor's", () => {
    checkFindings(`
      <interface type='user'>
        <mac address='00:1b:21:00:00:01'/>
                      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ hint mac/vendor-prefix
      </interface>`);
  });

  test("that of the host's end of a tap device", () => {
    checkFindings(`
      <interface type='user'>
        <mac address='FE:54:00:00:00:01'/>
                      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ information mac/host-prefix
      </interface>`);
  });

  test.each(['52:54:00:00:00:01', '00:16:3e:00:00:01', '00:16:3E:00:00:01', '02:00:00:00:00:01', 'fa:16:3e:00:00:01'])(
    '%s is usual',
    address => {
      checkFindings(`
      <interface type='user'>
        <mac address='${address}'/>
      </interface>`);
    },
  );

  test('a device of the host may keep its own', () => {
    checkFindings(`
      <interface type='direct'>
        <mac address='00:1b:21:00:00:01'/>
        <source dev='eth1' mode='passthrough'/>
      </interface>`);
  });

  test('the fix changes the prefix only', () => {
    checkFix(
      "<interface type='user'><mac address='00:1b:21:0a:0b:0c'/></interface>",
      "<interface type='user'><mac address='52:54:00:0a:0b:0c'/></interface>",
    );
  });
});
