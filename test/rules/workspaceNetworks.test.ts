import { describe, expect, test } from 'vitest';
import { checkFindings, checkFix, findFindings } from '../support/findings.ts';

const lab = `<network><name>lab</name><uuid>5d1f7c1e-8a1b-4c55-9f2c-0d4f7c0f7a01</uuid><bridge name='virbr7'/>
  <ip address='192.168.77.1' netmask='255.255.255.0'/></network>`;

/** The codes found in a network with this inside, beside these files. */
function codesIn(inside: string, ...beside: readonly string[]): readonly string[] {
  return findFindings(`<network>${inside}</network>`, undefined, beside).map(({ code }) => code);
}

describe('two networks of one host', () => {
  test('have names and UUIDs of their own', () => {
    checkFindings(
      `
      <network>
        <name>lab</name>
              ▔▔▔ warning workspace/duplicate-name
        <uuid>a3f5b9a2-6f43-4a35-8f0e-4f7a9a3f2b02</uuid>
        <bridge name="virbr8"/>
      </network>`,
      [lab],
    );
    checkFindings(
      `
      <network>
        <name>office</name>
        <uuid>5D1F7C1E8A1B4C559F2C0D4F7C0F7A01</uuid>
              ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ warning workspace/duplicate-uuid
        <bridge name="virbr8"/>
      </network>`,
      [lab],
    );
    checkFix(
      '<network><name>lab</name><uuid>a3f5b9a2-6f43-4a35-8f0e-4f7a9a3f2b02</uuid><bridge stp="off"/></network>',
      '<network><name>lab-2</name><uuid>a3f5b9a2-6f43-4a35-8f0e-4f7a9a3f2b02</uuid><bridge stp="off"/></network>',
      undefined,
      [lab],
    );
  });

  test('are told from domains of that name or UUID', () => {
    const domain = "<domain type='kvm'><name>lab</name><uuid>5d1f7c1e-8a1b-4c55-9f2c-0d4f7c0f7a01</uuid></domain>";
    expect(codesIn('<name>lab</name><uuid>a3f5b9a2-6f43-4a35-8f0e-4f7a9a3f2b02</uuid>', domain)).toEqual([]);
    expect(codesIn('<name>a</name><uuid>5d1f7c1e-8a1b-4c55-9f2c-0d4f7c0f7a01</uuid>', domain)).toEqual([]);
  });

  test('have bridges of their own where libvirt makes them', () => {
    checkFindings(
      `
      <network>
        <name>office</name>
        <forward/>
        <bridge stp='on' name='virbr7'/>
                               ▔▔▔▔▔▔ warning workspace/shared-bridge
        <ip address='192.168.78.1' prefix='24'/>
      </network>`,
      [lab],
    );
    checkFix(
      "<network><name>office</name><bridge name='virbr7' delay='0'/></network>",
      "<network><name>office</name><bridge delay='0'/></network>",
      undefined,
      [lab],
    );
    const onHost = "<name>office</name><forward mode='bridge'/><bridge name='virbr7'/>";
    expect(codesIn(onHost, lab)).toEqual([]);
    expect(
      codesIn("<name>office</name><bridge name='virbr7'/>", `<network>${onHost.replace('office', 'x')}</network>`),
    ).toEqual(['workspace/shared-bridge']);
  });

  test.each([
    ["address='192.168.77.9' prefix='24'", true],
    ["address='192.168.77.1'", true],
    ["address='192.168.77.9' prefix='25'", false],
    ["address='192.168.76.1' netmask='255.255.254.0'", false],
    ["address='192.168.78.1' netmask='255.255.255.0'", false],
  ])('<ip %s> is the same subnet: %s', (ip, same) => {
    const inside = `<name>office</name><ip address='10.9.0.1' prefix='16'/><ip ${ip}/>`;
    expect(codesIn(inside, lab)).toEqual(same ? ['workspace/shared-subnet'] : []);
    expect(codesIn(inside)).toEqual([]);
  });

  test('two files of one name are two states of one network', () => {
    expect(codesIn(lab.replace(/<\/?network>/g, ''), lab, lab)).toEqual([]);
    expect(codesIn("<name>lab</name><bridge name='virbr7'/><ip address='192.168.77.1' prefix='24'/>", lab)).toEqual([]);
  });
});
