import { describe, expect, test } from 'vitest';
import { documentKinds } from '../../server/src/schema/catalogue.ts';
import type { Datatype, ValueDeclaration } from '../../server/src/schema/datatypes/datatype.ts';
import type { Documentation } from '../../server/src/schema/documentation.ts';
import type {
  AttributeDeclaration,
  Body,
  DocumentKindId,
  ElementDeclaration,
  Limit,
  VariantSet,
} from '../../server/src/schema/model.ts';

/** Everything that the catalogue declares, each with its path from a root, once an object. */
interface Inventory {
  readonly elements: Map<ElementDeclaration, string>;
  readonly attributes: Map<AttributeDeclaration, string>;
  readonly types: Map<Datatype, string>;
  readonly values: Map<ValueDeclaration, string>;
  readonly variants: Map<VariantSet, { readonly path: string; readonly body: Body }>;
  readonly limits: Map<Limit, string>;
}

function takeInventory(): Inventory {
  const inventory: Inventory = {
    elements: new Map(),
    attributes: new Map(),
    types: new Map(),
    values: new Map(),
    variants: new Map(),
    limits: new Map(),
  };
  for (const { root } of documentKinds) addElement(root, root.name);

  function addElement(element: ElementDeclaration, path: string): void {
    if (inventory.elements.has(element)) return;
    inventory.elements.set(element, path);
    addBody(element.body?.() ?? {}, path);
  }

  function addBody(body: Body, path: string): void {
    for (const attribute of body.attributes ?? []) {
      const here = `${path}/@${attribute.name}`;
      inventory.attributes.set(attribute, here);
      if (attribute.limit) inventory.limits.set(attribute.limit, here);
      addType(attribute.type, here);
    }
    if (body.text) addType(body.text, `${path}/text()`);
    for (const { element, limit } of body.children ?? []) {
      if (limit) inventory.limits.set(limit, `${path}/${element.name}`);
      addElement(element, `${path}/${element.name}`);
    }
    for (const variants of body.variants ?? []) {
      inventory.variants.set(variants, { path, body });
      for (const [value, build] of Object.entries(variants.cases)) {
        addBody(build(), `${path}[${variants.attribute}=${value}]`);
      }
    }
  }

  function addType(type: Datatype, path: string): void {
    inventory.types.set(type, path);
    for (const value of [...(type.values ?? []), ...(type.unlisted ?? [])]) {
      inventory.values.set(value, `${path}=${value.value}`);
      if (value.limit) inventory.limits.set(value.limit, `${path}=${value.value}`);
    }
  }

  return inventory;
}

const { elements, attributes, types, values, variants, limits } = takeInventory();

const documented: readonly (readonly [string, Documentation])[] = [
  ...[...elements].map(([{ documentation }, path]) => [path, documentation] as const),
  ...[...attributes].map(([{ documentation }, path]) => [path, documentation] as const),
  ...[...values].map(([{ documentation }, path]) => [path, documentation] as const),
];

