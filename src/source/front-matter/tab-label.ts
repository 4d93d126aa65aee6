/** What a language tab is called where the author gave it no label. */
import labels from './tab-labels.json' with { type: 'json' };

const known: ReadonlyMap<string, string> = new Map(Object.entries(labels));

/** Variants that say the language as well. */
const alone = new Set(['node', 'nodejs', 'jquery', 'curl']);

/**
 * @param name as fences write it: `shell`, `csharp`, `javascript--nodejs`
 * @returns the name readers know: `Shell`, `C#`, `Node.js`; a variant after `--` stands in brackets,
 *   `Python (async)`. A name that is not in the list is kept but for its first letter.
 */
export function tabLabel(name: string): string {
  const [language = '', variant] = name.split(/--(.*)/s);
  const label = known.get(language.toLowerCase()) ?? capital(language || name);
  if (!variant) return label;
  const own = known.get(variant.toLowerCase());
  if (alone.has(variant.toLowerCase())) return own ?? variant;
  return `${label} (${own ?? variant.replace(/[-_]+/g, ' ').trim()})`;
}

const capital = (text: string): string =>
  /^\p{Ll}/u.test(text) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
