import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../../support/findings.ts';

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
