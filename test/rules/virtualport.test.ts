import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../support/findings.ts';

describe('virtualport/missing-parameter', () => {
  test('802.1Qbg names all that is missing, on the parameters', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0.2' mode='vepa'/>
        <virtualport type='802.1Qbg'>
          <parameters typeid='1'/>
           ▔▔▔▔▔▔▔▔▔▔ error virtualport/missing-parameter
        </virtualport>
      </interface>`);
  });

  test('without parameters, on the virtual port', () => {
    checkFindings(`
      <interface type='hostdev'>
        <source><address type='pci' domain='0' bus='3' slot='16' function='0'/></source>
        <virtualport type="802.1Qbh"/>
         ▔▔▔▔▔▔▔▔▔▔▔ error virtualport/missing-parameter
      </interface>`);
  });

  test('an empty profileid counts as missing', () => {
    checkFindings(`
      <interface type='direct'>
        <virtualport type='802.1Qbh'><parameters profileid=''/></virtualport>
                                                 ▔▔▔▔▔▔▔▔▔ error virtualport/missing-parameter
        <source mode='private' dev='eth0'/>
      </interface>`);
  });

  test('nothing is said where all is there, where nothing is needed, or where the network may have it', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>all</name>
        <devices>
          <interface type='direct'>
            <source dev='eth0.2' mode='vepa'/>
            <virtualport type='802.1Qbg'>
              <parameters typeidversion='2' typeid='0x12' managerid='11'/><!-- in any order -->
            </virtualport>
          </interface>
          <interface type='bridge'>
            <source bridge='ovsbr0'/>
            <virtualport type='openvswitch'/>
          </interface>
          <interface type='network'>
            <source network='ports'/>
            <virtualport/>
          </interface>
        </devices>
      </domain>`);
  });

  test('the fix adds what is missing', () => {
    checkFix(
      `
      <interface type='direct'>
        <source dev='eth0.2' mode='vepa'/>
        <virtualport type='802.1Qbg'>
          <parameters typeid='1'/>
        </virtualport>
      </interface>`,
      `
      <interface type='direct'>
        <source dev='eth0.2' mode='vepa'/>
        <virtualport type='802.1Qbg'>
          <parameters typeid='1' managerid='11' typeidversion='2'/>
        </virtualport>
      </interface>`,
    );
  });

  test('the fix brings the parameters along where there are none', () => {
    checkFix(
      `
      <interface type="direct">
        <source dev="eth0" mode="private"/>
        <virtualport type="802.1Qbh"/>
      </interface>`,
      `
      <interface type="direct">
        <source dev="eth0" mode="private"/>
        <virtualport type="802.1Qbh">
          <parameters profileid="profile1"/>
        </virtualport>
      </interface>`,
    );
  });
});

describe('virtualport/extra-parameter', () => {
  test('a parameter of another type, beside those of its own', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0' mode='private'/>
        <virtualport type='802.1Qbh'>
          <parameters profileid='x' managerid='1'/>
                                    ▔▔▔▔▔▔▔▔▔ error virtualport/extra-parameter
        </virtualport>
      </interface>`);
  });

  test('only parameters of another type: one mistake, one finding', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0.2' mode='vepa'/>
        <virtualport type='802.1Qbg'>
          <parameters profileid='finance'/>
                      ▔▔▔▔▔▔▔▔▔ error virtualport/extra-parameter
        </virtualport>
      </interface>`);
  });

  test('the virtual port is converted to the type whose parameters it has', () => {
    checkFix(
      `
      <interface type='direct'>
        <source dev='eth0' mode='vepa'/>
        <virtualport type='802.1Qbh'>
          <parameters managerid='11' typeid='1'/>
        </virtualport>
      </interface>`,
      `
      <interface type='direct'>
        <source dev='eth0' mode='vepa'/>
        <virtualport type='802.1Qbg'>
          <parameters managerid='11' typeid='1' typeidversion='2'/>
        </virtualport>
      </interface>`,
      'Change the type to 802.1Qbg, which takes managerid',
    );
  });

  test('instanceid is interfaceid for Open vSwitch', () => {
    checkFix(
      `
      <interface type='bridge'>
        <source bridge='ovs0'/>
        <virtualport type='openvswitch'>
          <parameters instanceid='09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f'/>
        </virtualport>
      </interface>`,
      `
      <interface type='bridge'>
        <source bridge='ovs0'/>
        <virtualport type='openvswitch'>
          <parameters interfaceid='09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f'/>
        </virtualport>
      </interface>`,
    );
  });

  test('what does not belong is removed', () => {
    checkFix(
      `
      <interface type='bridge'>
        <source bridge='midonet'/>
        <virtualport type='midonet'>
          <parameters managerid='9' interfaceid='0b2d64da-3d0e-431e-afdd-804415d6ebbb'/>
        </virtualport>
      </interface>`,
      `
      <interface type='bridge'>
        <source bridge='midonet'/>
        <virtualport type='midonet'>
          <parameters interfaceid='0b2d64da-3d0e-431e-afdd-804415d6ebbb'/>
        </virtualport>
      </interface>`,
    );
  });
});

