import { describe, expect, test } from 'vitest';
import { checkFindings, checkFix, findClaimedFindings } from '../support/findings.ts';

describe('interfaces of the host', () => {
  test('each type as it is meant', () => {
    checkFindings(`
      <interface type='ethernet' name='eth0'>
        <start mode='onboot'/>
        <mac address='aa:bb:cc:dd:ee:ff'/>
        <mtu size='9000'/>
        <protocol family='ipv4'>
          <dhcp peerdns='no'/>
        </protocol>
        <protocol family='ipv6'>
          <autoconf/>
          <ip address='2001:db8::5' prefix='64'/>
        </protocol>
      </interface>`);
    checkFindings(`
      <interface type='bridge' name='br0'>
        <bridge stp='off' delay='0.01'>
          <interface type='ethernet' name='eth0'/>
          <interface type='vlan' name='eth1.42'>
            <vlan tag='42'>
              <interface name='eth1'/>
            </vlan>
          </interface>
          <interface type='bond' name='bond0'>
            <bond mode='802.3ad'>
              <interface type='ethernet' name='eth2'/>
              <interface type='ethernet' name='eth3'/>
            </bond>
          </interface>
        </bridge>
      </interface>`);
  });

  test('a bond takes network cards and nothing else', () => {
    checkFindings(`
      <interface type='bond' name='bond0'>
        <bond mode='active-backup'>
          <interface type='ethernet' name='eth0'/>
          <interface type='vlan' name='eth1.42'>
                           ▔▔▔▔ error schema/refused-later
            <vlan tag='42'>
              <interface name='eth1'/>
            </vlan>
          </interface>
        </bond>
      </interface>`);
  });

  test('what is wrong with a bond', () => {
    checkFindings(`
      <interface type='bond' name='bond0'>
        <bond mode='lacp'>
                    ▔▔▔▔ error value/not-allowed
          <miimon updelay='10'/>
           ▔▔▔▔▔▔ error schema/missing-attribute
          <arpmon interval='100' target='10.0.0.1' validate='none'/>
           ▔▔▔▔▔▔ error host/two-monitors
                                                             ▔▔▔▔ error schema/refused-later
          <interface type='ethernet' name='eth0'/>
        </bond>
      </interface>`);
    checkFix(
      `
      <interface type='bond' name='bond0'>
        <bond mode='lacp'>
          <interface type='ethernet' name='eth0'/>
        </bond>
      </interface>`,
      `
      <interface type='bond' name='bond0'>
        <bond mode='802.3ad'>
          <interface type='ethernet' name='eth0'/>
        </bond>
      </interface>`,
    );
  });

  test('host/repeated-protocol: one for each family', () => {
    checkFindings(`
      <interface type='ethernet' name='eth0'>
        <protocol family='ipv6'><autoconf/></protocol>
        <protocol family='ipv4'><dhcp/></protocol>
        <protocol family='ipv6'><dhcp/></protocol>
         ▔▔▔▔▔▔▔▔ error host/repeated-protocol
      </interface>`);
  });

  test('the MTU ends at 100000', () => {
    checkFindings(`
      <interface type='ethernet' name='eth0'>
        <mtu size='100001'/>
                   ▔▔▔▔▔▔ error value/out-of-range
      </interface>`);
  });

  test('a VLAN needs its name, its tag and the interface below', () => {
    checkFix(
      `
      <interface type='vlan'>
        <vlan tag='5'>
          <interface name='eth0'/>
        </vlan>
      </interface>`,
      `
      <interface type='vlan' name='eth0.42'>
        <vlan tag='5'>
          <interface name='eth0'/>
        </vlan>
      </interface>`,
    );
    checkFindings(`
      <interface type='vlan' name='eth0.5'>
        <vlan/>
         ▔▔▔▔ error schema/missing-attribute
         ▔▔▔▔ error schema/missing-element
      </interface>`);
  });

  test('without a type it is one of the host when the document is said to be ours', () => {
    expect(findClaimedFindings("<interface name='eth0'/>").map(({ code }) => code)).toEqual([
      'schema/missing-attribute',
    ]);
  });
});
