import type { Datatype, ValueDeclaration, ValueProblem } from './datatype.ts';
import { editDistance, findSimilar, rankBySimilarity } from './similarity.ts';
import { listAlternatives } from './wording.ts';

export interface EnumerationValue extends ValueDeclaration {
  /** Words of other tools or of everyday speech that mean this value, in lower case. */
  readonly aliases?: readonly string[];
  /** Allowed, but neither offered nor named in messages. */
  readonly unlisted?: true;
}

/** How many values a message lists. */
const listed = 8;

/**
 * One of a fixed set of words. libvirt compares them letter by letter (`virXMLPropEnum`), so other letter case and
 * white space around the word are refused although RELAX NG's token type would forgive the latter.
 */
export function enumeration(values: readonly EnumerationValue[], label?: string): Datatype {
  const known = new Set(values.map(value => value.value));
  const offered = values.filter(value => !value.unlisted && !value.limit);
  const unlisted = values.filter(value => value.unlisted || value.limit);
  return {
    label: label ?? listAlternatives(offered.map(value => value.value)),
    values: offered,
    ...(unlisted.length > 0 && { unlisted }),
    check: value => (known.has(value) ? undefined : explain(value, offered)),
  };
}

function explain(value: string, values: readonly EnumerationValue[]): ValueProblem {
  const names = values.map(entry => entry.value);
  const wanted = findMeant(value, values);
  const similar = findSimilar(value, names);
  const first = wanted ?? similar[0];
  const ranked = rankBySimilarity(value, names).filter(name => name !== first);
  const offered = (first === undefined ? names : [first, ...ranked]).slice(0, listed);
  const rest = names.length - offered.length;
  const choice = rest > 0 ? `${offered.join(', ')} or one of ${rest} more` : listAlternatives(offered);
  const problem: ValueProblem = {
    code: 'value/not-allowed',
    message: value.trim() === '' ? `is empty: write ${choice}` : `cannot be '${value}': write ${choice}`,
    replacements: offered,
  };
  const sure =
    wanted !== undefined || (similar.length === 1 && value.length >= 4 && editDistance(value, similar[0] ?? '') === 1);
  return sure ? { ...problem, confident: true } : problem;
}

/** The value that is meant beyond doubt: same word in other letter case or with white space around it, or an alias. */
function findMeant(value: string, values: readonly EnumerationValue[]): string | undefined {
  const word = value.trim().toLowerCase();
  const match =
    values.find(entry => entry.value.toLowerCase() === word) ?? values.find(entry => entry.aliases?.includes(word));
  return match?.value;
}
