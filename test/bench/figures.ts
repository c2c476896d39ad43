/** One thing measured, and the bound that it must keep. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'x' | 'MiB';
  /** Absent: for information. */
  readonly bound?: { readonly kind: 'at most' | 'at least'; readonly value: number };
}

export function isMissed({ value, bound }: Figure): boolean {
  if (bound === undefined) return false;
  return bound.kind === 'at most' ? value > bound.value : value < bound.value;
}

/** The figures as a table for a terminal. */
export function renderFigures(figures: readonly Figure[]): string {
  const rows = figures.map(figure => [
    figure.name,
    render(figure.value, figure.unit),
    renderBound(figure),
    verdict(figure),
  ]);
  const table = [['figure', 'measured', 'bound', ''], ...rows];
  const widths = [0, 1, 2].map(column => Math.max(...table.map(row => row[column]?.length ?? 0)));
  return table
    .map(row =>
      row
        .map((cell, column) => pad(cell, column, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(cell: string, column: number, width: number): string {
  return column === 1 ? cell.padStart(width) : cell.padEnd(width);
}

function render(value: number, unit: Figure['unit']): string {
  return `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`;
}

function renderBound({ bound, unit }: Figure): string {
  return bound === undefined ? '' : `${bound.kind} ${bound.value} ${unit}`;
}

function verdict(figure: Figure): string {
  if (figure.bound === undefined) return '';
  return isMissed(figure) ? 'MISSED' : 'kept';
}
