import { describe, expect, test } from 'vitest';
import { checkFix, findFindings } from '../../support/findings.ts';

/** The codes found in a network with this inside. */
function codesIn(inside: string): readonly string[] {
  return findFindings(`<network><name>lan</name>${inside}</network>`).map(({ code }) => code);
}

describe('the name of a service', () => {
  test.each(['ldap', '_x-y+z/*', 'X11'])('can be %s', name => {
    expect(codesIn(`<dns><srv service='${name}' protocol='udp'/></dns>`)).toEqual([]);
  });

  test.each(['ldap.tcp', 'my service', 'a:b'])('cannot be %s, whatever the schema says', name => {
    expect(codesIn(`<dns><srv service='${name}' protocol='udp'/></dns>`)).toEqual(['value/bad-format']);
  });
});

test('the port of a service begins at 1', () => {
  const service = "service='ldap' protocol='tcp' target='a.example'";
  expect(codesIn(`<dns><srv ${service} port='0'/></dns>`)).toEqual(['value/out-of-range']);
  expect(codesIn(`<dns><srv ${service} port='1' priority='0' weight='0'/></dns>`)).toEqual([]);
});

test('a misspelt attribute of a forwarder is one mistake', () => {
  expect(codesIn("<dns><forwarder address='192.0.2.53'/></dns>")).toEqual(['schema/unknown-attribute']);
});

test('the record of a host has names', () => {
  expect(codesIn("<dns><host ip='192.0.2.2'/></dns>")).toEqual(['schema/missing-element']);
  expect(codesIn("<dns><host ip='192.0.2.2'><hostname></hostname></host></dns>")).toEqual(['value/bad-format']);
  expect(codesIn("<dns><host ip='192.0.2.2'><hostname>a</hostname><hostname>b.c</hostname></host></dns>")).toEqual([]);
});

test('the server that a guest boots from has an address, since libvirt looks up no names', () => {
  const [before, after] = ["<ip address='192.0.2.1' prefix='24'><dhcp><bootp file='a' server='", "'/></dhcp></ip>"];
  expect(codesIn(`${before}192.0.2.5${after}`)).toEqual([]);
  expect(codesIn(`${before}boot.example.com${after}`)).toEqual(['value/bad-ip']);
});

test('a domain that the host asks for is not asked outside', () => {
  checkFix(
    "<network><name>lan</name><domain register='yes' name='lan.example'/></network>",
    "<network><name>lan</name><domain register='yes' name='lan.example' localOnly='yes'/></network>",
  );
  checkFix(
    "<network><name>lan</name><domain register='yes' localOnly='no' name='lan.example'/></network>",
    "<network><name>lan</name><domain register='yes' localOnly='yes' name='lan.example'/></network>",
  );
  expect(codesIn("<domain name='x' register='no' localOnly='no'/>")).toEqual([]);
});

test.each(['nat', 'route', 'open'])('mode %s needs an address', mode => {
  expect(codesIn(`<forward mode='${mode}'/>`)).toEqual(['forward/missing-address']);
  expect(codesIn(`<forward mode='${mode}'/><ip address='192.0.2.1' prefix='24'/>`)).toEqual([]);
});
