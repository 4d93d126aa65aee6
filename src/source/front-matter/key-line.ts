/** Where a key of a page's front matter stands: for findings that only the whole site can tell. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, isScalar, isSeq } from 'yaml';
import { splitFrontMatter } from './split.ts';
import { readYaml, type Value, type YamlRoot } from './yaml.ts';

/**
 * Line (1-based) of a key, or of a value that stands below it: `lineOf('index.mdx', 'nav', 'guide.mdx')`.
 * A value that is not found gives the key's line; a key that is not, the first line; no file, 0.
 */
export type LineOf = (file: string, key: string, value?: string) => number;

/** @param root absolute path of the content folder */
export const lineOfKeys =
  (root: string): LineOf =>
  (file, key, value) => {
    if (!file) return 0;
    try {
      return lineOfKey(readFileSync(path.join(root, file), 'utf8'), key, value);
    } catch {
      return 1;
    }
  };

/** @param text of the whole file */
export function lineOfKey(text: string, key: string, value?: string): number {
  const { yaml = '', yamlLine } = splitFrontMatter(text);
  const root = readYaml({ text: yaml, file: '', report: () => {}, startLine: yamlLine });
  // Of a key that is given twice the last one holds.
  const entry = root?.entries.findLast((entry) => entry.key === key);
  if (!root || !entry) return 1;
  return (
    (value === undefined ? undefined : lineOfValue(root, entry.value, value)) ?? entry.place.line
  );
}

/** A group's title is no value of its list; the key of `- java: Java` is one of a list. */
function lineOfValue(root: YamlRoot, within: Value, value: string): number | undefined {
  if (isScalar(within))
    return root.textOf(within).trim() === value ? root.place(within).line : undefined;
  const parts = isSeq(within)
    ? root.itemsOf(within)
    : isMap(within)
      ? root
          .entriesOf(within)
          .filter(({ key }) => key !== 'title')
          .map((entry) => entry.value)
      : [];
  const named = isMap(within)
    ? root.entriesOf(within).find(({ key }) => key === value && key !== 'title')
    : undefined;
  if (named) return named.place.line;
  for (const part of parts) {
    const line = lineOfValue(root, part, value);
    if (line !== undefined) return line;
  }
  return undefined;
}
