import { expect } from 'vitest';
import type { Finding } from '../../server/src/rules/finding.ts';
import type { ElementDeclaration } from '../../server/src/schema/model.ts';
import type { Node, Place } from './catalogueDocuments.ts';
import { minimal, sampleOf, withAttribute, withoutAttribute } from './catalogueDocuments.ts';
import { runJing, type SchemaName } from './jing.ts';

/** A document made from the catalogue. */
export interface Trial {
  readonly label: string;
  readonly document: Node;
}

/** Where our verdict may differ from that of libvirt's schema, and why. Matched against the label of the trial. */
export interface Difference {
  readonly label: RegExp;
  readonly reason: string;
}

export interface ComparisonOptions {
  readonly schema: SchemaName;
  readonly write: (document: Node) => string;
  readonly find: (text: string) => readonly Finding[];
  /** Codes of what the catalogue itself decides. */
  readonly ofCatalogue: RegExp;
  /** libvirt's schema accepts it, we refuse it. */
  readonly stricter: readonly Difference[];
  /** libvirt's schema refuses it, we do not, or say so in another way. */
  readonly laxer: readonly Difference[];
}

export interface Comparison {
  /** Asks both sides about all trials, of which there must be `least`, and wants no difference but the argued ones. */
  readonly checkTrials: (trials: readonly Trial[], least: number) => void;
  /** The argued differences that have not occurred. */
  readonly findUnused: () => readonly Difference[];
}

/** Compares our verdicts with those of jing by one of libvirt's schemas. */
export function createComparison(options: ComparisonOptions): Comparison {
  const { schema, write, find, ofCatalogue, stricter, laxer } = options;
  const used = new Set<Difference>();
  return {
    checkTrials(trials, least) {
      expect(trials.length).toBeGreaterThan(least);
      const texts = trials.map(({ document }) => write(document));
      const verdicts = runJing(texts, schema);
      const unexplained = trials.flatMap(({ label }, index) => {
        const theirs = verdicts[index];
        const ours = find(texts[index] ?? '').find(
          ({ severity, code }) => severity === 'error' && ofCatalogue.test(code),
        );
        if ((ours === undefined) === (theirs === undefined)) return [];
        const argued = (ours ? stricter : laxer).filter(difference => difference.label.test(label));
        for (const difference of argued) used.add(difference);
        return argued.length > 0
          ? []
          : [`${label}: ${ours ? `only we refuse: ${ours.message}` : `only jing refuses: ${theirs}`}`];
      });
      expect(unexplained).toEqual([]);
    },
    findUnused: () => [...stricter, ...laxer].filter(difference => !used.has(difference)),
  };
}

/** Every type of value in one place with every probe. */
export function valueTrials(places: readonly Place[], probes: readonly string[]): readonly Trial[] {
  const seen = new Set<string>();
  const trials: Trial[] = [];
  for (const { path, body, node, wrap } of places) {
    for (const { name, type } of body.attributes.values()) {
      const own = [...(type.values ?? []), ...(type.unlisted ?? [])].map(({ value }) => value);
      const key = [name, type.label, ...own].join();
      if (seen.has(key)) continue;
      seen.add(key);
      for (const value of new Set([...probes, ...own])) {
        trials.push({
          label: `${path}/@${name}=${JSON.stringify(value)}`,
          document: wrap(withAttribute(node, name, value)),
        });
      }
    }
    if (!body.text) continue;
    for (const text of probes) {
      trials.push({ label: `${path}/text()=${JSON.stringify(text)}`, document: wrap({ ...node, text }) });
    }
  }
  return trials;
}

/** Every element with each of its attributes, without each required one, with two of each child, without each required one. */
export function contentTrials(places: readonly Place[]): readonly Trial[] {
  const trials = new Map<string, Trial>();
  const add = (label: string, document: Node): void => void trials.set(label, { label, document });
  for (const { path, body, node, wrap } of places) {
    add(path, wrap(node));
    for (const attribute of body.attributes.values()) {
      const value = node.attributes.get(attribute.name) ?? sampleOf(attribute);
      add(`${path}/@${attribute.name}`, wrap(withAttribute(node, attribute.name, value)));
      if (attribute.required) add(`${path}/@${attribute.name} absent`, wrap(withoutAttribute(node, attribute.name)));
    }
    for (const { element, required } of body.children.values()) {
      const others = node.children.filter(child => child.name !== element.name);
      const one = minimal(element, new Map());
      add(`${path} with two ${element.name}`, wrap({ ...node, children: [...others, one, one] }));
      if (required) add(`${path} without ${element.name}`, wrap({ ...node, children: others }));
    }
  }
  return [...trials.values()];
}

const nosuch: Node = { name: 'nosuch', attributes: new Map(), children: [] };

/** Every element with what an element of its name can have in another place, and with what nothing has. */
export function foreignTrials(places: readonly Place[]): readonly Trial[] {
  const names = namesByElement(places);
  const seen = new Set<ElementDeclaration>();
  const trials: Trial[] = [];
  for (const { path, declaration, body, node, wrap } of places) {
    if (body.open) continue;
    if (seen.has(declaration) && (declaration.body?.().variants ?? []).length === 0) continue;
    seen.add(declaration);
    const { attributes, children } = names.get(declaration.name) ?? { attributes: new Map(), children: new Map() };
    for (const [name, value] of [...attributes, ['nosuch', 'yes'] as const]) {
      if (body.attributes.has(name)) continue;
      trials.push({ label: `${path}/@${name}`, document: wrap(withAttribute(node, name, value)) });
    }
    for (const [name, child] of [...children, ['nosuch', nosuch] as const]) {
      if (body.children.has(name)) continue;
      trials.push({ label: `${path}/${name}`, document: wrap({ ...node, children: [...node.children, child] }) });
    }
  }
  return trials;
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
