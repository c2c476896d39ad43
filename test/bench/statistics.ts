export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Nearest-rank percentile; `rank` from 0 to 100. */
export function percentile(values: readonly number[], rank: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const index = Math.max(0, Math.ceil((rank / 100) * sorted.length) - 1);
  const value = sorted[index];
  if (value === undefined) throw new Error('no values');
  return value;
}
