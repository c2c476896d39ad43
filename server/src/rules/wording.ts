/** How many names a message lists before it says how many more there are. */
const LIST_LIMIT = 12;

/** `a, b and c`; long lists are cut and counted. */
export function listNames(names: readonly string[], conjunction: 'and' | 'or'): string {
  if (names.length > LIST_LIMIT) {
    return `${names.slice(0, LIST_LIMIT).join(', ')} and ${names.length - LIST_LIMIT} more`;
  }
  const [last, ...rest] = names.toReversed();
  return rest.length === 0 ? (last ?? '') : `${rest.toReversed().join(', ')} ${conjunction} ${last}`;
}

/** `Did you mean a or b?` */
export function didYouMean(names: readonly string[]): string {
  return `Did you mean ${listNames(names, 'or')}?`;
}

/** A value as a message shows it: in quotes, on one line, cut when long. */
export function quoteValue(value: string): string {
  const line = value.replaceAll(/\s+/g, ' ');
  return `'${line.length > 60 ? `${line.slice(0, 57)}…` : line}'`;
}
