import { expect, test } from 'vitest';
import type { TopologyPathResult, TopologyResult } from '../../server/src/protocol.ts';
import { TOPOLOGY_PATH_REQUEST, TOPOLOGY_REQUEST } from '../../server/src/protocol.ts';
import { connectClient } from '../support/languageClient.ts';

const guest = (name: string, dev = 'eth1') => `<domain type='kvm'>
  <name>${name}</name>
  <devices>
    <interface type='direct'><source dev='${dev}' mode='bridge'/></interface>
    <interface type='network'><source network='lab'/></interface>
  </devices>
</domain>`;
const lab = "<network>\n  <name>lab</name>\n  <forward mode='nat'/>\n</network>";

async function openThree() {
  const client = await connectClient();
  const web = await client.open(guest('web'), { uri: 'file:///web.xml' });
  const db = await client.open(guest('db').replace("dev='eth1'", "dev='eth1' mdoe='vepa'"), { uri: 'file:///db.xml' });
  await client.open(lab, { uri: 'file:///lab.xml' });
  await client.open('<note/>', { uri: 'file:///note.xml' });
  const topology = (uri?: string) =>
    client.connection.sendRequest<TopologyResult>(TOPOLOGY_REQUEST, { ...(uri && { uri }) });
  const path = (from: string, to: string) =>
    client.connection.sendRequest<TopologyPathResult>(TOPOLOGY_PATH_REQUEST, { from, to, hairpin: false });
  return { client, web, db, topology, path };
}

test('the open documents are drawn, with their places and findings', async () => {
  const { topology } = await openThree();
  const drawn = await topology();
  const labels = drawn?.nodes.map(({ kind, label }) => `${kind} ${label}`);
  expect(labels?.toSorted()).toEqual([
    'device eth1',
    'domain db',
    'domain web',
    'host Host',
    'network lab',
    'outside Outside',
    'switch Switch',
  ]);
  const db = drawn?.nodes.find(({ label }) => label === 'db');
  expect(db?.place).toEqual({
    uri: 'file:///db.xml',
    range: { start: { line: 1, character: 8 }, end: { line: 1, character: 10 } },
    whole: { start: { line: 0, character: 0 }, end: { line: 6, character: 9 } },
  });
  expect(db?.interfaces[0]).toMatchObject({
    place: { range: { start: { line: 3, character: 5 } } },
    findings: [
      { severity: expect.any(String), message: expect.stringContaining('mdoe'), range: { start: { line: 3 } } },
    ],
  });
  expect(db?.interfaces[1]?.findings).toEqual([]);
});

test('one document is drawn with what belongs to it', async () => {
  const { topology } = await openThree();
  const labels = async (uri: string) => (await topology(uri))?.nodes.map(({ label }) => label).toSorted();
  expect(await labels('file:///web.xml')).toEqual(['Host', 'Outside', 'Switch', 'eth1', 'lab', 'web']);
  expect(await labels('file:///lab.xml')).toEqual(['Host', 'Outside', 'Switch', 'db', 'eth1', 'lab', 'web']);
  expect(await topology('file:///note.xml')).toBeNull();
  expect(await topology('file:///nobody.xml')).toBeNull();
});

test('who reaches whom follows the typing', async () => {
  const { client, web, path } = await openThree();
  const [from, to] = ['interface:file:///web.xml#0', 'interface:file:///db.xml#0'];
  expect(await path(from, to)).toMatchObject({ verdict: 'reaches', reason: 'bridge-mode' });
  const mode = web.getText().indexOf('bridge');
  await client.change(web, mode, mode + 'bridge'.length, 'private');
  expect(await path(from, to)).toMatchObject({ verdict: 'blocked', reason: 'private-mode' });
  expect(await path(from, 'domain:file:///gone.xml')).toBeNull();
});
