import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../../support/findings.ts';

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
