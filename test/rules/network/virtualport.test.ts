import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../../support/findings.ts';

describe('the virtual port of a network is judged as that of an interface', () => {
  test('numbers with a leading zero, in a port group', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='vepa' dev='eth0.7'/>
        <portgroup name='a'>
          <virtualport type='802.1Qbg'>
            <parameters managerid='0' typeid='010' typeidversion='08'/>
                                   ▔ warning virtualport/reserved-manager
                                              ▔▔▔ warning virtualport/octal-number
                                                                  ▔▔ error virtualport/octal-number
          </virtualport>
        </portgroup>
      </network>`);
  });

  test('parameters of another type, at a port', () => {
    checkFindings(`
      <networkport>
        <uuid>3c1b9a51-5c3f-4a3e-9b0e-0c6d2f7c1a11</uuid>
        <owner>
          <name>guest</name>
          <uuid>3c1b9a51-5c3f-4a3e-9b0e-0c6d2f7c1a12</uuid>
        </owner>
        <mac address='52:54:00:12:34:56'/>
        <virtualport type='802.1Qbh'>
          <parameters profileid='a' typeid='5'/>
                                    ▔▔▔▔▔▔ error virtualport/extra-parameter
        </virtualport>
      </networkport>`);
  });

  test('parameters in the wrong place are moved', () => {
    checkFix(
      `
      <network>
        <name>lan</name>
        <forward mode='bridge'/>
        <bridge name='ovsbr0'/>
        <virtualport type='openvswitch' profileid='web'/>
      </network>`,
      `
      <network>
        <name>lan</name>
        <forward mode='bridge'/>
        <bridge name='ovsbr0'/>
        <virtualport type='openvswitch'>
          <parameters profileid='web'/>
        </virtualport>
      </network>`,
    );
  });

  test('a network need not have all parameters: interfaces bring the rest', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='vepa' dev='eth0.7'/>
        <virtualport type='802.1Qbg'>
          <parameters managerid='11'/>
        </virtualport>
      </network>`);
  });
});
