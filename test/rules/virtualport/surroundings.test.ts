import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../../support/findings.ts';

describe('802.1Qbg and its surroundings', () => {
  const qbg = "<virtualport type='802.1Qbg'><parameters managerid='1' typeid='1' typeidversion='1'/></virtualport>";

  test('a mode other than vepa, and a device that is no VLAN device', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='enp3s0' mode='passthrough'/>
                     ▔▔▔▔▔▔ hint virtualport/not-a-vlan-device
                                   ▔▔▔▔▔▔▔▔▔▔▔ information virtualport/mode-not-vepa
        ${qbg}
      </interface>`);
  });

  test.each(['eth0.2', 'vlan20', 'bond0.100'])('%s looks like a VLAN device', dev => {
    checkFindings(`
      <interface type='direct'>
        <source dev='${dev}' mode='vepa'/>
        ${qbg}
      </interface>`);
  });

  test('the fix sets vepa', () => {
    const before = `
      <interface type='direct'>
        <source dev="eth0.2" mode="private"/>
        ${qbg}
      </interface>`;
    checkFix(before, before.replace('private', 'vepa'));
  });
});

describe('virtual ports of network interfaces', () => {
  test('an incomplete one counts on the network', () => {
    checkFindings(`
      <interface type='network'>
        <source network='vepa'/>
        <virtualport type='802.1Qbg'/>
         ▔▔▔▔▔▔▔▔▔▔▔ hint virtualport/incomplete-on-network
      </interface>`);
  });

  test('parameters that no type takes together', () => {
    checkFindings(`
      <interface type='network'>
        <source network='vepa'/>
        <virtualport>
          <parameters managerid='1' profileid='a'/>
           ▔▔▔▔▔▔▔▔▔▔ hint virtualport/mixed-parameters
        </virtualport>
      </interface>`);
  });

  test('identifiers that libvirt adds when it defines the guest', () => {
    checkFindings(`
      <interface type='network'>
        <source network='vepa'/>
        <virtualport>
          <parameters profileid='a' instanceid='963605a8-0893-4a16-a7a0-bd43501fe141' interfaceid='6ff653b2-d270-45ee-a4be-fd9ba5d17db7'/>
        </virtualport>
      </interface>`);
  });

  test('parameters that one type takes', () => {
    checkFindings(`
      <interface type='network'>
        <source network='ports'/>
        <virtualport>
          <parameters interfaceid='09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f' profileid='a'/>
        </virtualport>
      </interface>`);
  });
});

describe('virtualport/vlan-on-hostdev', () => {
  test('a tag beside the profile', () => {
    checkFindings(`
      <interface type='hostdev' managed='yes'>
        <virtualport type='802.1Qbh'><parameters profileid='x'/></virtualport>
        <vlan><tag id='5'/></vlan>
         ▔▔▔▔ warning virtualport/vlan-on-hostdev
        <source><address type='pci' domain='0' bus='3' slot='16' function='0'/></source>
      </interface>`);
  });

  test('either is right without the other', () => {
    checkFindings(`
      <interface type='hostdev' managed='yes'>
        <vlan><tag id='5'/></vlan>
        <source><address type='pci' domain='0' bus='3' slot='16' function='0'/></source>
      </interface>`);
  });
});

describe('what a virtual port cannot have', () => {
  test('filters, isolation, and VLANs unless it is one of Open vSwitch', () => {
    checkFindings(`
      <interface type='bridge'>
        <filterref filter='clean-traffic'/>
         ▔▔▔▔▔▔▔▔▔ error virtualport/unsupported-filter
        <source bridge='midonet'/>
        <vlan><tag id='5'/></vlan>
         ▔▔▔▔ error virtualport/unsupported-vlan
        <port isolated='yes'/>
         ▔▔▔▔ error virtualport/unsupported-isolation
        <virtualport type='midonet'><parameters interfaceid='0b2d64da-3d0e-431e-afdd-804415d6ebbb'/></virtualport>
      </interface>`);
    checkFindings(`
      <interface type='bridge'>
        <source bridge='ovsbr0'/>
        <virtualport type='openvswitch'/>
        <vlan trunk='yes'><tag id='5'/><tag id='6'/></vlan>
        <port isolated='no'/>
      </interface>`);
  });

  test('a Linux bridge has all of them', () => {
    checkFindings(`
      <interface type='bridge'>
        <source bridge='br0'/>
        <filterref filter='clean-traffic'/>
        <vlan><tag id='5'/></vlan>
        <port isolated='yes'/>
      </interface>`);
  });
});
