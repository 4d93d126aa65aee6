/** The last words of a build. */
import type { Diagnostic } from './diagnostic.ts';

/** What a build made. */
export interface Totals {
  pages: number;
  sections: number;
  /** Size of the output. */
  bytes: number;
  milliseconds: number;
}

/** `24 pages, 936 sections, 4.1 MB in 2.3 s`, and a line of the findings by kind, if there are any. */
export function summary(totals: Totals, diagnostics: Diagnostic[]): string {
  const { pages, sections, bytes, milliseconds } = totals;
  const made = [plural(pages, 'page'), plural(sections, 'section'), size(bytes)].join(', ');
  return `${made} in ${seconds(milliseconds)}\n${findings(diagnostics)}`;
}

/** `1 error (include-missing), 5 warnings (3 link-broken, 2 image-missing)`; nothing for none. */
export function findings(diagnostics: Diagnostic[]): string {
  const parts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    if (!found.length) return [];
    const kinds = [...Map.groupBy(found, ({ kind }) => kind)].sort(
      ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
    );
    const named = kinds.map(([kind, of]) => (kinds.length > 1 ? `${of.length} ${kind}` : kind));
    return [`${plural(found.length, severity)} (${named.join(', ')})`];
  });
  return parts.length ? `${parts.join(', ')}\n` : '';
}

const plural = (count: number, noun: string): string =>
  `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;

/** `12345` → `12,345`. What the language has for it takes longer to load than a small build may. */
const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

const seconds = (milliseconds: number): string =>
  milliseconds < 950 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;

function size(bytes: number): string {
  if (bytes < 1000) return plural(bytes, 'byte');
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
