/** The rows that the bench prints, and how their figures read. */

export interface Row {
  what: string;
  /** As it reads. */
  measured: string;
  /** What it is held against, and that figure. */
  against?: string;
  /** Measured by what it is held against. */
  ratio?: number;
  target?: string | undefined;
  /** Whether the target is met; undefined: there is none. */
  met?: boolean | undefined;
}

export const seconds = (value: number) => `${value.toFixed(2)} s`;
export const milliseconds = (value: number) =>
  Number.isNaN(value) ? '-' : `${Math.round(value)} ms`;
export const megabytes = (value: number) => `${Math.round(value)} MB`;
export const count = (value: number) => value.toLocaleString('en');
export const pixels = (value: number) => `${value.toFixed(1)} px`;

export function bytes(value: number): string {
  if (value >= 1e8) return `${Math.round(value / 1e6)} MB`;
  return value >= 1e6 ? `${(value / 1e6).toFixed(1)} MB` : `${Math.round(value / 1e3)} kB`;
}

/** A Markdown table. */
export function formatRows(rows: Row[]): string {
  const cells = rows.map(({ what, measured, against, ratio, target, met }) => [
    what,
    measured,
    against ?? '',
    ratio === undefined || Number.isNaN(ratio) ? '' : ratio.toFixed(2),
    target ?? '',
    met === undefined ? '' : met ? 'met' : 'missed',
  ]);
  const all = [['what', 'measured', 'against', 'ratio', 'target', ''], ...cells];
  const widths = all[0]!.map((_, column) =>
    Math.max(3, ...all.map((line) => line[column]!.length)),
  );
  const line = (texts: string[]) =>
    `| ${texts.map((text, column) => text.padEnd(widths[column]!)).join(' | ')} |`;
  return [
    line(all[0]!),
    line(
      widths.map((width, column) =>
        column === 1 || column === 3 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
      ),
    ),
    ...cells.map(line),
  ].join('\n');
}
