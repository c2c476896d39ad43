/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment): insertions, deletions,
 * substitutions and swaps of neighbours count one each. Words longer than 64 characters count as wholly different.
 */
export function editDistance(left: string, right: string): number {
  if (left.length > 64 || right.length > 64) {
    return Math.max(left.length, right.length);
  }
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? 0;
}

/** The candidates, those most like `word` first; letter case counts less than any other difference. */
export function rankBySimilarity(word: string, candidates: readonly string[]): readonly string[] {
  const lower = word.toLowerCase();
  return candidates
    .map(candidate => ({ candidate, distance: editDistance(lower, candidate.toLowerCase()) }))
    .toSorted((left, right) => left.distance - right.distance)
    .map(entry => entry.candidate);
}

/** The candidates that `word` may be a slip of the pen for, the likeliest first; often none. */
export function findSimilar(word: string, candidates: readonly string[]): readonly string[] {
  const lower = word.toLowerCase();
  return rankBySimilarity(word, candidates).filter(candidate => {
    const longer = Math.max(candidate.length, word.length);
    const allowed = longer <= 3 ? 1 : Math.ceil(longer / 3);
    return editDistance(lower, candidate.toLowerCase()) <= Math.min(allowed, 3);
  });
}
