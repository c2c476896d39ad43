import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { domain, smallDomain } from './benchDocuments.ts';
import { startSession } from './editorSession.ts';
import type { Figure } from './figures.ts';
import { mixedInterfaces } from './mixedInterfaces.ts';
import { median } from './statistics.ts';
import { measureTyping } from './typing.ts';

const DOMAINS = 2000;
const INTERFACES = 8;
const ROUNDS = 3;

/** A workspace of many domains: how long it takes to read them, and what typing in one of them costs then. */
export async function measureWorkspace(parent: string): Promise<readonly Figure[]> {
  const folder = join(parent, 'workspace');
  mkdirSync(folder);
  for (let index = 0; index < DOMAINS; index++) {
    const uuid = `4dea22b3-1d52-d8f3-2516-${String(index).padStart(12, '0')}`;
    // The bench's own document has the addresses before these.
    const interfaces = mixedInterfaces((index + 1) * INTERFACES, INTERFACES);
    writeFileSync(join(folder, `${index}.xml`), domain(interfaces, `guest${index}`, uuid));
  }
  writeFileSync(
    join(folder, 'network.xml'),
    "<network>\n  <name>default</name>\n  <bridge name='virbr0'/>\n</network>\n",
  );
  const uri = pathToFileURL(folder).href;
  const reading: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    const session = await startSession(uri);
    reading.push(performance.now() - started);
    await session.close();
  }
  const name = `150 lines beside ${DOMAINS} domains`;
  return [
    {
      name: `spawn to ${DOMAINS} domains read`,
      value: median(reading),
      unit: 'ms',
      bound: { kind: 'at most', value: 3000 },
    },
    ...(await measureTyping(
      name,
      smallDomain,
      { diagnostics: 10, completion: 10, hover: 10, residentMemory: 150 },
      uri,
    )),
  ];
}
