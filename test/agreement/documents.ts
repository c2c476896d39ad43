import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allCodes } from '../../server/src/rules/registry.ts';
import { parseXml } from '../../server/src/xml/parse.ts';
import { attributeValue, findChild, walkElements } from '../../server/src/xml/query.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { FactsRow } from '../rules/factsTable.ts';
import { createRandom } from '../support/random.ts';
import { mutate } from './mutate.ts';
import type { LibvirtCommand } from './virshScript.ts';

/** A document that libvirt and this project both judge. */
export interface Candidate {
  /** Where it comes from: a row of the facts table, a file of the corpus, a code's example. */
  readonly name: string;
  readonly command: LibvirtCommand;
  readonly text: string;
}

/** A device in a guest of which QEMU asks nothing else. */
export function wrapDevice(xml: string): string {
  return `<domain type='qemu'>
  <name>agreement</name>
  <memory unit='MiB'>64</memory>
  <memoryBacking>
    <source type='memfd'/>
    <access mode='shared'/>
  </memoryBacking>
  <vcpu>1</vcpu>
  <os>
    <type arch='x86_64' machine='pc'>hvm</type>
  </os>
  <features>
    <acpi/>
  </features>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    ${xml}
  </devices>
</domain>
`;
}

/** The examples of the facts table, without those about several documents. */
export function listFacts(rows: readonly FactsRow[]): readonly Candidate[] {
  const commands = { 'host-interface': 'iface-define', network: 'net-define', domain: 'define' } as const;
  return rows
    .filter(({ id }) => !id.startsWith('XD'))
    .map(({ id, kind, bad_xml }) =>
      kind === 'domain-devices-fragment'
        ? { name: id, command: 'define', text: wrapDevice(bad_xml) }
        : { name: id, command: commands[kind], text: bad_xml.replaceAll('@NAME@', 'agreement') },
    );
}

/** The interfaces of libvirt's own guests, each in a guest of its own, its networks and its interfaces of the host. */
export function listCorpus(corpus: Corpus): readonly Candidate[] {
  const entries = corpus.entries.filter(
    ({ root, path, interfaces }) =>
      root === 'network' || path.includes('/interfaceschemadata/') || (root === 'domain' && interfaces > 0),
  );
  return withoutDoubles(entries.flatMap(entry => candidatesOf(entry.path, corpus.read(entry))));
}

/** The right examples of all rule pages, and the documents that are shipped. */
export function listExamples(): readonly Candidate[] {
  const shipped = readdirSync('examples').map(name => [name, readFileSync(join('examples', name), 'utf8')] as const);
  const pages = allCodes.map(({ code, page }) => [code, page.good] as const);
  return withoutDoubles([...pages, ...shipped].flatMap(([name, text]) => candidatesOf(name, text)));
}

/** Some of the mutants of each candidate, the same ones in each run. */
export function listMutants(candidates: readonly Candidate[], share: number): readonly Candidate[] {
  const random = createRandom(20_261_122);
  return candidates.flatMap(({ name, command, text }) =>
    [...mutate(text, command === 'net-define' ? 'network' : 'interface')]
      .filter(() => random() < share)
      .map((mutant, index) => ({ name: `${name}, mutant ${index}`, command, text: mutant })),
  );
}

function candidatesOf(name: string, text: string): readonly Candidate[] {
  const document = parseXml(text);
  const { root } = document;
  if (root?.name === 'network') return [{ name, command: 'net-define', text }];
  if (root?.name === 'interface' && isOfHost(text)) return [{ name, command: 'iface-define', text }];
  return [...walkElements(document)]
    .filter(element => element.name === 'interface' && (element === root || element.parent?.name === 'devices'))
    .map(element => {
      const device = text.slice(element.start, element.end);
      // The place in the guest depends on its machine, which is another one here.
      const address = findChild(element, 'address');
      const [start, end] = address ? [address.start - element.start, address.end - element.start] : [0, 0];
      return { name, command: 'define', text: wrapDevice(device.slice(0, start) + device.slice(end)) };
    });
}

function isOfHost(text: string): boolean {
  const { root } = parseXml(text);
  return root !== undefined && (attributeValue(root, 'name') !== undefined || findChild(root, 'start') !== undefined);
}

function withoutDoubles(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ text }) => {
    const content = text.replaceAll(/\s+/g, ' ');
    return !seen.has(content) && seen.add(content);
  });
}
