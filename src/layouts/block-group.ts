/**
 * Joins rows into blocks, the pieces that a page lays out on demand (`content-visibility`).
 *
 * A row is a heading's own content. Slate's authors write a sample under an h2 and the parameters
 * under its h3s: these rows without code stand beside the sample of the row before them, so that no
 * hole opens in the prose.
 */
import type { RowPart } from '../markup/fragment.ts';
import type { Section } from '../reference/model/section.ts';
import { walk, type ReferenceDocument } from '../reference/model/page.ts';

export interface BlockGroup {
  /** Its rows, one after the other. */
  html: string;
  /** Level of the heading it begins with; 0 for text before the first. */
  level: number;
  /** px, estimated. */
  height: number;
  /** Its step (`sizeOf`); undefined where it is about as high as most of its kind are. */
  size: number | undefined;
  /** It goes on with the section of the block before it. */
  continues: boolean;
  /** It holds an h1. */
  hasTop: boolean;
  hasCode: boolean;
  /** One of so many blocks without code that the code column would be empty for a screen. */
  isPlain?: boolean;
}

interface Part extends RowPart {
  level: number;
  /** It goes on with the section of the part before it. */
  continues: boolean;
  /** A heading and no more. */
  bare: boolean;
  hasTop: boolean;
}

/** px beyond which a block begins anew even within a section, since it is out of sight. */
const MAX_HEIGHT = 3000;
/** px of blocks without code from which their prose takes the whole width: about a screen. */
const LEAST_PLAIN = 800;

/** @param sections of the page, each with its laid-out row */
export function blockGroupsOf(sections: Section[]): BlockGroup[] {
  const blocks: BlockGroup[] = [];
  let open: Part[] = [];
  /** Level of a heading before that has nothing of its own. */
  let alone = Infinity;
  const finish = () => {
    if (!open.length) return;
    const block = blockOf(open);
    // No line between a heading that has no text of its own and its first section.
    if (block.level > alone) block.continues = true;
    alone = open.length === 1 && open[0]!.bare ? block.level : Infinity;
    blocks.push(block);
    open = [];
  };
  for (const part of partsOf(sections)) {
    const joins =
      open[0]?.code &&
      !part.code &&
      (part.continues || part.level > 2) &&
      heightOf(open) < MAX_HEIGHT;
    if (!joins) finish();
    open.push(part);
  }
  finish();
  markPlain(blocks);
  return blocks;
}

/**
 * Marks each run of blocks without code that is higher than a screen. The beginning of a section
 * whose code comes in its next block is none of it.
 */
function markPlain(blocks: BlockGroup[]): void {
  for (let from = 0; from < blocks.length; ) {
    let to = from;
    while (to < blocks.length && !blocks[to]!.hasCode) to++;
    let end = to;
    while (end > from && blocks[end]?.continues) end--;
    const run = blocks.slice(from, end);
    if (run.reduce((sum, { height }) => sum + height, 0) >= LEAST_PLAIN)
      for (const block of run) block.isPlain = true;
    from = to + 1;
  }
}

function* partsOf(sections: Section[]): Generator<Part> {
  for (const { row } of walk(sections))
    for (const [index, part] of row.parts.entries())
      yield {
        ...part,
        level: row.level,
        continues: index > 0 || row.continues === true,
        bare: row.bare === true,
        hasTop: row.hasTop === true,
      };
}

/** Prose, and after it its code, if it has any. */
const htmlOf = ({ prose, code, continues }: Part): string =>
  `<div class="prose"${continues ? ' data-beat=""' : ''}>${prose}</div>` +
  (code && `<div class="code">${code}</div>`);

const heightOf = ([first, ...rest]: Part[]): number =>
  Math.max(
    first!.height,
    first!.proseHeight + rest.reduce((sum, { height }) => sum + height - 40, 0),
  );

function blockOf(parts: Part[]): BlockGroup {
  const { level, continues, code } = parts[0]!;
  const height = heightOf(parts);
  return {
    html: parts.map(htmlOf).join(''),
    level,
    height,
    continues: continues || level === 0 || level > 2,
    hasTop: parts.some((part) => part.hasTop),
    hasCode: code !== '',
    size: isUsual(height, code !== '') ? undefined : sizeOf(height),
  };
}

/**
 * Step k stands for 60 · 1.5^k px (`styles/rows.css`), since a page may hold no styles of its own.
 */
export const sizeOf = (height: number): number =>
  Math.max(2, Math.min(15, Math.round(Math.log(height / 60) / Math.log(1.5))));

/** Some lines of prose, or a sample or two: `styles/rows.css` knows how high these are. */
const isUsual = (height: number, hasCode: boolean): boolean =>
  hasCode ? height > 560 && height < 1260 : height < 250;

/** A page without any code has no column for it. */
export const columnsOf = (
  { frontMatter: { columns } }: ReferenceDocument,
  blocks: BlockGroup[],
): 2 | 3 => (blocks.some(({ hasCode }) => hasCode) ? columns : 2);
