import type { Finding } from '../../server/src/rules/finding.ts';
import { findClaimedFindings } from '../support/findings.ts';
import type { Candidate } from './documents.ts';
import { hostReasons } from './hostReasons.ts';
import { isLossless } from './lossless.ts';
import type { Answer } from './virshScript.ts';

/** How a judgement of this project's stands to libvirt's. */
export type Agreement =
  /** libvirt refuses, and an error says so. */
  | 'refused, with an error'
  | 'refused, without an error'
  /** libvirt takes it and keeps all that it says. */
  | 'kept, without an error'
  | 'kept, with an error'
  /** libvirt takes it and drops something: an error, a warning, or nothing that is worth a word. */
  | 'changed'
  /** What this libvirt cannot tell: an error that speaks of the start, a refusal that the host or the build decides, what only a newer release knows. */
  | 'set aside';

export interface Judgement {
  readonly candidate: Candidate;
  readonly verdict: Answer;
  readonly errors: readonly Finding[];
  readonly agreement: Agreement;
}

/** `version`: the release of libvirt that gave the verdict. */
export function judge(candidate: Candidate, verdict: Answer, version: string): Judgement {
  const { text } = candidate;
  // Whoever lets libvirt define it says that it is libvirt's.
  const findings = findClaimedFindings(text, version);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const newer = findings.some(({ code }) => code === 'version/newer-than-target');
  return { candidate, verdict, errors, agreement: compare(text, verdict, errors, newer) };
}

function compare(text: string, { refusal, dump }: Answer, errors: readonly Finding[], newer: boolean): Agreement {
  if (refusal !== undefined) {
    if (errors.length > 0) return 'refused, with an error';
    const aside = newer || hostReasons.some(({ message }) => message.test(refusal));
    return aside ? 'set aside' : 'refused, without an error';
  }
  if (dump === undefined || !isLossless(text, dump)) return 'changed';
  if (errors.length === 0) return 'kept, without an error';
  return errors.every(({ message }) => /\bstarts?\b/.test(message)) ? 'set aside' : 'kept, with an error';
}
