import { describe, expect, test } from 'vitest';
import { interfaceDevice } from '../../server/src/schema/domain/devices/interface/interface.ts';
import type { ElementDeclaration } from '../../server/src/schema/model.ts';
import { findFindings } from '../support/findings.ts';
import type { Node, Place } from './catalogueDocuments.ts';
import {
  inDomain,
  minimal,
  sampleOf,
  serialize,
  walkPlaces,
  withAttribute,
  withoutAttribute,
} from './catalogueDocuments.ts';
import { jingAbsence, runJing } from './jing.ts';
import { probes } from './probes.ts';

if (jingAbsence !== undefined) console.log(jingAbsence);

/** A document made from the catalogue. */
interface Trial {
  readonly label: string;
  readonly text: string;
}

/** Where our verdict may differ from that of libvirt's schema, and why. Matched against the label of the trial. */
interface Difference {
  readonly label: RegExp;
  readonly reason: string;
}

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
  { label: /virtualport\[/, reason: 'misplaced parameters have rules of their own' },
];

/** Codes of what the catalogue itself decides; other rules say what libvirt's code does beyond its schema. */
const ofCatalogue = /^(?:schema\/(?!refused-later)|value\/|interface\/missing-type|source\/ethernet-source)/;

const nosuch: Node = { name: 'nosuch', attributes: new Map(), children: [] };
const used = new Set<Difference>();

describe.skipIf(jingAbsence !== undefined)("the catalogue and libvirt's schema", () => {
  const places = [...walkPlaces(interfaceDevice)];

  test('agree about every value of every type', () => {
    const seen = new Set<string>();
    const trials: Trial[] = [];
    for (const { path, body, node, wrap } of places) {
      for (const { name, type } of body.attributes.values()) {
        const own = [...(type.values ?? []), ...(type.unlisted ?? [])].map(({ value }) => value);
        const key = [name, type.label, ...own].join();
        if (seen.has(key)) continue;
        seen.add(key);
        for (const value of new Set([...probes, ...own])) {
          trials.push(trial(`${path}/@${name}=${JSON.stringify(value)}`, wrap(withAttribute(node, name, value))));
        }
      }
      if (!body.text) continue;
      for (const text of probes) trials.push(trial(`${path}/text()=${JSON.stringify(text)}`, wrap({ ...node, text })));
    }
    checkVerdicts(trials, 4000);
  }, 240_000);

  test('agree about what every type of interface may and must have', () => {
    const trials = new Map<string, Trial>();
    const add = (each: Trial): void => void trials.set(each.label, each);
    for (const { path, body, node, wrap } of places) {
      add(trial(path, wrap(node)));
      for (const attribute of body.attributes.values()) {
        const value = node.attributes.get(attribute.name) ?? sampleOf(attribute);
        add(trial(`${path}/@${attribute.name}`, wrap(withAttribute(node, attribute.name, value))));
        if (attribute.required)
          add(trial(`${path}/@${attribute.name} absent`, wrap(withoutAttribute(node, attribute.name))));
      }
      for (const { element, required } of body.children.values()) {
        const others = node.children.filter(child => child.name !== element.name);
        const one = minimal(element, new Map());
        add(trial(`${path} with two ${element.name}`, wrap({ ...node, children: [...others, one, one] })));
        if (required) add(trial(`${path} without ${element.name}`, wrap({ ...node, children: others })));
      }
    }
    checkVerdicts([...trials.values()], 1500);
  }, 240_000);

  test('agree about what belongs to another type of interface, or nowhere', () => {
    const names = namesByElement(places);
    const seen = new Set<ElementDeclaration>();
    const trials: Trial[] = [];
    for (const { path, declaration, body, node, wrap } of places) {
      if (seen.has(declaration) && (declaration.body?.().variants ?? []).length === 0) continue;
      seen.add(declaration);
      const { attributes, children } = names.get(declaration.name) ?? { attributes: new Map(), children: new Map() };
      for (const [name, value] of [...attributes, ['nosuch', 'yes'] as const]) {
        if (body.attributes.has(name)) continue;
        trials.push(trial(`${path}/@${name}`, wrap(withAttribute(node, name, value))));
      }
      for (const [name, child] of [...children, ['nosuch', nosuch] as const]) {
        if (body.children.has(name)) continue;
        trials.push(trial(`${path}/${name}`, wrap({ ...node, children: [...node.children, child] })));
      }
    }
    checkVerdicts(trials, 500);
  }, 240_000);

  test('differ for no other reason than those argued, each of which occurs', () => {
    expect([...stricter, ...laxer].filter(difference => !used.has(difference))).toEqual([]);
  });
});

function trial(label: string, fragment: Node): Trial {
  return { label, text: inDomain(serialize(fragment)) };
}

/** Asks both sides about all trials, of which there must be `least`, and wants no difference but the argued ones. */
function checkVerdicts(trials: readonly Trial[], least: number): void {
  expect(trials.length).toBeGreaterThan(least);
  const verdicts = runJing(trials.map(({ text }) => text));
  const unexplained = trials.flatMap(({ label, text }, index) => {
    const theirs = verdicts[index];
    const ours = findFindings(text).find(({ severity, code }) => severity === 'error' && ofCatalogue.test(code));
    if ((ours === undefined) === (theirs === undefined)) return [];
    const argued = (ours ? stricter : laxer).filter(difference => difference.label.test(label));
    for (const difference of argued) used.add(difference);
    return argued.length > 0
      ? []
      : [`${label}: ${ours ? `only we refuse: ${ours.message}` : `only jing refuses: ${theirs}`}`];
  });
  expect(unexplained).toEqual([]);
}

interface KnownNames {
  readonly attributes: Map<string, string>;
  readonly children: Map<string, Node>;
}

/** What an element of some name can have in any of its forms. */
function namesByElement(places: readonly Place[]): ReadonlyMap<string, KnownNames> {
  const names = new Map<string, KnownNames>();
  for (const { declaration, body } of places) {
    const known = names.get(declaration.name) ?? { attributes: new Map(), children: new Map() };
    names.set(declaration.name, known);
    for (const attribute of body.attributes.values()) known.attributes.set(attribute.name, sampleOf(attribute));
    for (const { element } of body.children.values()) known.children.set(element.name, minimal(element, new Map()));
  }
  return names;
}
