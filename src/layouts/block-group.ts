/**
 * Joins rows into blocks, the pieces that a page lays out on demand (`content-visibility`).
 *
 * A row is a heading's own content. Slate's authors write a sample under an h2 and the parameters under its h3s: these
 * rows without code stand beside the sample of the row before them, so that no hole opens in the prose.
 */
import type { Section } from '../reference/model/section.ts';
import { walk } from '../reference/model/page.ts';

export interface BlockGroup {
  /** Its rows, one after the other: prose, and after it its code, if it has any. */
  html: string;
  /** Level of the heading it begins with; 0 for text before the first. */
  level: number;
  /** px, estimated. */
  height: number;
  /** Its step (`sizeOf`); undefined where it is about as high as most of its kind are. */
  size: number | undefined;
  /** It goes on with the section of the block before it. */
  continues: boolean;
  /** It holds code. */
  code: boolean;
}

interface Row {
  html: string;
  level: number;
  beat: boolean;
  code: boolean;
  /** px, estimated. */
  height: number;
  prose: number;
}

/** Beyond this many px a block begins anew even within a section: what is far out of sight need not be laid out. */
const tallest = 3000;

const start = /^<div class="row" data-level="(\d)" data-height="(\d+)"( data-beat="")?>/gm;

/** A row that is a heading and no more. */
const onlyHeading = /^<div class="prose"><h\d[^>]*>(?:(?!<\/h\d>).)*<\/h\d>\s*<\/div>$/s;

/** @param sections of the page, each with its laid-out row */
export function blockGroupsOf(sections: Section[]): BlockGroup[] {
  const blocks: BlockGroup[] = [];
  let open: Row[] = [];
  /** Level of a heading before that has nothing of its own. */
  let alone = Infinity;
  const finish = () => {
    if (!open.length) return;
    const block = blockOf(open);
    // No line between a heading that has no text of its own and its first section.
    if (block.level > alone) block.continues = true;
    alone = open.length === 1 && onlyHeading.test(open[0]!.html) ? block.level : Infinity;
    blocks.push(block);
    open = [];
  };
  for (const row of rowsOf(sections)) {
    const joins =
      open[0]?.code && !row.code && (row.beat || row.level > 2) && heightOf(open) < tallest;
    if (!joins) finish();
    open.push(row);
  }
  finish();
  return blocks;
}

function* rowsOf(sections: Section[]): Generator<Row> {
  for (const { html } of walk(sections)) {
    const found = [...html.matchAll(start)];
    for (const [index, match] of found.entries()) {
      const [tag, level, height, beat = ''] = match;
      // The element around a row is a note to us: a long page has a thousand of them, and what it says its heading says, too.
      const row = html
        .slice(match.index + tag.length, found[index + 1]?.index)
        .trimEnd()
        .slice(0, -'</div>'.length);
      const code = row.indexOf('</div><div class="code">');
      yield {
        html: beat ? row.replace('<div class="prose"', `$&${beat}`) : row,
        level: Number(level),
        beat: beat !== '',
        code: code >= 0,
        height: Number(height),
        prose: code < 0 ? Number(height) : proseHeight(row.slice(0, code)),
      };
    }
  }
}

/** Lines of some seventy characters, and air around what stands in lines of its own. */
const proseHeight = (html: string): number =>
  64 +
  26 * Math.ceil(html.replace(/<[^>]*>/g, '').length / 68) +
  18 * (html.match(/<(?:p|li|tr|h[1-6])\b/g)?.length ?? 0);

const heightOf = ([first, ...rest]: Row[]): number =>
  Math.max(first!.height, first!.prose + rest.reduce((sum, { height }) => sum + height - 40, 0));

function blockOf(rows: Row[]): BlockGroup {
  const { level, beat, code } = rows[0]!;
  const height = heightOf(rows);
  return {
    html: rows.map((row) => row.html).join(''),
    level,
    code,
    height,
    continues: beat || level === 0 || level > 2,
    size: usual(height, code) ? undefined : sizeOf(height),
  };
}

/** The height step k of so many px: it stands for 60 · 1.5^k of them (`styles/rows.css`), since a page may hold no styles of its own. */
export const sizeOf = (height: number): number =>
  Math.max(2, Math.min(15, Math.round(Math.log(height / 60) / Math.log(1.5))));

/** Some lines of prose, or a sample or two: `styles/rows.css` knows how high these are. */
const usual = (height: number, code: boolean): boolean =>
  code ? height > 560 && height < 1260 : height < 250;
