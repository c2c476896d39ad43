import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../../support/findings.ts';

describe('forward/missing-address', () => {
  test('an isolated network and one on a bridge of the host need no address', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <bridge name='virbr7'/>
      </network>`);
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='bridge'/>
        <bridge name='br0'/>
      </network>`);
  });

  test('without a mode it is nat, and the finding is at the element', () => {
    checkFindings(`
      <network>
        <!-- NAT is what no mode means -->
        <forward dev="eth0"/>
         ▔▔▔▔▔▔▔ error forward/missing-address
        <name>lan</name>
      </network>`);
  });

  test('the fix adds an address that works', () => {
    checkFix(
      `
      <network>
        <name>lan</name>
        <forward mode='route'/>
      </network>`,
      `
      <network>
        <name>lan</name>
        <forward mode='route'/>
        <ip address='192.168.100.1' netmask='255.255.255.0'>
          <dhcp>
            <range start='192.168.100.128' end='192.168.100.254'/>
          </dhcp>
        </ip>
      </network>`,
    );
  });
});

describe('forward/several-devices', () => {
  test('each further device is found; a pool of macvtap devices may have many', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='route'>
          <interface dev='eth2'/>
          <interface dev='eth1'/>
           ▔▔▔▔▔▔▔▔▔ error forward/several-devices
          <interface dev='eth0'/>
           ▔▔▔▔▔▔▔▔▔ error forward/several-devices
        </forward>
        <ip address='10.0.0.1' prefix='24'/>
      </network>`);
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='vepa'>
          <interface dev='eth2'/>
          <interface dev='eth1'/>
        </forward>
      </network>`);
  });
});

describe('forward/bridge-and-device', () => {
  test('whatever names the device', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward dev='eth0' mode='bridge'/>
                 ▔▔▔ error forward/bridge-and-device
        <bridge name='br0'/>
      </network>`);
    checkFindings(`
      <network>
        <name>lan</name>
        <bridge name='br0'/>
        <forward mode='bridge'>
          <pf dev='eth0'/>
           ▔▔ error forward/bridge-and-device
        </forward>
      </network>`);
  });

  test('either can be removed', () => {
    const before = `
      <network>
        <name>lan</name>
        <forward mode='bridge' dev='eth0'/>
        <bridge name='br0'/>
      </network>`;
    checkFix(
      before,
      `
      <network>
        <name>lan</name>
        <forward mode='bridge'/>
        <bridge name='br0'/>
      </network>`,
    );
    checkFix(
      before,
      `
      <network>
        <name>lan</name>
        <forward mode='bridge' dev='eth0'/>
      </network>`,
      'Remove <bridge>: guests get macvtap devices',
    );
  });
});

describe('the pool of a network', () => {
  test('forward/named-host-device: dev and the first interface are told; both become a physical function', () => {
    checkFix(
      `
      <network>
        <name>vfs</name>
        <forward mode='hostdev' dev='eth4'/>
      </network>`,
      `
      <network>
        <name>vfs</name>
        <forward mode='hostdev'>
          <pf dev='eth4'/>
        </forward>
      </network>`,
    );
    checkFindings(`
      <network>
        <name>vfs</name>
        <forward mode='hostdev'>
          <interface dev='eth4'/>
           ▔▔▔▔▔▔▔▔▔ error forward/named-host-device
          <interface dev='eth5'/>
        </forward>
      </network>`);
  });

  test('a pool of virtual functions by address is fine, in its own mode only', () => {
    checkFindings(`
      <network>
        <name>vfs</name>
        <forward mode='hostdev' managed='yes'>
          <driver name='vfio'/>
          <address type='pci' domain='0' bus='4' slot='0' function='1'/>
          <address type='pci' domain='0' bus='4' slot='0' function='2'/>
        </forward>
      </network>`);
    checkFindings(`
      <network>
        <name>vfs</name>
        <forward mode='passthrough'>
          <address type='pci' domain='0' bus='4' slot='0' function='1'/>
           ▔▔▔▔▔▔▔ error forward/listed-function
        </forward>
      </network>`);
  });

  test('forward/mixed-pool: what is dropped is told, once', () => {
    checkFindings(`
      <network>
        <name>vfs</name>
        <forward mode='passthrough'>
          <pf dev='eth0'/>
           ▔▔ warning forward/mixed-pool
          <address type='pci' bus='0x04' function='0x1'/>
           ▔▔▔▔▔▔▔ error forward/mixed-pool
          <interface dev='eth0'/>
        </forward>
      </network>`);
  });

  test('forward/conflicting-device: dev may repeat the first interface and nothing else', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward dev='eth1' mode='private'>
          <interface dev='eth1'/>
          <interface dev='eth0'/>
        </forward>
      </network>`);
    checkFindings(`
      <network>
        <name>lan</name>
        <forward dev='eth0' mode='private'>
                 ▔▔▔ error forward/conflicting-device
          <interface dev='eth1'/>
          <interface dev='eth0'/>
        </forward>
      </network>`);
    checkFindings(`
      <network>
        <name>lan</name>
        <forward dev='eth0' mode='private'>
                 ▔▔▔ error forward/conflicting-device
          <pf dev='eth0'/>
        </forward>
      </network>`);
  });

  test('forward/duplicate-device: PCI addresses are compared as numbers', () => {
    checkFindings(`
      <network>
        <name>vfs</name>
        <forward mode='hostdev'>
          <address type='pci' domain='0' bus='16' slot='0' function='1'/>
          <address type='pci' domain='0' bus='0x11' slot='0' function='1'/>
          <address type='pci' bus='0x10' slot='0' function='0x1'/>
           ▔▔▔▔▔▔▔ error forward/duplicate-device
        </forward>
      </network>`);
  });

  test('forward/missing-device: a bridge of the host is enough for mode bridge only', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='bridge'/>
                       ▔▔▔▔▔▔ warning forward/missing-device
      </network>`);
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='passthrough'>
          <pf dev='eth0'/>
        </forward>
      </network>`);
  });
});

