import { describe, expect, test } from 'vitest';
import { findDefinition } from '../../server/src/features/definition.ts';
import type { Place } from '../../server/src/features/model.ts';
import { findReferences } from '../../server/src/features/references.ts';
import { findRenameEdits, prepareRename } from '../../server/src/features/rename.ts';
import { findWorkspaceSymbols } from '../../server/src/features/workspaceSymbols.ts';
import { applyEdits } from '../support/applyEdits.ts';
import { parseBound } from '../support/bound.ts';
import { parseMarked } from '../support/marker.ts';
import { createTestWorkspace } from '../support/workspace.ts';

const trunk = "<network><name>trunk</name><portgroup name='sales'/><portgroup name='lab'/></network>";
const other = "<network><name>other</name><portgroup name='sales'/></network>";
const web = guest("<interface type='network'><source network='trunk' portgroup='sales'/></interface>");

/** The marked document, its cursor, and the files around it. */
function open(marked: string, beside: readonly string[]) {
  const { text, cursors, ranges } = parseMarked(marked);
  const workspace = { uri: 'file:///own.xml', files: createTestWorkspace(beside) };
  return { document: parseBound(text), text, offset: cursors[0] ?? 0, ranges, workspace };
}

/** The places as `file: text`, by the texts that stand there. */
function textsAt(places: readonly Place[], own: string, beside: readonly string[]): readonly string[] {
  return places.map(({ uri, range }) => {
    const file = uri?.slice('file:///'.length);
    const text = file === undefined ? own : (beside[Number.parseInt(file, 10)] ?? '');
    return `${file ?? 'own'}: ${text.slice(range.start - 1, range.end + 1)}`;
  });
}

function definitions(marked: string, ...beside: readonly string[]): readonly string[] {
  const { document, text, offset, workspace } = open(marked, beside);
  return textsAt(findDefinition(document, offset, workspace), text, beside);
}

describe('definitions', () => {
  test('a network, by its name', () => {
    expect(definitions(source("network='|trunk'"), other, trunk)).toEqual(['1.xml: >trunk<']);
  });

  test('a port group, of its own network', () => {
    expect(definitions(source("network='trunk' portgroup='sales|'"), other, trunk)).toEqual(["1.xml: 'sales'"]);
    expect(definitions(source("network='trunk' portgroup='nope|'"), other, trunk)).toEqual([]);
  });

  test('an alias, in its own domain', () => {
    const teamed = "<interface type='hostdev'><teaming type='transient' persistent='ua-|x'/></interface>";
    const alias = "<interface type='bridge'><alias name='ua-x'/></interface>";
    expect(definitions(guest(alias + teamed), guest(alias))).toEqual(["own: 'ua-x'"]);
  });

  test('nothing where nothing is named', () => {
    expect(definitions("<interface type='net|work'><source network='trunk'/></interface>", trunk)).toEqual([]);
    expect(definitions(source("network='{{ tr|unk }}'"), trunk)).toEqual([]);
    expect(definitions("<note name='tr|unk'/>", trunk)).toEqual([]);
  });
});

test('references, with and without the definition', () => {
  const marked = "<network><name>tr|unk</name><portgroup name='sales'/></network>";
  const beside = [web, other, web];
  const { document, text, offset, workspace } = open(marked, beside);
  const found = (declaration: boolean) =>
    textsAt(findReferences(document, offset, workspace, { declaration }), text, beside);
  expect(found(false)).toEqual(["0.xml: 'trunk'", "2.xml: 'trunk'"]);
  expect(found(true)).toEqual(['own: >trunk<', "0.xml: 'trunk'", "2.xml: 'trunk'"]);
});

describe('renaming', () => {
  test('a port group is renamed in its network and in what refers to that one', () => {
    expect(renamed(trunk.replace("'sales'", "'sal|es'"), 'buy', web, other)).toEqual([
      trunk.replace('sales', 'buy'),
      web.replace('sales', 'buy'),
      other,
    ]);
  });

  test('an alias stays what libvirt keeps', () => {
    const alias = guest("<interface type='bridge'><alias name='ua-|x'/></interface>");
    expect(renamed(alias, 'ua-y')).toEqual([alias.replace('ua-|x', 'ua-y')]);
    expect(renamed(alias, 'net0')).toContain('begins with ua-');
    expect(renamed(alias, ' ')).toContain('empty');
  });

  test('what is renamed is shown first', () => {
    const { document, offset, ranges } = open("<network><name>⟦tr|unk⟧</name><bridge name='b'/></network>", []);
    expect(prepareRename(document, offset)).toEqual({ range: ranges[0], name: 'trunk' });
  });
});

test('symbols have the letters of the query in order', () => {
  const files = createTestWorkspace([trunk, web]);
  const found = (query: string) =>
    findWorkspaceSymbols(files, query).map(({ name, container }) => `${name}, ${container}`);
  expect(found('')).toEqual([
    'trunk, network',
    'sales, port group of trunk',
    'lab, port group of trunk',
    'web, domain',
  ]);
  expect(found('TK')).toEqual(['trunk, network']);
  expect(found('kt')).toEqual([]);
});

/** The texts after a renaming, the marked one first; or why it is refused. */
function renamed(marked: string, newName: string, ...beside: readonly string[]): readonly string[] | string {
  const { document, text, offset, workspace } = open(marked, beside);
  const result = findRenameEdits(document, offset, newName, workspace);
  if ('problem' in result) return result.problem;
  const editsOf = (uri: string | undefined) => result.edits.filter(edit => edit.uri === uri);
  return [
    applyEdits(text, editsOf(undefined)),
    ...beside.map((content, index) => applyEdits(content, editsOf(`file:///${index}.xml`))),
  ];
}

function source(attributes: string): string {
  return `<interface type='network'><source ${attributes}/></interface>`;
}

function guest(devices: string): string {
  return `<domain type='kvm'><name>web</name><devices>${devices}</devices></domain>`;
}
