/**
 * From Redcarpet's Markdown, as Slate sets it up, to GFM: what they read differently is rewritten,
 * fences and HTML blocks are taken out. Every rule was found by probing Redcarpet 3.6. Where
 * authors mean CommonMark's reading (a list or a fence right after text), that one holds.
 */
import type { Block } from './block.ts';
import { BlockReader } from './block-reader.ts';
import { definitionAt } from './definition.ts';

export interface Normalised {
  /** GFM, with a mark (`marks.ts`) where a block was taken out. */
  text: string;
  /** For each line of `text` the 0-based line of the source it comes from. */
  lines: number[];
  blocks: Block[];
  /**
   * Definitions of link references, which hold in the whole file, also within blocks. One line
   * each.
   */
  definitions: string[];
  findings: LineFinding[];
}

export interface LineFinding {
  kind: 'fence-unclosed' | 'nesting-too-deep' | 'table-cell-dropped';
  /** 0-based line of the source. */
  line: number;
  message: string;
  hint: string;
}

/**
 * @param text a file without front matter, line ends `\n`, no noncharacters (`read-text.ts`)
 */
export function normalizeRedcarpet(text: string): Normalised {
  const result: Normalised = { text: '', lines: [], blocks: [], definitions: [], findings: [] };
  const labels = new Set(
    [...text.matchAll(/^[ \t]*\[(#[^\]\s]+)\]:/gm)].map(([, label]) => label!.toLowerCase()),
  );
  const source = text.split('\n');
  const out = new BlockReader(
    source,
    source.map((_, index) => index),
    { result, labels },
    0,
  ).run();
  // At the end, away from lists and paragraphs. Of two with one name Redcarpet takes the last.
  const definitions = result.definitions
    .flatMap((line) => definitionAt([line], 0)?.written ?? [])
    .toReversed();
  if (definitions.length > 0) out.lines.push('', ...definitions);
  result.text = out.lines.join('\n');
  result.lines = out.lines.map((_, index) => out.origins[index] ?? Math.max(0, source.length - 1));
  return result;
}
