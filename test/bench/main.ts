import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { corpusAbsence } from '../corpus/corpus.ts';
import { largeDomain, smallDomain } from './benchDocuments.ts';
import { measureCorpus } from './corpusSpeed.ts';
import { type Figure, isMissed, renderFigures } from './figures.ts';
import { measureStartup } from './startup.ts';
import { measureTyping } from './typing.ts';
import { measureWorkspace } from './workspace.ts';

/** Debian's libvirt packages bring the schema; beside this tree stands a newer one. */
const SCHEMAS = ['/usr/share/libvirt/schemas/domain.rng', resolve('../shared/oracle/libvirt-12.8.0/domain.rng')];

const schema = SCHEMAS.find(existsSync);
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'libvirt-bench-'));
const figures: Figure[] = [];
try {
  if (schema !== undefined && hasXmllint) {
    const file = join(folder, 'bench.xml');
    writeFileSync(file, smallDomain);
    figures.push(...(await measureStartup(file, smallDomain, schema)));
    if (corpusAbsence === undefined) figures.push(...measureCorpus(schema));
    else console.log(corpusAbsence);
  } else {
    console.log("skipped: the comparisons need xmllint (libxml2-utils) and libvirt's schemas (libvirt0)");
  }
  figures.push(...(await measureTyping('150 lines', smallDomain, { diagnostics: 5, completion: 5, hover: 5 })));
  figures.push(
    ...(await measureTyping('500 interfaces', largeDomain, {
      diagnostics: 30,
      completion: 5,
      hover: 5,
      residentMemory: 100,
    })),
  );
  figures.push(...(await measureWorkspace(folder)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(renderFigures(figures));
process.exitCode = figures.some(isMissed) ? 1 : 0;
