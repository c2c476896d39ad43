import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../support/findings.ts';

describe('source/missing-mode', () => {
  test('on macvtap', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0'/>
         ▔▔▔▔▔▔ information source/missing-mode
        <model type='virtio'/>
      </interface>`);
  });

  test('in a domain, for each interface that lacks it', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>router</name>
        <devices>
          <interface type="direct">
            <!-- outside -->
            <source
             ▔▔▔▔▔▔ information source/missing-mode
              dev="eth0"/>
          </interface>
          <interface type='direct'><source mode='private' dev='eth1'/></interface>
          <interface type='network'><source network='default'/></interface>
        </devices>
      </domain>`);
  });

  test('where the switch manages the port, it is a hint', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0.2'/>
         ▔▔▔▔▔▔ hint source/missing-mode
        <virtualport type='802.1Qbg'><parameters managerid='1' typeid='1' typeidversion='1'/></virtualport>
      </interface>`);
  });

  test('the fix sets bridge, or any other', () => {
    const before = `
      <interface type='direct'>
        <source dev='eth0'/>
      </interface>`;
    checkFix(before, before.replace("'eth0'", "'eth0' mode='bridge'"));
    checkFix(before, before.replace("'eth0'", "'eth0' mode='vepa'"), "Set mode='vepa'");
  });

  test('the fix writes as the user does', () => {
    checkFix(
      `
      <interface type="direct">
        <source dev="eth0"></source>
      </interface>`,
      `
      <interface type="direct">
        <source dev="eth0" mode="bridge"></source>
      </interface>`,
    );
  });
});

describe('source/shared-passthrough', () => {
  test('whichever of the two is in passthrough mode, and other devices do not matter', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>router</name>
        <devices>
          <interface type='direct'><source dev='eth1' mode='bridge'/></interface>
          <interface type='direct'><source dev='eth2' mode='bridge'/></interface>
          <interface type='direct'><source mode='passthrough' dev='eth1'/></interface>
                                                                   ▔▔▔▔ error source/shared-passthrough
          <interface type='direct'><source mode='passthrough' dev='eth3'/></interface>
        </devices>
      </domain>`);
  });
});

describe('source/mixed-modes', () => {
  test('an omitted mode is vepa', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>router</name>
        <devices>
          <interface type='direct'><source dev='eth1' mode='vepa'/></interface>
          <interface type='direct'><source dev='eth1'/></interface>
                                    ▔▔▔▔▔▔ information source/missing-mode
          <interface type='direct'><source dev='eth1' mode='private'/></interface>
                                                            ▔▔▔▔▔▔▔ hint source/mixed-modes
        </devices>
      </domain>`);
  });
});

describe('source/not-multicast', () => {
  test.each(['192.168.0.1', '240.0.0.1', '223.255.255.255'])('%s', address => {
    checkFindings(`
      <interface type='mcast'>
        <source port='5558' address='${address}'/>
                                     ${'▔'.repeat(address.length)} warning source/not-multicast
      </interface>`);
  });

  test.each(['224.0.0.1', '230.0.0.1', '239.255.255.255'])('%s is right', address => {
    checkFindings(`
      <interface type='mcast'>
        <source port='5558' address='${address}'/>
      </interface>`);
  });

  test('other sockets take any address', () => {
    checkFindings(`
      <interface type='client'>
        <source port='5558' address='192.168.0.1'/>
      </interface>`);
  });
});

describe('source/zero-port', () => {
  test('at either end', () => {
    checkFindings(`
      <interface type='udp'>
        <source address='192.0.2.1' port='0'>
                                          ▔ warning source/zero-port
          <local address='192.0.2.2' port="-1"/>
                                           ▔▔ warning source/zero-port
        </source>
      </interface>`);
  });

  test('port 1 is one', () => {
    checkFindings(`
      <interface type='server'>
        <source address='192.0.2.1' port='1'/>
      </interface>`);
  });
});

describe('source/zero-pci-address', () => {
  test.each(["domain='0' bus='0' slot='0' function='0'", "bus='0x00' slot='0x0'"])('%s', parts => {
    checkFindings(`
      <interface type='hostdev'>
        <source>
          <address ${parts} type='pci'/>
           ▔▔▔▔▔▔▔ error source/zero-pci-address
        </source>
      </interface>`);
  });

  test('a part other than 0 makes an address', () => {
    checkFindings(`
      <interface type='hostdev'>
        <source>
          <address type='pci' domain='0' bus='0' slot='0x07' function='0'/>
        </source>
      </interface>`);
  });
});

describe('source/vlan-needs-passthrough', () => {
  test.each([" mode='bridge'", " mode='private'", " mode='vepa'"])('with%s', mode => {
    checkFindings(`
      <interface type='direct'>
        <vlan><tag id='5'/></vlan>
         ▔▔▔▔ error source/vlan-needs-passthrough
        <source dev='eth0'${mode}/>
      </interface>`);
  });

  test('a device in passthrough mode has a tag', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0' mode='passthrough'/>
        <vlan><tag id='5'/></vlan>
      </interface>`);
  });

  test('the fix takes the VLAN device', () => {
    checkFix(
      `
      <interface type='direct'>
        <source dev='bond0' mode='bridge'/>
        <vlan>
          <tag id='42'/>
        </vlan>
        <model type='virtio'/>
      </interface>`,
      `
      <interface type='direct'>
        <source dev='bond0.42' mode='bridge'/>
        <model type='virtio'/>
      </interface>`,
    );
  });
});

describe('source/ethernet-source', () => {
  test('any attribute; what stands inside is read', () => {
    checkFindings(`
      <interface type='ethernet'>
        <source dev='eth0'>
                ▔▔▔ error source/ethernet-source
          <ip address='192.0.2.1' prefix='24'/>
        </source>
        <target dev='tap7'/>
      </interface>`);
  });

  test('the fix moves the name, unless there is one', () => {
    checkFix(
      `
      <interface type="ethernet">
        <source dev="tap7"/>
        <model type="virtio"/>
      </interface>`,
      `
      <interface type="ethernet">
        <source/>
        <model type="virtio"/>
        <target dev="tap7"/>
      </interface>`,
    );
    checkFix(
      "<interface type='ethernet'><source dev='eth0'/><target dev='tap7'/></interface>",
      "<interface type='ethernet'><source/><target dev='tap7'/></interface>",
    );
  });
});

describe('source/wireless-device', () => {
  test.each(['wlan0', 'wlp3s0', 'wlx0011223344ab'])('%s', dev => {
    checkFindings(`
      <interface type='direct'>
        <source dev='${dev}' mode='vepa'/>
                     ${'▔'.repeat(dev.length)} information source/wireless-device
      </interface>`);
  });

  test.each(['eth0', 'wlbridge', 'enp3s0', 'bond0'])('%s does not look like one', dev => {
    checkFindings(`
      <interface type='direct'>
        <source dev='${dev}' mode='vepa'/>
      </interface>`);
  });
});
