import type { HostCondition } from '../hostOnly.ts';
import { hostConditions } from '../hostOnly.ts';
import { allCodes } from '../registry.ts';
import type { CodeDescription } from '../rule.ts';
import { findLimitCodes } from './findLimitCodes.ts';
import { libvirtMessages } from './libvirtMessages.ts';

/** What is known about a message of libvirt's. */
export interface MessageExplanation {
  /** The line of the text given that was recognized, without what libvirt and virsh put in front. */
  readonly message: string;
  /** The codes that find the mistake in a document, the one that covers most of its causes first, then the most specific. */
  readonly codes: readonly CodeDescription[];
  /** Causes that lie on the host. */
  readonly hostConditions: readonly HostCondition[];
}

/** Texts that are longer are cut: an error message is a few lines. */
const LENGTH_LIMIT = 20_000;

/** Finds messages of libvirt's in a pasted text, such as the output of `virsh define` or a log. */
export function explainMessages(text: string): readonly MessageExplanation[] {
  const patterns = libvirtMessages.map(toPattern);
  const lines = text.slice(0, LENGTH_LIMIT).split(/\r\n|\n|\r/);
  return lines.flatMap(line => {
    const known = patterns.map(pattern => ({ ...pattern, match: pattern.expression.exec(line) }));
    const found = known.filter(({ match }) => match !== null);
    const [best] = found.toSorted((left, right) => right.fixedLength - left.fixedLength);
    return best?.match ? [explain(best.match[0].trim(), best.ids)] : [];
  });
}

interface Pattern {
  readonly expression: RegExp;
  /** Letters that are not arguments: the more of them, the surer the match. */
  readonly fixedLength: number;
  readonly ids: readonly string[];
}

function toPattern([message, ids]: (typeof libvirtMessages)[number]): Pattern {
  const parts = message.split(/%\d+\$\w+/);
  const source = parts.map(part => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.{0,200}?');
  // A message may stand behind prefixes such as `error: XML error:`, and ends with the line.
  return { expression: new RegExp(`${source}\\s*$`), fixedLength: parts.join('').length, ids };
}

function explain(message: string, ids: readonly string[]): MessageExplanation {
  const matches = ({ covers }: CodeDescription) => covers.filter(id => ids.includes(id)).length;
  const codes = [...allCodes.filter(code => matches(code) > 0), ...findLimitCodes(ids)].toSorted(
    (left, right) => matches(right) - matches(left) || left.covers.length - right.covers.length,
  );
  return { message, codes: [...new Set(codes)], hostConditions: hostConditions.filter(({ id }) => ids.includes(id)) };
}
