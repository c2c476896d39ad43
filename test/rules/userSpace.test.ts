import { describe, expect, test } from 'vitest';
import { checkFindings, checkFix, findFindings } from '../support/findings.ts';

const codesOf = (text: string, target?: string) =>
  findFindings(text, target).map(({ severity, code }) => `${severity} ${code}`);
const passt = (inside: string) => `<interface type='user'>\n  <backend type='passt'/>\n  ${inside}\n</interface>`;
const forward = (ranges: string, more = '') => `<portForward proto='tcp'${more}>${ranges}</portForward>`;

describe('backend/unused-source', () => {
  test('without passt, with another back end, and on vhost-user', () => {
    checkFindings(`
      <interface type='user'>
        <source dev='eth0'/>
                ▔▔▔ warning backend/unused-source
        <backend type='default'/>
      </interface>`);
    checkFindings(`
      <interface type='vhostuser'>
        <source type='unix' path='/tmp/s' mode='client' dev='eth0'/>
                                                        ▔▔▔ warning backend/unused-source
      </interface>`);
  });

  test('passt uses it, as others use their own source', () => {
    expect(codesOf(passt("<source dev='eth0'/>"))).toEqual([]);
    expect(codesOf("<interface type='direct'><source dev='eth0' mode='bridge'/></interface>")).toEqual([]);
  });

  test('another back end gives way to passt', () => {
    const before = "<interface type='user'><source dev='eth0'/><backend type='default'/></interface>";
    checkFix(before, before.replace("'default'", "'passt'"));
  });
});

describe('backend/vhost-not-virtio', () => {
  test.each([
    ["<model type='e1000'/>", ['warning backend/vhost-not-virtio']],
    ['', ['warning backend/vhost-not-virtio']],
    ["<model type='virtio'/>", []],
    ["<model type='virtio-transitional'/>", []],
  ])('beside %j', (model, codes) => {
    const device = `<interface type='network'><source network='default'/>${model}<backend vhost='/dev/vhost-net'/></interface>`;
    expect(codesOf(device)).toEqual(codes);
  });
});

describe('portforward/needs-passt', () => {
  test('once for all of them', () => {
    checkFindings(`
      <interface type='user'>
        <portForward proto='tcp'/>
         ▔▔▔▔▔▔▔▔▔▔▔ error portforward/needs-passt
        <portForward proto='udp'/>
      </interface>`);
  });

  test('old releases took it', () => {
    const device = `<interface type='user'>${forward("<range start='22'/>")}</interface>`;
    expect(codesOf(device, '9.0.0')).toEqual(['warning portforward/needs-passt']);
  });
});

describe('forwarded ranges', () => {
  test.each([
    ["<range start='80' end='80'/>", []],
    ["<range start='81' end='80'/>", ['warning portforward/reversed-range']],
    ["<range start='1000' end='2000' to='64535'/>", []],
    ["<range start='1000' end='2000' to='64536'/>", ['warning portforward/beyond-last-port']],
    ["<range start='80' exclude='yes'/>", []],
    ["<range start='80' exclude='no' to='8080'/>", []],
    ["<range start='80' exclude='yes' to='8080'/>", ['warning portforward/excluded-target']],
    ["<range start='1000' end='2000'/><range start='2000'/>", ['warning portforward/overlap']],
    ["<range start='1000' end='2000'/><range start='1500' exclude='yes'/>", []],
    ["<range start='1000' end='2000'/><range start='2001'/>", []],
  ])('%s', (ranges, codes) => {
    expect(codesOf(passt(forward(ranges)))).toEqual(codes);
  });

  test.each([
    ["<portForward proto='udp'><range start='80'/></portForward>", []],
    ["<portForward proto='tcp' address='192.0.2.1'><range start='80'/></portForward>", ['warning portforward/overlap']],
    ["<portForward proto='tcp' dev='eth1'><range start='80'/></portForward>", ['warning portforward/overlap']],
    ["<portForward proto='tcp'><range start='1' end='100'/><range start='80' exclude='yes'/></portForward>", []],
  ])('port 80 of TCP and %s', (other, codes) => {
    expect(codesOf(passt(forward("<range start='80'/>") + other))).toEqual(codes);
  });

  test('two addresses of the host', () => {
    const range = "<range start='80'/>";
    const two = forward(range, " address='192.0.2.1'") + forward(range, " address='192.0.2.2'");
    expect(codesOf(passt(two))).toEqual([]);
  });

  test('two interfaces of a guest', () => {
    checkFindings(`
      <domain type='kvm'>
        <name>web</name>
        <devices>
          <interface type='user'>
            <backend type='passt'/>
            <portForward proto='tcp'><range start='80'/></portForward>
          </interface>
          <interface type='user'>
            <portForward proto='tcp'><range start='443'/><range start='80'/></portForward>
                                                          ▔▔▔▔▔ warning portforward/overlap
            <backend type='passt'/>
          </interface>
        </devices>
      </domain>`);
  });

  test('the last range of a forward is not removed alone: without any, all ports are forwarded', () => {
    checkFix(
      passt(`${forward("<range start='80'/>")}${forward("<range start='80' to='8080'/>")}`),
      passt(forward("<range start='80'/>")),
    );
    const two = passt(forward("<range start='80' end='90'/><range start='85'/>"));
    checkFix(two, two.replace("<range start='85'/>", ''));
  });
});
