import { beforeAll, describe, expect, test } from 'vitest';
import { corpusAbsence, unpackCorpus } from '../corpus/corpus.ts';
import { factsAbsence, readFactsTable } from '../rules/factsTable.ts';
import { arguedErrors } from './arguedErrors.ts';
import { type Candidate, listCorpus, listExamples, listFacts, listMutants } from './documents.ts';
import { type Agreement, type Judgement, judge } from './judge.ts';
import { askLibvirt, installedVersion, libvirtAbsence } from './libvirt.ts';

for (const absence of [libvirtAbsence, factsAbsence, corpusAbsence]) if (absence !== undefined) console.log(absence);

/** How many of the mutants are tried: all of them are some 16,000, and more than the time that they are worth. */
const SHARE_OF_MUTANTS = 0.2;

describe.skipIf(libvirtAbsence !== undefined)('what libvirt defines and refuses', () => {
  const judgements = new Map<string, readonly Judgement[]>();

  beforeAll(async () => {
    const examples = listExamples();
    const sets = {
      'facts table': listFacts(readFactsTable()),
      "libvirt's tests": readCorpus(),
      examples,
      'mutants of them': listMutants(examples, SHARE_OF_MUTANTS),
    };
    for (const [name, candidates] of Object.entries(sets)) judgements.set(name, await judgeAll(candidates));
    console.log(report(judgements));
  }, 120_000);

  const all = () => [...judgements.values()].flat();
  const those = (agreement: Agreement) => all().filter(judgement => judgement.agreement === agreement);

  test('there is something of everything', () => {
    expect(those('refused, with an error').length).toBeGreaterThan(1000);
    expect(those('kept, without an error').length).toBeGreaterThan(300);
    for (const command of ['define', 'net-define', 'iface-define']) {
      expect(all().filter(({ candidate }) => candidate.command === command).length).toBeGreaterThan(10);
    }
  });

  test('of what libvirt refuses, 99 % have an error', () => {
    const found = those('refused, with an error').length;
    const missed = those('refused, without an error');
    console.log(['Refused by libvirt, without an error:', ...missed.map(describeJudgement)].join('\n'));
    expect(found / (found + missed.length)).toBeGreaterThanOrEqual(0.99);
  });

  test('of what libvirt takes and keeps as it is, nothing has an error', () => {
    const argued = new Set(arguedErrors.map(({ name }) => name));
    const wrong = those('kept, with an error').filter(({ candidate }) => !argued.has(candidate.name));
    expect(wrong.map(describeJudgement)).toEqual([]);
  });

  test('each right example is one that libvirt takes', () => {
    const refused = (judgements.get('examples') ?? []).filter(({ agreement }) => agreement.startsWith('refused'));
    const names = refused.map(({ candidate }) => candidate.name);
    // This one is there to be wrong.
    expect(names.filter(name => name !== 'mistakes.xml')).toEqual([]);
  });
});

function readCorpus(): readonly Candidate[] {
  if (corpusAbsence !== undefined) return [];
  const corpus = unpackCorpus();
  try {
    return listCorpus(corpus);
  } finally {
    corpus.remove();
  }
}

async function judgeAll(candidates: readonly Candidate[]): Promise<readonly Judgement[]> {
  const version = installedVersion();
  const judgements: Judgement[] = [];
  for (const command of ['define', 'net-define', 'iface-define'] as const) {
    const asked = candidates.filter(candidate => candidate.command === command);
    if (asked.length === 0) continue;
    const verdicts = await askLibvirt(
      command,
      asked.map(({ text }) => text),
    );
    for (const [index, verdict] of verdicts.entries()) {
      const candidate = asked[index];
      if (candidate) judgements.push(judge(candidate, verdict, version));
    }
  }
  return judgements;
}

function describeJudgement({ candidate, verdict, errors }: Judgement): string {
  const { name, command, text } = candidate;
  const said = errors.map(({ code, range }) => `${code} at '${text.slice(range.start, range.end)}'`).join(', ');
  const start = command === 'define' ? text.indexOf('<interface') : 0;
  const excerpt = text.slice(start, start + 1000).replaceAll(/\s+/g, ' ');
  return `${name}: libvirt: ${verdict.refusal ?? 'kept'}; here: ${said || 'no error'}: ${excerpt.slice(0, 300)}`;
}

function report(judgements: ReadonlyMap<string, readonly Judgement[]>): string {
  const rows = [...judgements].map(([name, list]) => {
    const count = (agreement: Agreement) => list.filter(judgement => judgement.agreement === agreement).length;
    const found = count('refused, with an error');
    const clean = count('kept, without an error');
    return [
      name.padStart(16),
      `${found} of ${found + count('refused, without an error')} refused ones have an error`,
      `${clean} of ${clean + count('kept, with an error')} kept ones have none`,
      `${count('changed')} changed`,
      `${count('set aside')} set aside`,
    ].join(', ');
  });
  return [`Agreement with libvirt ${installedVersion()}:`, ...rows].join('\n');
}
