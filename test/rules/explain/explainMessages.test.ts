import { describe, expect, it } from 'vitest';
import { explainMessages } from '../../../server/src/rules/explain/explainMessage.ts';
import { libvirtMessages } from '../../../server/src/rules/explain/libvirtMessages.ts';
import { factsAbsence, readFactsTable } from '../factsTable.ts';

function checkExplain(text: string, ...codes: readonly string[]): void {
  const found = explainMessages(text).flatMap(explanation => explanation.codes.map(({ code }) => code));
  expect(codes.length === 0 ? found : found.filter(code => codes.includes(code))).toEqual(codes);
}

describe('a message of libvirt’s is explained', () => {
  it('as the sources have it', () =>
    checkExplain("extra managerid unsupported in <virtualport type='openvswitch'>", 'virtualport/extra-parameter'));

  it('with what virsh puts in front, among other lines', () =>
    checkExplain(
      "error: Failed to define domain from /tmp/vm.xml\nerror: XML error: expected unicast mac address, found multicast '53:54:00:11:22:33'\n",
      'value/multicast-mac',
    ));

  it('with arguments of any kind', () =>
    checkExplain("internal error: missing typeid in <virtualport type='802.1Qbg'>", 'virtualport/missing-parameter'));

  it.each([
    ["missing typeid in <virtualport type='802.1Qbg'>", 'virtualport/missing-parameter'],
    ["Missing required attribute 'type' in element 'address'", 'schema/missing-attribute'],
    ["extra managerid unsupported in <virtualport type='openvswitch'>", 'virtualport/extra-parameter'],
  ])('first by the code that covers most of its causes: %s', (message, code) =>
    expect(explainMessages(message)[0]?.codes[0]?.code).toBe(code),
  );

  it('by a limit that the catalogue declares', () =>
    checkExplain(
      'unsupported configuration: setting MTU on interface type direct is not supported yet',
      'schema/refused-later',
    ));

  it('by the host where no document can tell', () =>
    expect(explainMessages('error: internal error: sending of PortProfileRequest failed.')).toMatchObject([
      { message: 'sending of PortProfileRequest failed.', hostConditions: [{ id: 'VP33' }] },
    ]));

  it.each(['', 'error: Domain not found', 'x'.repeat(100_000)])('and nothing else is: %.20s', text =>
    checkExplain(text),
  );
});

if (factsAbsence !== undefined) console.log(factsAbsence);

it.skipIf(factsAbsence !== undefined)('the table has every message of the facts table', () => {
  const listed = new Map(libvirtMessages.flatMap(([message, ids]) => ids.map(id => [id, message])));
  expect(readFactsTable().filter(({ id, message }) => message !== '' && listed.get(id) !== message)).toEqual([]);
});
