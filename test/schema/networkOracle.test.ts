import { describe, expect, test } from 'vitest';
import { hostInterface } from '../../server/src/schema/host/hostInterface.ts';
import type { ElementDeclaration } from '../../server/src/schema/model.ts';
import { network } from '../../server/src/schema/network/network.ts';
import { networkPort } from '../../server/src/schema/network/networkPort.ts';
import { findClaimedFindings } from '../support/findings.ts';
import { serialize, walkPlaces } from './catalogueDocuments.ts';
import { contentTrials, createComparison, type Difference, foreignTrials, valueTrials } from './comparison.ts';
import { jingAbsence, type SchemaName } from './jing.ts';
import { probes } from './probes.ts';

if (jingAbsence !== undefined) console.log(jingAbsence);

const networkProbes = [
  ...probes,
  '0:3:0:1:52:54:00:12:34:56',
  '00:01:00:01:1a:2b:3c:4d:52:54:00:12:34:56',
  '0:2:0:0:9:bf:12',
  '0:4:1:2:3',
  '0:3:0:0:52:54:00:12:34:56',
  `0:4${':ab'.repeat(16)}`,
  `0:2:0:0:9:bf${':1'.repeat(125)}`,
  '0:5:0:1:2:3:4:5:6',
  '100000',
  '100001',
  '.5',
  'tcp',
  'ipv6',
  'example.com',
  'pci',
];

/** Codes of what the catalogue itself decides, and of rules about what libvirt's schema forbids as well. */
const ofCatalogue =
  /^(?:schema\/(?!refused-later)|value\/|network\/(?:prefix-and-netmask|ipv6-netmask)|dhcp\/(?:missing-identity|mac-and-id)|forward\/(?:mixed-pool|mode-none|repeated-part)|host\/|virtualport\/(?:extra|misplaced)-parameter|vlan\/bad-trunk|bandwidth\/zero)/;

/** libvirt's schema accepts it, its code refuses it for certain. */
const stricter: readonly Difference[] = [
  { label: /="( yes|yes )"$/, reason: 'words are compared letter by letter' },
  { label: /="5 "$/, reason: 'the number parser refuses what follows the digits' },
  {
    label: /^network\/name\/text\(\)=(""|.*[/]|.*\\n)/,
    reason: 'names have no slash and no line break (NW01, NW02)',
  },
  {
    label: /address\/@\w+="(08|5 |a|1f|1a|1e3)"$/,
    reason: 'the code reads base 0: hex digits need 0x, a leading zero means octal',
  },
  { label: /dhcp\/host\/@id(?:=|$)/, reason: 'a DUID alone is nothing for an IPv4 host (NW34)' },
  { label: /bootp\/@server=/, reason: 'the code looks up no names' },
  { label: /srv\/@service=/, reason: 'the code takes some characters only' },
  { label: /@profileid="ä+"$/, reason: 'the code counts bytes' },
  { label: /@classID="\d{10,}"$/, reason: 'the code reads 32 bits' },
  { label: /@burst="\d{7,}"$/, reason: 'the code takes 4194303 KiB at most (BW08)' },
  { label: /(ip\[family=ipv[46]\]|route(\[.*\])?)\/@address absent$/, reason: 'the code requires it (NW47)' },
  { label: /^network\/virtualport\[.*\/@type absent$/, reason: 'the code requires it (NW63)' },
  { label: /interface\[type=vlan\]\/@name absent$/, reason: 'the code requires it (HI02)' },
  { label: /^interface.*mtu\/@size="\d{6,}"$/, reason: 'the code takes 100000 at most (HI10)' },
];

/** libvirt's schema refuses it, we do not, or say so in another way. */
const laxer: readonly Difference[] = [
  { label: /bond\/interface\[type=(?!ethernet)|bridge\/interface\[type=bridge/, reason: 'a finding of its own (HI04)' },
  { label: /^interface\[type=ethernet\]\/@name absent$/, reason: "without a name it is a guest's interface" },
  { label: /nat\/(address|port)\/@stop\b/, reason: 'a finding of its own (NW52)' },
];

interface Kind {
  readonly root: ElementDeclaration;
  readonly schema: SchemaName;
  /** How many trials there must be of each sort. */
  readonly least: readonly [values: number, contents: number, foreign: number];
}

const kinds: readonly Kind[] = [
  { root: network, schema: 'network', least: [3000, 200, 100] },
  { root: networkPort, schema: 'networkport', least: [500, 50, 20] },
  { root: hostInterface, schema: 'interface', least: [1000, 100, 50] },
];

describe.skipIf(jingAbsence !== undefined)("networks, their ports, host interfaces and libvirt's schemas", () => {
  const unused = new Set<Difference>([...stricter, ...laxer]);

  test.each(kinds)(
    'agree about <$root.name> ($schema)',
    ({ root, schema, least }) => {
      const places = [...walkPlaces(root)];
      const { checkTrials, findUnused } = createComparison({
        schema,
        write: node =>
          serialize(node).replace(/^<network\b/, '$& xmlns:dnsmasq="http://libvirt.org/schemas/network/dnsmasq/1.0"'),
        find: findClaimedFindings,
        ofCatalogue,
        stricter,
        laxer,
      });
      const [values, contents, foreign] = least;
      checkTrials(valueTrials(places, networkProbes), values);
      checkTrials(contentTrials(places), contents);
      checkTrials(foreignTrials(places), foreign);
      const still = new Set(findUnused());
      for (const difference of unused) if (!still.has(difference)) unused.delete(difference);
    },
    240_000,
  );

  test('differ for no other reason than those argued, each of which occurs', () => {
    expect([...unused]).toEqual([]);
  });
});
