import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoundDocument } from '../../server/src/binding/model.ts';
import { interfaceSnippets } from '../../server/src/features/completion/interfaceSnippets.ts';
import type { CompletionItem } from '../../server/src/features/model.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { locate } from '../../server/src/xml/locate.ts';
import { ancestors } from '../../server/src/xml/query.ts';
import { acceptItem, takePlaceholders } from '../support/completion.ts';
import { soundDocuments } from './soundDocuments.ts';

const service = createLanguageService({ random: () => 0.5, log: message => expect.unreachable(message) });

/** Findings that say that something is not there yet, here or elsewhere; what has been inserted is not to blame. */
const INCOMPLETE = /^syntax\/|\/missing-|\/incomplete-|^vhostuser\/shared-memory$/;

/** Where the cursor is tried: everywhere but in the middle of blanks, where recovery from mistakes goes by the column. */
function* offsetsOf(text: string): Generator<number> {
  for (let offset = 0; offset <= text.length; offset++) {
    if (!/^\s[ \t]$/.test(text.slice(offset - 1, offset + 1))) yield offset;
  }
}

/** The elements around an offset, as a path. */
function pathTo({ xml }: BoundDocument, offset: number): string {
  const { parent } = locate(xml, offset);
  return parent ? [parent, ...ancestors(parent)].map(({ name }) => name).join(' in ') : '';
}

/**
 * The errors and warnings that touch the text that an item has inserted. None where recovery from other mistakes takes
 * the place for another one after that.
 */
function findObjections(text: string, item: CompletionItem): readonly string[] {
  const plain = item.snippet ? takePlaceholders(item.insertText) : item.insertText;
  const after = acceptItem(text, { ...item, insertText: plain });
  const { start } = item.range;
  const end = after.length - (text.length - item.range.end);
  const valueToCome = /=(?:''|"") ?$|><\//.test(plain);
  const document = service.parse(after, { claimed: true });
  if (pathTo(document, start) !== pathTo(service.parse(text, { claimed: true }), start)) return [];
  return service
    .findFindings(document)
    .filter(({ severity, code }) => (severity === 'error' || severity === 'warning') && !INCOMPLETE.test(code))
    .filter(({ range, code }) => range.start < end && start < range.end && !(valueToCome && code.startsWith('value/')))
    .map(({ code, message }) => `${text.slice(Math.max(0, start - 30), start)}|${plain}: ${code} ${message}`);
}

describe.each(soundDocuments)('$title', ({ text }) => {
  it('is offered nothing that would be wrong in its place', { timeout: 120_000 }, () => {
    const document = service.parse(text, { claimed: true });
    const checked = new Set<string>();
    for (const offset of offsetsOf(text)) {
      for (const item of service.doComplete(document, offset)) {
        const { start, end } = item.range;
        expect(start <= offset && offset <= end, `${item.label} at ${offset} encloses the cursor`).toBe(true);
        expect(text.slice(start, end), `${item.label} at ${offset} stays on the line`).not.toMatch(/[\r\n]/);
        const key = `${start}-${end} ${item.label} ${item.insertText}`;
        if (checked.has(key)) continue;
        checked.add(key);
        expect(findObjections(text, item)).toEqual([]);
      }
    }
    expect(checked.size).toBeGreaterThan(50);
  });

  it('can be completed wherever it is cut off', { timeout: 120_000 }, () => {
    for (let end = 0; end <= text.length; end += 7) {
      const cut = text.slice(0, end);
      for (const { range, label } of service.doComplete(service.parse(cut, { claimed: true }), end)) {
        expect(range.start <= end && range.end <= cut.length, `${label} at ${end}`).toBe(true);
        expect(cut.slice(range.start, range.end)).not.toMatch(/[\r\n]/);
      }
    }
  });
});

describe('any text', () => {
  const pieces = fc.oneof(
    fc.constantFrom('<', '>', '/', '</', '/>', '=', "'", '"', ' ', '\n', '<!--', '-->', '&', '<![CDATA['),
    fc.constantFrom('domain', 'devices', 'interface', 'source', 'virtualport', 'type', 'mode', 'direct', '802.1Qbg'),
    fc.string({ maxLength: 5 }),
  );

  it('is completed and explained at any offset', () => {
    const start = fc.constantFrom(
      '',
      "<domain type='kvm'><devices><interface type='direct'>",
      "<interface type='bridge'>\n",
    );
    const holds = fc.property(start, fc.array(pieces, { maxLength: 40 }), fc.nat(), (head, tail, at) => {
      const text = head + tail.join('');
      const offset = at % (text.length + 1);
      const document = service.parse(text, { claimed: true });
      service.doAutoClose(document, offset);
      for (const answer of [...service.doComplete(document, offset), service.doHover(document, offset)]) {
        if (!answer) continue;
        const { start: from, end } = answer.range;
        expect(from <= offset && offset <= end).toBe(true);
        expect(text.slice(from, end)).not.toMatch(/[\r\n]/);
      }
    });
    expect(() => fc.assert(holds, { seed: 2026, numRuns: 500 })).not.toThrow();
  });

  it.each([
    ['<a>', '</a>'],
    ['<domain type="kvm"><devices><interface>', '</interface>'],
    ['<interface type="bridge">\n', '</interface>'],
  ])('of 100,000 nested %s is answered', (tag, endTag) => {
    const text = tag.repeat(100_000);
    const document = service.parse(text, { claimed: true });
    expect(service.doComplete(document, text.length).map(({ label }) => label)).toEqual([endTag]);
    expect(service.doHover(document, text.length - 3)).toBeUndefined();
  });
});

describe('whole interfaces', () => {
  const DOMAIN_TYPES = { vbox: 'vbox', esx: 'vmware' } as const;

  it.each(interfaceSnippets)('$label is free of findings as it stands', ({ label, drivers }) => {
    const [driver] = drivers ?? [];
    const type = driver === 'vbox' || driver === 'esx' ? DOMAIN_TYPES[driver] : 'kvm';
    const memory = type === 'kvm' ? "  <memoryBacking><access mode='shared'/></memoryBacking>\n" : '';
    const head = `<domain type='${type}'>\n  <name>guest</name>\n${memory}  <devices>\n    `;
    const text = `${head}\n  </devices>\n</domain>\n`;
    const items = service.doComplete(service.parse(text), head.length);
    const item = items.find(other => other.label === label);
    if (!item) throw new Error(`not offered: ${label}`);
    const after = acceptItem(text, { ...item, insertText: takePlaceholders(item.insertText) });
    const findings = service.findFindings(service.parse(after));
    expect(findings.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  });
});
