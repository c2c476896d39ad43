import { describe, expect, test } from 'vitest';
import { allRules } from '../../server/src/rules/registry.ts';
import { interfaceDevice } from '../../server/src/schema/domain/devices/interface/interface.ts';
import { findFindings } from '../support/findings.ts';
import { inDomain, serialize, walkPlaces } from './catalogueDocuments.ts';
import { contentTrials, createComparison, type Difference, foreignTrials, valueTrials } from './comparison.ts';
import { jingAbsence } from './jing.ts';
import { probes } from './probes.ts';

if (jingAbsence !== undefined) console.log(jingAbsence);

/** libvirt's schema accepts it, its code refuses it for certain. */
const stricter: readonly Difference[] = [
  { label: /="( yes|yes | on|on )"$/, reason: 'words are compared letter by letter' },
  { label: /="5 "$/, reason: 'the number parser refuses what follows the digits' },
  { label: /@profileid="ä+"$/, reason: 'the code counts bytes' },
  { label: /(@queues|_queue_size|@classID|@order)="\d{10,}"$/, reason: 'the code reads 32 bits' },
  { label: /@burst="\d{7,}"$/, reason: 'the code takes 4194303 KiB at most (BW08)' },
  { label: /interface\[type=bridge\] without source$/, reason: 'the code requires the source of a bridge (IF003)' },
  {
    label: /address\[type=pci\]\/@\w+="(08|5 |a|1f|1a|abc|1e3|1ff)"$/,
    reason: 'the code reads base 0: hex digits need 0x, a leading zero means octal',
  },
  { label: /zpci\/@\w+="(a|1f|1a|abc|1e3|1ff)"$/, reason: 'the code reads base 0: hex digits need 0x' },
  { label: /portForward\/range\/@\w+="-?[01]"$|range\/@\w+="-0"$/, reason: 'ports begin at 1 (PF06, PF07)' },
  { label: /@metric="0"$|acpi\/@index="0"$/, reason: 'zero is not permitted (IP15, AC01)' },
  { label: /\[family=ipv[46]\]\/@/, reason: 'address and prefix must fit the family (IP02, IP03)' },
  { label: /@loadparm="[^"]*\\n/, reason: 'the code takes no line break' },
  { label: /reconnect\[enabled=yes\]\/@timeout absent$/, reason: 'the code requires it (VU05)' },
];

/** libvirt's schema refuses it, we do not, or say so in another way. */
const laxer: readonly Difference[] = [
  { label: /source\/@(portgroup|portid|macTableManager)/, reason: 'found without effect, whatever stands beside it' },
  { label: /source\/@startupPolicy/, reason: 'a finding of its own (IF042)' },
  { label: /address\[type=ccw\]\/@\w+/, reason: 'all three belong together; that is no matter of one attribute' },
  { label: /source\/(vendor|product)/, reason: 'refused by QEMU however it is written' },
];

/** What the catalogue itself decides, and what rules say in its place; other rules go beyond libvirt's schema. */
const ofCatalogue = new RegExp(
  `^(?:schema/(?!refused-later)|value/|interface/missing-type$|(?:${allRules
    .filter(({ replaces }) => replaces?.some(code => /^(?:schema\/(?!refused-later)|value\/)/.test(code)))
    .map(({ code }) => code)
    .join('|')})$)`,
);

describe.skipIf(jingAbsence !== undefined)("the catalogue and libvirt's schema", () => {
  const places = [...walkPlaces(interfaceDevice)];
  const { checkTrials, findUnused } = createComparison({
    schema: 'domain',
    write: fragment => inDomain(serialize(fragment)),
    find: findFindings,
    ofCatalogue,
    stricter,
    laxer,
  });

  test('agree about every value of every type', () => {
    checkTrials(valueTrials(places, probes), 4000);
  }, 240_000);

  test('agree about what every type of interface may and must have', () => {
    checkTrials(contentTrials(places), 1500);
  }, 240_000);

  test('agree about what belongs to another type of interface, or nowhere', () => {
    checkTrials(foreignTrials(places), 500);
  }, 240_000);

  test('differ for no other reason than those argued, each of which occurs', () => {
    expect(findUnused()).toEqual([]);
  });
});
