import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLanguageService, type LanguageService } from '../../server/src/service.ts';
import { type Corpus, corpusAbsence, unpackCorpus } from './corpus.ts';

const OFFSETS_A_DOCUMENT = 4;

describe.skipIf(corpusAbsence !== undefined)("every feature on libvirt's own test documents", () => {
  let corpus: Corpus;
  let texts: readonly string[];
  const service: LanguageService = createLanguageService({ random: () => 0.5, log: () => undefined });

  beforeAll(() => {
    corpus = unpackCorpus();
    texts = corpus.entries.map(entry => corpus.read(entry));
  }, 60_000);
  afterAll(() => corpus.remove());

  /** Calls every method of the service; the offsets are spread over the whole text. */
  const useEverything = (text: string) => {
    const document = service.parse(text);
    service.findFindings(document);
    service.findCodeActions(document, { start: 0, end: text.length });
    service.findFixAll(document);
    service.findSymbols(document);
    service.findFoldingRanges(document);
    for (let part = 0; part <= OFFSETS_A_DOCUMENT; part++) {
      const offset = Math.floor((text.length * part) / OFFSETS_A_DOCUMENT);
      service.doComplete(document, offset);
      service.doAutoClose(document, offset);
      service.doHover(document, offset);
      service.findSelectionRanges(document, offset);
      service.findLinkedRanges(document, offset);
      service.findHighlights(document, offset);
    }
    return service.format(document, { tabSize: 2, insertSpaces: true });
  };

  test('whole', () => {
    for (const text of texts) expect(() => useEverything(text)).not.toThrow();
  }, 120_000);

  test('cut off in the middle', () => {
    for (const [index, text] of texts.entries()) {
      const end = Math.floor((text.length * (index % 97)) / 97);
      expect(() => useEverything(text.slice(0, end))).not.toThrow();
    }
  }, 120_000);
});