describe('forward/bad-range', () => {
  test('addresses and ports are compared as numbers', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward>
          <nat>
            <address start='203.0.113.9' end='203.0.113.10'/>
            <port start='900' end='1000'/>
          </nat>
        </forward>
        <ip address='10.0.0.1' prefix='24'/>
      </network>`);
    checkFindings(`
      <network>
        <name>lan</name>
        <forward>
          <nat>
            <address start='203.0.113.10' end='203.0.113.9'/>
                                               ▔▔▔▔▔▔▔▔▔▔▔ error forward/bad-range
            <port start='1000' end='900'/>
                                    ▔▔▔ error forward/bad-range
          </nat>
        </forward>
        <ip address='10.0.0.1' prefix='24'/>
      </network>`);
  });

  test('a range across a border of 16 bits is too large however small it is', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward>
          <nat>
            <address start='203.0.255.255' end='203.1.0.0'/>
                                                ▔▔▔▔▔▔▔▔▔ error forward/bad-range
          </nat>
        </forward>
        <ip address='10.0.0.1' prefix='24'/>
      </network>`);
  });

  test('stop is told to be end', () => {
    checkFix(
      `
      <network>
        <name>lan</name>
        <forward>
          <nat>
            <address start='203.0.113.9' stop='203.0.113.10'/>
          </nat>
        </forward>
        <ip address='10.0.0.1' prefix='24'/>
      </network>`,
      `
      <network>
        <name>lan</name>
        <forward>
          <nat>
            <address start='203.0.113.9' end='203.0.113.10'/>
          </nat>
        </forward>
        <ip address='10.0.0.1' prefix='24'/>
      </network>`,
    );
  });
});

describe('forward/mode-none', () => {
  test('the fix removes <forward>', () => {
    checkFix(
      `
      <network>
        <name>lan</name>
        <forward mode="none"/>
        <bridge name="virbr7"/>
      </network>`,
      `
      <network>
        <name>lan</name>
        <bridge name="virbr7"/>
      </network>`,
    );
  });

  test('the rest is judged as that of an isolated network', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='none'/>
                       ▔▔▔▔ error forward/mode-none
        <vlan><tag id='5'/></vlan>
         ▔▔▔▔ error network/not-for-mode
      </network>`);
  });
});
