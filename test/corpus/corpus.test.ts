import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding, Generator } from '../../server/src/rules/finding.ts';
import { createLanguageService, type LanguageService } from '../../server/src/service.ts';
import { arguedWarnings } from './arguedWarnings.ts';
import { type Corpus, type CorpusEntry, corpusAbsence, unpackCorpus } from './corpus.ts';

if (corpusAbsence !== undefined) console.log(corpusAbsence);

const generator: Generator = {
  uuid: () => '3c1b9a51-5c3f-4a3e-9b0e-0c6d2f7c1a11',
  mac: (prefix = '52:54:00') => `${prefix}:12:34:56`,
};

/** libvirt refuses it, because it says the boot order in both ways; the index of the corpus does not know. */
const refused = 'tests/bhyvexml2argvdata/bhyvexml2argv-bhyveload-bootorder5.xml';
const works = ({ path, root, schema, expectedFailure }: CorpusEntry) =>
  root === 'domain' && schema === 'valid' && expectedFailure === '-' && path !== refused;
/** Of a kind that the service does not know. */
const known = ['domain', 'interface', 'network', 'networkport'];
const isForeign = ({ path, root }: CorpusEntry) => !known.includes(root) && path.endsWith('.xml');
/** Networks, ports of networks and interfaces of the host. */
const isNetworking = ({ path, root, schema }: CorpusEntry) =>
  (root === 'network' || root === 'networkport' || path.includes('/interfaceschemadata/')) && schema === 'valid';
/** What libvirt's parser, which is all that its test asks, takes, and `virsh net-define` refuses (networkValidate). */
const refusedByNetDefine = [
  'tests/networkxml2xmlout/passthrough-address-crash.xml forward/listed-function',
  'tests/networkxml2xmlout/8021Qbh-net.xml network/not-for-mode',
];
const listArgued = () => arguedWarnings.flatMap(({ code, files }) => files.map(file => `tests/${file} ${code}`));
/** libvirt's tests name the documents so that its schema must refuse. */
const isNegative = ({ path }: CorpusEntry) => path.includes('-invalid.');

describe.skipIf(corpusAbsence !== undefined)("libvirt's own test documents", () => {
  let corpus: Corpus;
  let service: LanguageService;
  const findings = new Map<CorpusEntry, readonly Finding[]>();

  beforeAll(() => {
    corpus = unpackCorpus();
    service = createLanguageService({ random: () => 0.5, log: message => expect.unreachable(message) });
    for (const entry of corpus.entries) findings.set(entry, service.findFindings(service.parse(corpus.read(entry))));
  }, 60_000);
  afterAll(() => {
    console.log(countByCode());
    corpus.remove();
  });

  const describeFindings = (
    wanted: (entry: CorpusEntry) => boolean,
    keep: (finding: Finding, entry: CorpusEntry) => boolean,
  ) =>
    corpus.entries.filter(wanted).flatMap(entry =>
      (findings.get(entry) ?? [])
        .filter(finding => keep(finding, entry))
        .map(({ code, message, range }) => {
          const text = corpus.read(entry).slice(range.start, range.end);
          return `${entry.path}: ${code} at '${text}': ${message}`;
        }),
    );

  const countByCode = () => {
    const counts = new Map<string, number>();
    for (const { severity, code } of corpus.entries.filter(works).flatMap(entry => findings.get(entry) ?? [])) {
      counts.set(`${severity} ${code}`, (counts.get(`${severity} ${code}`) ?? 0) + 1);
    }
    const rows = [...counts]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([name, count]) => `${String(count).padStart(7)} ${name}`);
    return [`Findings on ${corpus.entries.filter(works).length} domains that work:`, ...rows].join('\n');
  };

  test('the corpus is whole', () => {
    expect(corpus.entries.length).toBeGreaterThan(2000);
    expect(corpus.entries.filter(works).length).toBeGreaterThan(1300);
    expect(corpus.entries.filter(entry => works(entry) && entry.interfaces > 0).length).toBeGreaterThan(200);
  });

  test('a domain that works has no error', () => {
    expect(describeFindings(works, finding => finding.severity === 'error')).toEqual([]);
  });

  test('a domain that works has no warning but the argued ones', () => {
    const argued = new Set(listArgued());
    const isArgued = (finding: Finding, entry: CorpusEntry) => argued.has(`${entry.path} ${finding.code}`);
    expect(
      describeFindings(works, (finding, entry) => finding.severity === 'warning' && !isArgued(finding, entry)),
    ).toEqual([]);
  });

  test('each argued warning is still given', () => {
    const given = new Set(
      corpus.entries.flatMap(entry => (findings.get(entry) ?? []).map(finding => `${entry.path} ${finding.code}`)),
    );
    expect([...listArgued(), ...refusedByNetDefine].filter(item => !given.has(item))).toEqual([]);
  });

  test('documents of other kinds are left alone', () => {
    expect(describeFindings(isForeign, () => true)).toEqual([]);
  });

  test('networks, their ports and host interfaces that work have no error, and no warning but the argued ones', () => {
    expect(corpus.entries.filter(isNetworking).length).toBeGreaterThan(80);
    const argued = new Set([...listArgued(), ...refusedByNetDefine]);
    expect(
      describeFindings(
        entry => isNetworking(entry) && entry.expectedFailure === '-',
        ({ severity, code }, { path }) =>
          (severity === 'error' || severity === 'warning') && !argued.has(`${path} ${code}`),
      ),
    ).toEqual([]);
  });

  test('networks that libvirt is to refuse have an error', () => {
    const refused = corpus.entries.filter(entry => isNetworking(entry) && entry.expectedFailure !== '-');
    expect(refused.length).toBeGreaterThan(1);
    const missed = refused.filter(entry => !findings.get(entry)?.some(({ severity }) => severity === 'error'));
    expect(missed.map(({ path }) => path)).toEqual([]);
  });

  test('a mistake in an interface that the schema finds is found', () => {
    const wrong = corpus.entries.filter(entry => entry.root === 'domain' && entry.interfaces > 0 && isNegative(entry));
    const missed = wrong.filter(entry => !findings.get(entry)?.some(finding => finding.severity === 'error'));
    expect(wrong.length).toBeGreaterThan(0);
    expect(missed.map(entry => entry.path)).toEqual([]);
  });

  test('no fix throws, and each changes the text', () => {
    const idle = corpus.entries.flatMap(entry => {
      const text = corpus.read(entry);
      return (findings.get(entry) ?? []).flatMap(finding =>
        (finding.fixes?.(generator) ?? [])
          .filter(fix => fix.edits.every(edit => text.slice(edit.start, edit.end) === edit.text))
          .map(fix => `${entry.path}: ${finding.code}: ${fix.title}`),
      );
    });
    expect(idle).toEqual([]);
  });
});
