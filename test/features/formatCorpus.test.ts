import { describe, expect, test } from 'vitest';
import { formatDocument } from '../../server/src/features/format.ts';
import { corpusAbsence, unpackCorpus } from '../corpus/corpus.ts';
import { applyEdits } from '../support/applyEdits.ts';
import { parseBound } from '../support/bound.ts';
import { printContent } from '../support/printContent.ts';

const options = { tabSize: 2, insertSpaces: true };

describe.skipIf(corpusAbsence !== undefined)("formatting libvirt's own test documents", () => {
  test('changes nothing but white space, settles at once, and leaves most as libvirt wrote them', () => {
    const corpus = unpackCorpus();
    let unchanged = 0;
    let changed = 0;
    for (const entry of corpus.entries) {
      const text = corpus.read(entry);
      const document = parseBound(text);
      if (document.kind === undefined || document.xml.problems.length > 0) continue;
      const once = applyEdits(text, formatDocument(document, options));
      if (once === text) unchanged += 1;
      else changed += 1;
      expect(printContent(once)).toBe(printContent(text));
      expect(formatDocument(parseBound(once), options)).toEqual([]);
    }
    corpus.remove();
    expect(changed).toBeGreaterThan(0);
    expect(unchanged).toBeGreaterThan(20 * changed);
  }, 120_000);
});
