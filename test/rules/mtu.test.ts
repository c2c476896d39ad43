import { describe, expect, test } from 'vitest';
import { checkFindings, checkFix, findFindings } from '../support/findings.ts';

const codesOf = (text: string) => findFindings(text).map(({ severity, code }) => `${severity} ${code}`);
const tune = (size: string) =>
  `<interface type='bridge'><source bridge='br0'/><tune><sndbuf>${size}</sndbuf></tune></interface>`;
const bridge = (size: string) => `<interface type='bridge'><source bridge='br0'/><mtu size='${size}'/></interface>`;

describe('mtu/unsupported-size', () => {
  test.each([
    ['67', ['error mtu/unsupported-size']],
    ['68', ['information mtu/unsupported-size']],
    ['1279', ['information mtu/unsupported-size']],
    ['1280', []],
    ['65521', []],
    ['65522', ['error mtu/unsupported-size']],
    ['65535', ['error mtu/unsupported-size']],
    ['65536', ['error value/out-of-range']],
  ])('%s', (size, codes) => {
    expect(codesOf(bridge(size))).toEqual(codes);
  });

  test('vhost-user has no tap device', () => {
    checkFindings(`
      <interface type='vhostuser'>
        <source type='unix' path='/tmp/s' mode='client'/>
        <mtu size='60'/>
      </interface>`);
  });
});

describe('mtu/zero', () => {
  test('where an MTU is allowed and where it is not', () => {
    for (const type of [
      "type='bridge'><source bridge='br0'/>",
      "type='direct'><source dev='eth0' mode='bridge'/>",
      "type='user'>",
    ]) {
      expect(codesOf(`<interface ${type}<mtu size='0'/></interface>`)).toEqual(['warning mtu/zero']);
    }
  });
});

describe('mtu/needs-passt', () => {
  test('in user space', () => {
    expect(codesOf("<interface type='user'><mtu size='9000'/></interface>")).toEqual(['error mtu/needs-passt']);
    expect(codesOf("<interface type='user'><backend type='passt'/><mtu size='9000'/></interface>")).toEqual([]);
  });

  test('passt can be chosen', () => {
    checkFix(
      `
      <interface type="user">
        <mtu size="9000"/>
        <backend logFile="/var/log/passt.log"/>
      </interface>`,
      `
      <interface type="user">
        <mtu size="9000"/>
        <backend logFile="/var/log/passt.log" type="passt"/>
      </interface>`,
      "Set type='passt' on <backend>",
    );
  });
});

test.each([
  ['9k', '9000'],
  ['1.5K', '1500'],
  ['jumbo', '9000'],
  ['70000', '9000'],
])('the size %s means %s', (size, meant) => {
  checkFix(bridge(size), bridge(meant));
});

test('a send buffer has units of 1024', () => {
  checkFix(tune('1M'), tune('1048576'));
});
