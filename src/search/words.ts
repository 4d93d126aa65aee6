/** A record's words as Pagefind reads them. */
import type { SearchRecord } from './record.ts';

/** Prose of the section and of what is folded into it, each folded part under its heading. */
export const proseOf = ({ section, folded }: SearchRecord): string =>
  [
    section.prose,
    ...folded.map((part) => (part.title ? `${part.title}. ${part.prose}` : part.prose)),
  ]
    .map((text) => text.trim())
    .filter(Boolean)
    .join(' ');

/**
 * Code, each line once: the same body stands in the samples of five languages, and five copies
 * would make the word five times as important and the index five times as big.
 */
export function codeOf({ section, folded }: SearchRecord): string {
  const lines = new Set<string>();
  for (const { code } of [section, ...folded])
    for (const line of code.split('\n')) {
      const text = line.replace(/\s+/g, ' ').trim();
      if (/[\p{L}\p{N}]/u.test(text)) lines.add(text);
    }
  return [...lines].join('\n');
}
