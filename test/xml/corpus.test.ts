import { DOMParser } from '@xmldom/xmldom';
import { expect, it } from 'vitest';
import { parseXml } from '../../server/src/xml/parse.ts';
import { corpusAbsence, unpackCorpus } from '../corpus/corpus.ts';

if (corpusAbsence !== undefined) console.log(corpusAbsence);

/** Whether xmldom reads the text without a word. */
function isWellFormed(text: string): boolean {
  let quiet = true;
  const onError = (): void => {
    quiet = false;
  };
  try {
    new DOMParser({ onError }).parseFromString(text, 'text/xml');
  } catch {
    return false;
  }
  return quiet;
}

it.skipIf(corpusAbsence !== undefined)(
  "the parser and xmldom say the same of each of libvirt's test documents",
  () => {
    const corpus = unpackCorpus();
    try {
      const documents = corpus.entries.filter(({ path }) => path.endsWith('.xml'));
      const refused = documents.filter(entry => !isWellFormed(corpus.read(entry)));
      const problematic = documents.filter(entry => parseXml(corpus.read(entry)).problems.length > 0);
      expect(problematic.map(({ path }) => path)).toEqual(refused.map(({ path }) => path));
      expect(documents.length).toBeGreaterThan(1000);
    } finally {
      corpus.remove();
    }
  },
  60_000,
);
