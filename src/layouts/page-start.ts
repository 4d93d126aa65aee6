/**
 * Joins blocks into chapters: on a long page browsers skip a chapter that is far away as a whole,
 * instead of asking each of its blocks in every frame whether it has come near.
 */
import { sizeOf, type BlockGroup } from './block-group.ts';

export interface PageStart {
  blocks: BlockGroup[];
  /** Height step, as of a block. */
  size: number;
}

/** px, about twelve screens: few, and each soon laid out. */
const tall = 10_000;

/** A chapter begins where a section does; a section that goes on in the next block keeps it. */
export function pageStartsOf(blocks: BlockGroup[]): PageStart[] {
  const chapters: PageStart[] = [];
  let open: BlockGroup[] = [],
    height = 0;
  const finish = () => {
    if (open.length) chapters.push({ blocks: open, size: sizeOf(height) });
    open = [];
    height = 0;
  };
  for (const block of blocks) {
    if (height >= tall && !block.continues) finish();
    open.push(block);
    height += block.height;
  }
  finish();
  return chapters;
}
