import { describe, expect, test } from 'vitest';
import { checkFindings, checkFix, findFindings } from '../support/findings.ts';

const bridge = (bandwidth: string) => `<interface type='bridge'><source bridge='br0'/>${bandwidth}</interface>`;
const inbound = (attributes: string) => bridge(`<bandwidth><inbound ${attributes}/></bandwidth>`);

describe('bandwidth/missing-average', () => {
  test('in an interface, a network and a port group', () => {
    checkFindings(`
      <interface type='network'>
        <bandwidth>
          <inbound floor='100' burst='50'/>
           ▔▔▔▔▔▔▔ error bandwidth/missing-average
          <outbound/>
           ▔▔▔▔▔▔▔▔ error bandwidth/missing-average
        </bandwidth>
        <source network='default'/>
      </interface>`);
    checkFindings(`
      <network>
        <name>lan</name>
        <forward mode='nat'/>
        <bridge name='virbr7'/>
        <bandwidth>
          <inbound burst='1024'/>
           ▔▔▔▔▔▔▔ error bandwidth/missing-average
        </bandwidth>
        <ip address='192.168.7.1' netmask='255.255.255.0'/>
        <portgroup name='slow'>
          <bandwidth>
            <outbound burst='1024'/>
             ▔▔▔▔▔▔▔▔ error bandwidth/missing-average
          </bandwidth>
        </portgroup>
      </network>`);
  });

  test('a guaranteed rate alone is enough', () => {
    checkFindings(
      "<interface type='network'><source network='default'/><bandwidth><inbound floor='100'/></bandwidth></interface>",
    );
  });

  test('a misspelt one is reported as that', () => {
    checkFindings(`
      <interface type='bridge'>
        <source bridge='br0'/>
        <bandwidth>
          <inbound avarage='100'/>
                   ▔▔▔▔▔▔▔ error schema/unknown-attribute
        </bandwidth>
      </interface>`);
  });

  test('the fix takes the peak', () => {
    checkFix(inbound("peak='700' burst='9'"), inbound("peak='700' burst='9' average='700'"));
  });
});

describe('numbers with a unit', () => {
  test.each([
    ['10M', ['1250', '10000']],
    ['10mbit', ['1250']],
    ['1 Gbit/s', ['125000']],
    ['5 MB/s', ['5000']],
    ['1MiB', ['1049']],
    ['1.5', ['2']],
    ['1000kbps', ['125']],
  ])('average %s', (written, expected) => {
    const fixes = findFindings(inbound(`average='${written}'`)).flatMap(finding => finding.fixes?.(unused) ?? []);
    expect(fixes.map(({ title }) => title)).toEqual(expected.map(value => `Change to '${value}'`));
  });

  test('an amount of data is in kibibytes', () => {
    checkFix(inbound("average='1000' burst='2MB'"), inbound("average='1000' burst='2048'"));
  });
});

describe('bandwidth/zero', () => {
  test('the fix removes what limits nothing', () => {
    checkFix(inbound("average='0'"), bridge(''));
    checkFix(inbound("average='10' burst='0'"), inbound("average='10'"));
    checkFix(
      bridge("<bandwidth><inbound average='0' peak='5'/><outbound average='7'/></bandwidth>"),
      bridge("<bandwidth><outbound average='7'/></bandwidth>"),
    );
  });
});

describe('bandwidth/empty', () => {
  test('also with a comment in it', () => {
    checkFindings(`
      <interface type='bridge'>
        <source bridge='br0'/>
        <bandwidth><!-- later --></bandwidth>
         ▔▔▔▔▔▔▔▔▔ warning bandwidth/empty
      </interface>`);
  });

  test('an unknown child is reported as that', () => {
    checkFindings(`
      <interface type='bridge'>
        <source bridge='br0'/>
        <bandwidth><inbuond average='5'/></bandwidth>
                    ▔▔▔▔▔▔▔ error schema/unknown-element
      </interface>`);
  });
});

describe('bandwidth/outbound-peak', () => {
  test('has an effect on macvtap, and may have one in a network', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0' mode='bridge'/>
        <bandwidth><outbound average='5' peak='6'/></bandwidth>
      </interface>`);
    checkFindings(`
      <interface type='network'>
        <source network='default'/>
        <bandwidth><outbound average='5' peak='6'/></bandwidth>
                                         ▔▔▔▔ information bandwidth/outbound-peak
      </interface>`);
    checkFindings(`
      <interface type='ethernet'>
        <bandwidth><outbound average='5' peak='6'/></bandwidth>
                                         ▔▔▔▔ warning bandwidth/outbound-peak
      </interface>`);
  });
});

describe('bandwidth/average-above-peak', () => {
  test('equal is no mistake', () => {
    checkFindings(inbound("average='5' peak='5'"));
  });

  test('the fix exchanges them', () => {
    checkFix(inbound("peak='100' average='2000'"), inbound("peak='2000' average='100'"));
  });
});

const unused = { uuid: () => '', mac: () => '' };
