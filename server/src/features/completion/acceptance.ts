import { createBinder } from '../../binding/bind.ts';
import type { BoundDocument } from '../../binding/model.ts';
import { createFindingsFinder } from '../../rules/findFindings.ts';
import type { Finding } from '../../rules/finding.ts';
import { allRules } from '../../rules/registry.ts';
import type { Target } from '../../rules/target.ts';
import { documentKinds } from '../../schema/catalogue.ts';
import { parseXml } from '../../xml/parse.ts';
import type { TextEdit, TextRange } from '../../xml/range.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { findDevice, standAlone } from '../deviceAlone.ts';

/**
 * Whether the diagnostics would leave a piece of new text alone. `probe` is that piece, relative to the edit's text: a
 * name or a value.
 */
export type Acceptance = (edit: TextEdit, probe: TextRange) => boolean;

/** What the catalogue decides, completion has from the catalogue itself. */
const rulesOfMeaning = allRules.filter(rule => rule.on !== 'every element');

/** Devices larger than this are not tried: what is offered then follows the catalogue alone. */
const SIZE_LIMIT = 8_000;

/**
 * Completion and diagnostics cannot disagree: a candidate is written into a copy of the device around the cursor and
 * dropped when a rule then objects to it. The copy stands alone in its domain, so that the neighbours cost nothing.
 * What is prepared here serves any number of documents.
 */
export function createAcceptanceFactory(): (
  document: BoundDocument,
  near: XmlElement | undefined,
  target?: Partial<Target>,
) => Acceptance {
  const bind = createBinder(documentKinds);
  const find = createFindingsFinder(rulesOfMeaning);
  return (document, near, target) => {
    const device = near && findDevice(near);
    if (!device || device.end - device.start > SIZE_LIMIT) return () => true;
    const { text } = document.xml;
    const { before, after } = standAlone(text, device);
    return (edit, probe) => {
      if (edit.start < device.start || edit.end > device.end) return true;
      const head = before + text.slice(device.start, edit.start);
      const tried = head + edit.text + text.slice(edit.end, device.end) + after;
      const range = { start: head.length + probe.start, end: head.length + probe.end };
      return !find(bind(parseXml(tried), { claimed: true }), target && { target }).some(
        finding => objects(finding) && overlap(finding.range, range),
      );
    };
  };
}

/** What is incomplete is not wrong: the user has only begun. Nor are sample addresses and names, which are there to be replaced. */
function objects({ code, severity }: Finding): boolean {
  return (
    (severity === 'error' || severity === 'warning') &&
    !/^syntax\/|\/missing-|\/incomplete-/.test(code) &&
    !aboutSamples.has(code)
  );
}

/** Codes about a value of one's own that does not fit another one: a sample rarely does, and the copy has no neighbours. */
const aboutSamples: ReadonlySet<string> = new Set([
  'dhcp/bad-range',
  'dhcp/duplicate-host',
  'dhcp/host-outside-subnet',
  'forward/duplicate-device',
  'network/unreachable-gateway',
  'portgroup/duplicate-name',
  'teaming/unknown-partner',
]);

function overlap(left: TextRange, right: TextRange): boolean {
  return left.start < right.end && right.start < left.end;
}
