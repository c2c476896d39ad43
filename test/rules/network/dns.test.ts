import { describe, expect, test } from 'vitest';
import { checkFindings, checkFix, findFindings } from '../../support/findings.ts';

/** The codes found in a `<dns>` with this inside. */
function codesIn(inside: string, attributes = ''): readonly string[] {
  const ip = "<ip address='192.0.2.1' prefix='24'/>";
  return findFindings(`<network><name>lan</name><dns ${attributes}>${inside}</dns>${ip}</network>`).map(
    ({ code }) => code,
  );
}

describe('forwarders', () => {
  test('one of address and domain is enough', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <dns>
          <!-- the office -->
          <forwarder domain='example.com'/>
          <forwarder/>
           ▔▔▔▔▔▔▔▔▔ error dns/empty-forwarder
          <forwarder addr="192.0.2.53"/>
        </dns>
      </network>
    `);
    expect(codesIn("<forwarder port='5353'/>")).toEqual(['dns/empty-forwarder']);
  });

  test('a misspelt attribute is one mistake', () => {
    expect(codesIn("<forwarder address='192.0.2.53'/>")).toEqual(['schema/unknown-attribute']);
  });
});

describe('services', () => {
  test('port, priority and weight belong to a target', () => {
    checkFindings(`
      <network>
        <name>lan</name>
        <dns>
          <srv weight='1' protocol='tcp' service='ldap' priority='3'/>
               ▔▔▔▔▔▔ error dns/service-without-target
          <srv protocol='tcp' service='ldap'/>
        </dns>
      </network>
    `);
    checkFix(
      "<network><name>lan</name><dns><srv service='ldap' protocol='tcp' port='389' weight='2'/></dns></network>",
      "<network><name>lan</name><dns><srv service='ldap' protocol='tcp'/></dns></network>",
      'Remove port, weight',
    );
  });

  test.each([
    ['ldap', []],
    ['_x-y+z/*', []],
    ['ldap.tcp', ['value/bad-format']],
    ['my service', ['value/bad-format']],
  ])('the name %j', (name, codes) => {
    expect(codesIn(`<srv service='${name}' protocol='udp'/>`)).toEqual(codes);
  });

  test('the port begins at 1', () => {
    expect(codesIn("<srv service='a' protocol='tcp' target='b' port='0'/>")).toEqual(['value/out-of-range']);
    expect(codesIn("<srv service='a' protocol='tcp' target='b' port='1' priority='0' weight='0'/>")).toEqual([]);
  });
});

test('a server that is switched off has no records', () => {
  const records =
    "<forwarder addr='192.0.2.53'/><host ip='192.0.2.2'><hostname>a</hostname></host><txt name='a' value=''/>";
  expect(codesIn(records, "enable='no'")).toEqual(Array.from({ length: 3 }, () => 'schema/refused-later'));
  expect(codesIn(records, "enable='yes'")).toEqual([]);
  expect(codesIn('', "enable='no'")).toEqual([]);
});

test('a record of a host has names', () => {
  expect(codesIn("<host ip='192.0.2.2'/>")).toEqual(['schema/missing-element']);
  expect(codesIn("<host ip='192.0.2.2'><hostname></hostname></host>")).toEqual(['value/bad-format']);
  expect(codesIn("<host ip='192.0.2.2'><hostname>a</hostname><hostname>b.c</hostname></host>")).toEqual([]);
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
  const codes = findFindings("<network><name>lan</name><domain name='x' register='no' localOnly='no'/></network>");
  expect(codes).toEqual([]);
});
