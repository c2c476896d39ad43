import { describe, expect, test } from 'vitest';
import { checkFindings, checkFix, findFindings } from '../../support/findings.ts';

describe('network/not-for-mode', () => {
  test.each(['private', 'vepa', 'passthrough'])('with mode %s there is no bridge', mode => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='${mode}'>
          <interface dev='eth0'/>
        </forward>
        <bridge name='br0' stp='on'/>
         ▔▔▔▔▔▔ error network/not-for-mode
        <mtu size='9000'/>
         ▔▔▔ error network/not-for-mode
        <ip address='10.0.0.1' prefix='24'/>
         ▔▔ error network/not-for-mode
        <bandwidth><inbound average='1000'/></bandwidth>
         ▔▔▔▔▔▔▔▔▔ error network/not-for-mode
      </network>`);
  });

  test('settings of a bridge that is not made are told one by one', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='hostdev'>
          <pf dev='eth0'/>
        </forward>
        <bridge zone='trusted' delay='0' macTableManager='libvirt' stp='off'/>
                ▔▔▔▔ error network/not-for-mode
                                         ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ error network/not-for-mode
                                                                   ▔▔▔ error network/not-for-mode
      </network>`);
  });

  test('on a bridge of the host, who keeps the table of addresses can be said, and a delay of zero', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='bridge'/>
        <bridge name='br0' macTableManager='libvirt' delay='0'/>
        <bandwidth><inbound average='1000'/></bandwidth>
        <portgroup name='a'>
          <bandwidth><outbound average='1000'/></bandwidth>
          <vlan><tag id='5'/></vlan>
        </portgroup>
        <port isolated='yes'/>
      </network>`);
  });

  test('limits need the name of the bridge', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='bridge' dev='eth0'/>
        <portgroup name='a'>
          <bandwidth><outbound average='1000'/></bandwidth>
           ▔▔▔▔▔▔▔▔▔ error network/not-for-mode
        </portgroup>
      </network>`);
  });

  test('DNS records are refused, what DNS has else is not', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='bridge'/>
        <bridge name='br0'/>
        <dns>
         ▔▔▔ error network/not-for-mode
          <host ip='10.0.0.2'><hostname>a</hostname></host>
        </dns>
        <domain name='lan.example'/>
         ▔▔▔▔▔▔ error network/not-for-mode
        <mac address='52:54:00:01:02:03'/>
         ▔▔▔ error network/not-for-mode
      </network>`);
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='bridge'/>
        <bridge name='br0'/>
        <dns enable='no'/>
      </network>`);
  });

  test('a network that libvirt makes can have all of this and no VLAN', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward/>
        <bridge name='virbr7' stp='on' delay='2' zone='trusted' macTableManager='kernel'/>
        <mtu size='9000'/>
        <mac address='52:54:00:01:02:03'/>
        <domain name='lan.example'/>
        <ip address='10.0.0.1' prefix='24'/>
        <bandwidth><inbound average='1000'/></bandwidth>
        <portgroup name='a'>
          <vlan trunk='yes'><tag id='5'/><tag id='6'/></vlan>
           ▔▔▔▔ error network/not-for-mode
        </portgroup>
      </network>`);
  });

  test.each(['private', 'vepa'])('with mode %s there are no VLANs', mode => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='${mode}' dev='eth0'/>
        <vlan><tag id='5'/></vlan>
         ▔▔▔▔ error network/not-for-mode
        <portgroup name='a'>
          <vlan><tag id='6'/></vlan>
           ▔▔▔▔ error network/not-for-mode
        </portgroup>
      </network>`);
  });

  test.each([
    ['', ''],
    ["<virtualport type='openvswitch'/>", ''],
    ["<virtualport type='openvswitch'/>", "<virtualport type='openvswitch'/>"],
  ])('a bridge can have VLANs: %s %s', (own, ofGroup) => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='bridge'/>
        <bridge name='br0'/>
        ${own}
        <portgroup name='a'>${ofGroup}<vlan><tag id='6'/></vlan></portgroup>
      </network>`);
  });

  test.each([
    ['bridge', '', '', 1],
    ['bridge', "<virtualport type='openvswitch'/>", '', 0],
    ['bridge', "<virtualport type='openvswitch'/>", '<virtualport/>', 1],
    ['bridge', '', "<virtualport type='openvswitch'/>", 0],
    ['passthrough', '', '', 0],
    ['passthrough', '', '<virtualport/>', 1],
  ])('before 11.0.0 a network with mode %s, %s and in its group %s', (mode, own, ofGroup, count) => {
    const findings = findFindings(
      `<network><name>lan</name><forward mode='${mode}'/>${own}<portgroup name='a'>${ofGroup}<vlan><tag id='6'/></vlan></portgroup></network>`,
      '10.9.0',
    );
    expect(findings.filter(({ code }) => code === 'network/not-for-mode')).toHaveLength(count);
  });

  test('nothing follows from a mode that is not known', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='bridgd'/>
                       ▔▔▔▔▔▔ error value/not-allowed
        <bridge name='br0' stp='on'/>
        <vlan><tag id='5'/></vlan>
      </network>`);
  });
});