describe('virtualport/missing-type', () => {
  test.each(['bridge', 'direct', 'hostdev'])('is needed on %s', type => {
    const source = {
      bridge: "<source bridge='br0'/>",
      direct: "<source dev='eth0' mode='vepa'/>",
      hostdev: "<source><address type='pci' domain='0' bus='3' slot='16' function='0'/></source>",
    }[type];
    checkFindings(`
      <interface type='${type}'>
        <virtualport/>
         ▔▔▔▔▔▔▔▔▔▔▔ error virtualport/missing-type
        ${source}
      </interface>`);
  });

  test('the fix chooses the type that has the parameters', () => {
    checkFix(
      `
      <interface type='direct'>
        <source dev='eth0.2' mode='vepa'/>
        <virtualport>
          <parameters managerid='1' typeid='1' typeidversion='1'/>
        </virtualport>
      </interface>`,
      `
      <interface type='direct'>
        <source dev='eth0.2' mode='vepa'/>
        <virtualport type='802.1Qbg'>
          <parameters managerid='1' typeid='1' typeidversion='1'/>
        </virtualport>
      </interface>`,
    );
  });

  test('the fix adds what that type demands', () => {
    checkFix(
      `
      <interface type='hostdev'>
        <source><address type='pci' domain='0' bus='3' slot='16' function='0'/></source>
        <virtualport/>
      </interface>`,
      `
      <interface type='hostdev'>
        <source><address type='pci' domain='0' bus='3' slot='16' function='0'/></source>
        <virtualport type='802.1Qbh'>
          <parameters profileid='profile1'/>
        </virtualport>
      </interface>`,
    );
  });
});

describe('virtualport/misplaced-parameter', () => {
  test('each attribute, and nothing is missing besides', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0.2' mode='vepa'/>
        <virtualport managerid='1' type='802.1Qbg' typeid='1'>
                     ▔▔▔▔▔▔▔▔▔ error virtualport/misplaced-parameter
                                                   ▔▔▔▔▔▔ error virtualport/misplaced-parameter
          <parameters typeidversion='1'/>
        </virtualport>
      </interface>`);
  });

  test('the fix wraps them', () => {
    checkFix(
      `
      <interface type='direct'>
        <source dev='eth0' mode='private'/>
        <virtualport type='802.1Qbh' profileid="finance &amp; co"/>
      </interface>`,
      `
      <interface type='direct'>
        <source dev='eth0' mode='private'/>
        <virtualport type='802.1Qbh'>
          <parameters profileid="finance &amp; co"/>
        </virtualport>
      </interface>`,
    );
  });

  test('the fix adds them to the parameters that are there', () => {
    checkFix(
      `
      <interface type='direct'>
        <source dev='eth0.2' mode='vepa'/>
        <virtualport managerid='1' type='802.1Qbg' typeid='2'>
          <parameters typeidversion='3'/>
        </virtualport>
      </interface>`,
      `
      <interface type='direct'>
        <source dev='eth0.2' mode='vepa'/>
        <virtualport type='802.1Qbg'>
          <parameters typeidversion='3' managerid='1' typeid='2'/>
        </virtualport>
      </interface>`,
    );
  });
});

describe('virtualport/wrong-interface-type', () => {
  test('Open vSwitch on macvtap is ignored', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth1' mode='bridge'/>
        <virtualport type='openvswitch'/>
                           ▔▔▔▔▔▔▔▔▔▔▔ warning virtualport/wrong-interface-type
      </interface>`);
  });

  test('802.1Qbg on a bridge leaves the guest unconnected', () => {
    checkFindings(`
      <interface type='bridge'>
        <source bridge='br0'/>
        <virtualport type='802.1Qbg'>
                           ▔▔▔▔▔▔▔▔ warning virtualport/wrong-interface-type
          <parameters managerid='1' typeid='1' typeidversion='1'/>
        </virtualport>
      </interface>`);
  });

  test('a host device takes 802.1Qbh only', () => {
    checkFindings(`
      <interface type='hostdev'>
        <source><address type='pci' domain='0' bus='3' slot='16' function='0'/></source>
        <virtualport type='openvswitch'/>
                           ▔▔▔▔▔▔▔▔▔▔▔ warning virtualport/wrong-interface-type
      </interface>`);
  });

  test('with the parameters of another type, only those are reported', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0' mode='private'/>
        <virtualport type='openvswitch'>
                           ▔▔▔▔▔▔▔▔▔▔▔ warning virtualport/wrong-interface-type
          <parameters interfaceid='09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f'/>
        </virtualport>
      </interface>`);
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0.2' mode='vepa'/>
        <virtualport type='openvswitch'>
          <parameters managerid='1' typeidversion='2' typeid='3'/>
                      ▔▔▔▔▔▔▔▔▔ error virtualport/extra-parameter
                                    ▔▔▔▔▔▔▔▔▔▔▔▔▔ error virtualport/extra-parameter
                                                      ▔▔▔▔▔▔ error virtualport/extra-parameter
        </virtualport>
      </interface>`);
  });

  test('any may stand on a network interface', () => {
    checkFindings(`
      <interface type='network'>
        <source network='ovs'/>
        <virtualport type='openvswitch'/>
      </interface>`);
  });

  test('the fix turns macvtap into a bridge', () => {
    checkFix(
      `
      <interface type='direct'>
        <source mode='bridge' dev='ovsbr0'/>
        <virtualport type='openvswitch'/>
      </interface>`,
      `
      <interface type='bridge'>
        <source bridge='ovsbr0'/>
        <virtualport type='openvswitch'/>
      </interface>`,
    );
  });

  test('the fix turns a bridge into macvtap', () => {
    checkFix(
      `
      <interface type='bridge'>
        <source bridge='eth0'/>
        <virtualport type='802.1Qbh'><parameters profileid='x'/></virtualport>
      </interface>`,
      `
      <interface type='direct'>
        <source dev='eth0' mode='private'/>
        <virtualport type='802.1Qbh'><parameters profileid='x'/></virtualport>
      </interface>`,
    );
  });
});

