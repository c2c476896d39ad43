import type { Datatype } from './datatype.ts';

/**
 * An integer type that understands what `9k` and `1M` mean, to offer it as plain digits. `units` has the letters in
 * lower case with what they multiply by; `usual` is offered where the number itself is beyond the range.
 */
export function withUnits(type: Datatype, units: Readonly<Record<string, number>>, usual?: string): Datatype {
  return {
    ...type,
    check: value => {
      const problem = type.check(value);
      if (!problem || problem.confident || value.trimStart().startsWith('-')) return problem;
      const parts = /^\s*(\d{1,12}(?:\.\d{1,6})?)\s*([a-z])(?:i?b)?\s*$/i.exec(value);
      const factor = units[parts?.[2]?.toLowerCase() ?? ''];
      const meant = factor === undefined ? Number.NaN : Number(parts?.[1]) * factor;
      if (Number.isInteger(meant) && !type.check(String(meant))) return { ...problem, replacements: [String(meant)] };
      return usual === undefined ? problem : { ...problem, replacements: [usual] };
    },
  };
}