describe('network/guests-cannot-start', () => {
  test('a virtual port on a network that libvirt routes; one of a port group is another matter', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='open'/>
        <ip address='10.0.0.1' prefix='24'/>
        <virtualport type='802.1Qbh'>
         ▔▔▔▔▔▔▔▔▔▔▔ warning network/guests-cannot-start
          <parameters profileid='a'/>
        </virtualport>
      </network>`);
  });

  test('isolated ports without a bridge', () => {
    checkFix(
      `
      <network>
        <name>lan</name>
        <forward mode='vepa' dev='eth0'/>
        <port isolated='yes'/>
      </network>`,
      `
      <network>
        <name>lan</name>
        <forward mode='vepa' dev='eth0'/>
      </network>`,
    );
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='vepa' dev='eth0'/>
        <port isolated='no'/>
      </network>`);
  });
});

describe('parts of a network', () => {
  test('network/long-bridge-name: 16 characters are too many, 15 are not', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <bridge name='virbr-engineers'/>
      </network>`);
    checkFindings(`
      <network>
        <name>lan</name>
        <bridge name='virbr-engineer-s'/>
                      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ error network/long-bridge-name
      </network>`);
  });

  test("network/register-needs-local: localOnly='no' is changed", () => {
    checkFix(
      `
      <network>
        <name>lan</name>
        <domain name='lan.example' register='yes' localOnly='no'/>
        <ip address='10.0.0.1' prefix='24'/>
      </network>`,
      `
      <network>
        <name>lan</name>
        <domain name='lan.example' register='yes' localOnly='yes'/>
        <ip address='10.0.0.1' prefix='24'/>
      </network>`,
    );
  });

  test('network/shared-port-id: in port groups as well', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='bridge' dev='eth0.7'/>
        <portgroup name='a'>
          <virtualport type='802.1Qbg'>
            <parameters managerid='11' typeid='5' typeidversion='1' instanceid='3c1b9a51-5c3f-4a3e-9b0e-0c6d2f7c1a11'/>
                                                                    ▔▔▔▔▔▔▔▔▔▔ warning network/shared-port-id
          </virtualport>
        </portgroup>
      </network>`);
  });

  test('portgroup/duplicate-name: the fix finds a name that is free', () => {
    checkFix(
      `
      <network>
        <name>lan</name>
        <forward mode='bridge'/>
        <bridge name='br0'/>
        <portgroup name='a'/>
        <portgroup name='a-2'/>
        <portgroup default='yes' name="a"/>
      </network>`,
      `
      <network>
        <name>lan</name>
        <forward mode='bridge'/>
        <bridge name='br0'/>
        <portgroup name='a'/>
        <portgroup name='a-2'/>
        <portgroup default='yes' name="a-3"/>
      </network>`,
    );
  });

  test('portgroup/several-defaults: the first may stay, or the second', () => {
    checkFix(
      `
      <network>
        <name>lan</name>
        <forward mode='bridge'/>
        <bridge name='br0'/>
        <portgroup name='a' default='yes'/>
        <portgroup name='b' default='no'/>
        <portgroup name='c' default='yes'/>
      </network>`,
      `
      <network>
        <name>lan</name>
        <forward mode='bridge'/>
        <bridge name='br0'/>
        <portgroup name='a'/>
        <portgroup name='b' default='no'/>
        <portgroup name='c' default='yes'/>
      </network>`,
      'Remove the other default',
    );
  });

  test('what is declared only: names, the type of a virtual port, floor', () => {
    checkFindings(`
      <network>
        <name>a/b</name>
              ▔▔▔ error value/bad-format
        <uuid>1234</uuid>
              ▔▔▔▔ error value/bad-uuid
        <forward mode='bridge'/>
        <bridge name='br0'/>
        <virtualport><parameters profileid='x'/></virtualport>
         ▔▔▔▔▔▔▔▔▔▔▔ error schema/missing-attribute
        <bandwidth><inbound average='1000' floor='100'/></bandwidth>
                                           ▔▔▔▔▔ error schema/refused-later
      </network>`);
  });

  test('a port group need not say the type of its virtual port', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='bridge'/>
        <bridge name='ovsbr0'/>
        <virtualport type='openvswitch'/>
        <portgroup name='a'>
          <virtualport><parameters profileid='x'/></virtualport>
        </portgroup>
      </network>`);
  });

  test('templates are checked around what is not known yet', () => {
    checkFindings(`
      <network>
        <name>{{ name }}</name>
        <forward mode='private'/>
                       ▔▔▔▔▔▔▔ warning forward/missing-device
        <mtu size='{{ mtu }}'/>
         ▔▔▔ error network/not-for-mode
      </network>`);
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='{{ mode }}'/>
        <mtu size='9000'/>
      </network>`);
  });
});