describe('numbers', () => {
  test('a leading zero: another number, none at all, or the same', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0.2' mode='vepa'/>
        <virtualport type='802.1Qbg'>
          <parameters managerid='010' typeid='09' typeidversion='02'/>
                                 ▔▔▔ warning virtualport/octal-number
                                              ▔▔ error virtualport/octal-number
                                                                 ▔▔ information virtualport/octal-number
        </virtualport>
      </interface>`);
  });

  test('hexadecimal and plain decimal numbers are right', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0.2' mode='vepa'/>
        <virtualport type='802.1Qbg'>
          <parameters managerid='0x0a' typeid='16777215' typeidversion='0'/>
        </virtualport>
      </interface>`);
  });

  test.each(['0', '0x0', '00'])('manager %s is reserved', zero => {
    checkFindings(`
      <interface type='network'>
        <source network='vepa'/>
        <virtualport type='802.1Qbg'>
          <parameters typeid='1' typeidversion='1' managerid='${zero}'/>
                                                              ${'▔'.repeat(zero.length)} warning virtualport/reserved-manager
        </virtualport>
      </interface>`);
  });

  test('the fix strips the zeros, or keeps what libvirt reads', () => {
    const before = `
      <interface type='network'>
        <source network='vepa'/>
        <virtualport>
          <parameters managerid='0017'/>
        </virtualport>
      </interface>`;
    checkFix(before, before.replace('0017', '17'));
    checkFix(before, before.replace('0017', '15'), 'Write 15, as libvirt reads it');
  });
});

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

describe('virtualport/unescaped-profile', () => {
  test('characters that libvirt stores as they are', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0' mode='private'/>
        <virtualport type='802.1Qbh'><parameters profileid='R&amp;D'/></virtualport>
                                                            ▔▔▔▔▔▔▔ warning virtualport/unescaped-profile
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

describe('a profile name that is too long', () => {
  test('is shortened to 39 bytes, whole characters only', () => {
    checkFix(withProfile('0123456789'.repeat(4)), withProfile('0123456789'.repeat(4).slice(0, 39)));
    checkFix(withProfile('ä'.repeat(20)), withProfile('ä'.repeat(19)));
  });
});

function withProfile(name: string): string {
  return `
      <interface type='direct'>
        <source dev='eth0' mode='private'/>
        <virtualport type='802.1Qbh'><parameters profileid='${name}'/></virtualport>
      </interface>`;
}
