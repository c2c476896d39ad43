/** `a`, `a or b`, `a, b or c`. */
export function listAlternatives(words: readonly string[]): string {
  return words.length <= 1 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** The noun phrase with its indefinite article. */
export function withArticle(label: string): string {
  // `unicast` and `USB` begin with the sound of a consonant.
  const vowel = /^[aeiou]/i.test(label) && !/^u(?:ni|s)/i.test(label);
  return `${vowel ? 'an' : 'a'} ${label}`;
}