describe('the catalogue', () => {
  test('declares the interface and the names around it', () => {
    expect(elements.size).toBeGreaterThan(150);
    expect(attributes.size).toBeGreaterThan(150);
    expect(values.size).toBeGreaterThan(150);
    expect(variants.size).toBeGreaterThan(5);
    expect(limits.size).toBeGreaterThan(25);
  });

  test.each(documented)('%s is documented', (_path, { summary, details, needs, default: value, since }) => {
    expect(summary).toMatch(/^[^\s].{9,}\.$/);
    for (const paragraph of [details, needs]) expect(paragraph ?? 'None.').toMatch(/^[^\s].*\.$/s);
    expect(value ?? '1').toMatch(/^.*[^.\s]$/);
    expect(since ?? '1.0.0').toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('no two elements of a parent, and no two values of a type, say the same', () => {
    const groups = new Map<string, Map<string, string>>();
    for (const [path, { summary }] of [...elements].map(
      ([{ documentation }, path]) => [path, documentation] as const,
    )) {
      checkUnique(groups, path.replace(/\/[^/]*$/, ''), path.replace(/.*\//, ''), summary);
    }
    for (const [{ value, documentation }, path] of values) {
      checkUnique(groups, path.slice(0, -value.length), value, documentation.summary);
    }
  });

  test.each([...attributes].map(([attribute, path]) => [path, attribute] as const))(
    '%s: its sample and its values pass its own check',
    (_path, { type, sample }) => {
      const known = [...(type.values ?? []), ...(type.unlisted ?? [])].map(({ value }) => value);
      expect([...(sample === undefined ? [] : [sample]), ...known].filter(value => type.check(value))).toEqual([]);
      expect(type.values?.filter(({ limit }) => limit) ?? []).toEqual([]);
    },
  );

  test('completion has something to write for every required attribute', () => {
    const empty = [...attributes].filter(
      ([{ required, sample, type }]) => required && sample === undefined && !type.generate && !type.values?.length,
    );
    expect(empty.map(([, path]) => path)).toEqual([]);
  });

  test.each([...types].map(([type, path]) => [path, type] as const))('%s says what it takes', (_path, type) => {
    expect(type.label).toMatch(/\S/);
    const numeric = /\b(integer|number)\b/.test(type.label) && !/USB/.test(type.label);
    expect(!numeric || /\d/.test(type.label)).toBe(true);
    for (const wrong of ['', ' ', '%%%', 'x'.repeat(5000), '-1', '99999999999999999999999', '\u{1F600}', '\0']) {
      const problem = type.check(wrong);
      if (!problem) continue;
      expect(problem.message).toMatch(/^(is|has|contains|cannot|takes|starts) .*[^.]$/s);
      expect(problem.confident === true && problem.replacements === undefined).toBe(false);
    }
  });

  test('every replacement that is offered passes the check that asked for it', () => {
    for (const [type, path] of types) {
      for (const wrong of [
        'YES',
        ' on',
        '0X1F',
        '1f',
        '99999',
        '-5',
        '52-54-00-aa-bb-cc',
        '53:54:00:aa:bb:cc',
        'macvtap',
      ]) {
        for (const replacement of type.check(wrong)?.replacements ?? []) {
          expect(type.check(replacement), `${path}: ${wrong} -> ${replacement}`).toBeUndefined();
        }
      }
    }
  });

  test.each([...variants].map(([set, place]) => [place.path, set, place.body] as const))(
    '%s: each case belongs to a value of the attribute that decides',
    (_path, { attribute, cases, whenAbsent }, body) => {
      const type = body.attributes?.find(({ name }) => name === attribute)?.type;
      expect(type).toBeDefined();
      for (const value of Object.keys(cases)) expect(type?.check(value)).toBeUndefined();
      expect([undefined, ...Object.keys(cases)]).toContain(whenAbsent);
    },
  );

  test.each([...limits].map(([limit, path]) => [path, limit] as const))(
    'the limit of %s is told in full',
    (_path, limit) => {
      expect(limit.reason).toMatch(/^[A-Za-z<].*\.$/);
      expect(limit.instead).toMatch(/^[A-Z].*\.$/);
      expect(limit.reason + limit.instead).not.toContain('`');
    },
  );
});

function checkUnique(groups: Map<string, Map<string, string>>, group: string, name: string, summary: string): void {
  const known = groups.get(group) ?? new Map<string, string>();
  groups.set(group, known);
  const other = known.get(summary) ?? name;
  known.set(summary, name);
  expect(other, `${group}: ${other} and ${name} have the same summary`).toBe(name);
}

/** The kind of a document; each child is written as its name, or as its name and an attribute: `bridge@name`. */
function kindOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly string[],
  claimed = false,
): DocumentKindId | undefined {
  const childAttributes = new Map<string, Set<string>>();
  for (const child of children) {
    const [childName = '', attribute] = child.split('@');
    childAttributes.set(childName, new Set(attribute === undefined ? [] : [attribute]));
  }
  const shape = { name, attributes: new Map(Object.entries(attributes)), childAttributes, claimed };
  return documentKinds.find(kind => kind.matches(shape))?.id;
}

describe('documents are told apart by their shape', () => {
  test.each([
    ['domain', { type: 'kvm' }, []],
    ['domain', { type: 'KVM' }, ['name', 'devices']],
    ['domain', {}, ['name', 'memory']],
  ] as const)('<%s> %o with %o is a domain', (name, attributes, children) => {
    expect(kindOf(name, attributes, children)).toBe('domain');
  });

  test.each([
    ['interface', { type: 'direct' }, []],
    ['interface', { type: 'direct' }, ['source']],
    ['interface', { type: 'macvtap' }, ['source', 'model']],
    ['interface', { type: 'bridge' }, ['source', 'mac']],
    ['interface', { type: 'bridge' }, ['mac']],
    ['interface', {}, ['mac', 'source']],
  ] as const)('<%s> %o with %o is a device', (name, attributes, children) => {
    expect(kindOf(name, attributes, children)).toBe('device');
  });

  test.each([
    ['network', {}, ['name', 'bridge@name']],
    ['network', {}, ['bridge@name']],
    ['network', {}, ['name', 'forward', 'bridge']],
    ['network', {}, ['name', 'forward@mode', 'layer']],
    ['network', { ipv6: 'yes' }, ['name']],
    ['network', { 'xmlns:dnsmasq': 'http://libvirt.org/schemas/network/dnsmasq/1.0' }, ['name', 'dnsmasq:options']],
  ] as const)('<%s> %o with %o is a network', (name, attributes, children) => {
    expect(kindOf(name, attributes, children)).toBe('network');
  });

  test('<networkport> with what libvirt writes into it is a network port', () => {
    expect(kindOf('networkport', {}, ['uuid', 'owner', 'mac'])).toBe('networkport');
  });

  test.each([
    ['interface', { type: 'ethernet', name: 'eth0' }, []],
    ['interface', { type: 'ethernet', name: 'eth0' }, ['start', 'protocol']],
    ['interface', { type: 'bridge', name: 'br0' }, ['bridge']],
    ['interface', { type: 'vlan', name: 'eth0.4' }, ['vlan', 'mtu']],
    ['interface', { type: 'vlan' }, ['vlan']],
    ['interface', { type: 'bridge' }, ['bridge', 'mtu']],
    ['interface', { type: 'direct', name: 'eth0' }, []],
    ['interface', { name: 'bond0' }, ['bond']],
  ] as const)('<%s> %o with %o is an interface of the host', (name, attributes, children) => {
    expect(kindOf(name, attributes, children)).toBe('hostInterface');
  });

  test('in a document that is said to be ours a name makes an interface of the host', () => {
    expect(kindOf('interface', { name: 'eth0' }, [], true)).toBe('hostInterface');
    expect(kindOf('interface', {}, [], true)).toBeUndefined();
  });

  test.each([
    ['domain', {}, []],
    ['domain', { name: 'example.com' }, ['record', 'name']],
    ['domain', { type: 'public' }, ['name', 'description']],
    ['interface', { name: 'org.freedesktop.DBus' }, ['method', 'signal']],
    ['interface', { name: 'eth0' }, []],
    ['interface', { name: 'eth0', type: 'ethernet' }, ['speed', 'duplex']],
    ['interface', {}, ['requires', 'object']],
    ['interface', {}, []],
    ['network', {}, []],
    ['network', {}, ['name']],
    ['network', {}, ['name', 'ip', 'gateway']],
    ['network', { id: '1' }, ['name', 'uuid']],
    ['network', { xmlns: 'http://example.com/lan' }, ['name', 'bridge@name']],
    ['network', {}, ['forward', 'layer']],
    ['network', { id: 'net' }, ['node', 'link']],
    ['networkport', {}, ['number']],
    ['project', { type: 'kvm' }, ['devices']],
  ] as const)('<%s> %o with %o is none of ours', (name, attributes, children) => {
    expect(kindOf(name, attributes, children)).toBeUndefined();
  });
});
