import { describe, expect, test } from 'vitest';
import { findClaimedFindings } from '../../support/findings.ts';
import { type FactsRow, factsAbsence, readFactsTable } from '../factsTable.ts';

if (factsAbsence !== undefined) console.log(factsAbsence);

/** Rows whose message libvirt prints for another reason than the one that is found, or prints wrongly. */
const other: Readonly<Record<string, string>> = {
  NW20: "libvirt 11.3.0 forgets to fill in the network's name",
  NW79: 'found with other files only',
  NW80: 'found with other files only',
  NW81: 'found with other files only',
};

/** What libvirt 11.3.0 printed for a row, without the kind of the error in front. */
function observedMessage({ observed }: FactsRow): string | undefined {
  const refusals = ['net11', 'test11', 'start11'].map(run => observed[run]).filter(run => run?.verdict === 'reject');
  return refusals[0]?.message.replace(/^(?:XML error|internal error|unsupported configuration|operation failed): /, '');
}

describe("libvirt's own messages", () => {
  const refused = readFactsTable().filter(row => /^(?:NW|HI)/.test(row.id) && observedMessage(row) !== undefined);

  test.skipIf(factsAbsence !== undefined)('are known for most rows', () => {
    expect(refused.length).toBeGreaterThan(80);
  });

  test.each(refused.filter(({ id }) => !Object.hasOwn(other, id)).map(row => [row.id, row] as const))(
    'that of %s is with its finding',
    (_id, row) => {
      const message = observedMessage(row) ?? '';
      const name = /x-[a-z]{2}\d+/.exec(message)?.[0] ?? 'lan';
      const told = findClaimedFindings(row.bad_xml.replace('@NAME@', name)).map(finding =>
        finding.libvirtMessage?.trim(),
      );
      expect(told).toContain(message.trim());
    },
  );

  test.each([
    ['<network><name>lan</name><portgroup/></network>', 'Missing required name attribute in portgroup'],
    ["<network><name>lan</name><ip address='x'/></network>", "Invalid address 'x' in network 'lan'"],
    [
      "<network><name>lan</name><ip address='10.0.0.1' prefix='a'/></network>",
      "Invalid value for attribute 'prefix' in element 'ip': 'a'. Expected non-negative integer value",
    ],
    [
      "<network><name>lan</name><ip address='10.0.0.1'><dhcp><bootp file='a' server='a.b'/></dhcp></ip></network>",
      "Cannot parse socket address 'a.b': Name or service not known",
    ],
    [
      "<network><name>lan</name><ip address='10.0.0.1'/><route prefix='8' gateway='10.0.0.2'/></network>",
      'lan: Missing required address attribute in route definition',
    ],
    [
      "<network><name>lan</name><ip address='10.0.0.1'/><route address='x' prefix='8' gateway='10.0.0.2'/></network>",
      "lan: Bad network address 'x' in route definition",
    ],
    [
      "<network><name>lan</name><dns><srv service='a.b' protocol='tcp'/></dns></network>",
      "invalid character in service attribute 'a.b' in DNS SRV record of network 'lan'",
    ],
    ["<network><name>a &amp; b</name><ip address='x'/></network>", "Invalid address 'x' in network 'a & b'"],
    [
      "<network><name>lan</name><dns><srv service='a'/></dns></network>",
      "missing required protocol attribute in DNS SRV record 'a' of network 'lan'",
    ],
    [
      "<network><name>lan</name><forward mode='vepa'><interface/></forward></network>",
      'Missing required dev attribute in <forward> <interface> element of network lan',
    ],
    [
      "<network><name>lan</name><port isolated='x'/></network>",
      "Invalid value for attribute 'isolated' in element 'port': 'x'.",
    ],
    [
      "<network><name>lan</name><forward mode='bridge'/><bridge name='br0'/><vlan/></network>",
      "missing tag id - each <vlan> must have at least one <tag id='n'/> subelement",
    ],
    [
      "<interface type='vlan' name='v'><vlan tag='5'><interface/></vlan></interface>",
      'vlan interface misses name attribute',
    ],
    ["<interface type='ethernet' name='e'><protocol/></interface>", 'protocol misses the family attribute'],
  ])('of %s', (text, message) => {
    expect(findClaimedFindings(text).map(({ libvirtMessage }) => libvirtMessage)).toContain(message);
  });

  test.each([
    "<network><name>lan</name><bridge name='virbr9' stp='x'/></network>",
    '<network><name>lan</name><mtu/></network>',
    "<interface type='bridge' name='b'><bridge stp='x'/></interface>",
  ])('%s is refused by the schema alone', text => {
    const findings = findClaimedFindings(text);
    expect(findings.map(({ severity, libvirtMessage }) => [severity, libvirtMessage])).toEqual([['error', undefined]]);
  });
});
