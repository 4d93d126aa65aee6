import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockGroup } from '../../src/layouts/block-group.ts';
import { pageStartsOf } from '../../src/layouts/page-start.ts';

const block = (height: number, continues = false): BlockGroup => ({
  html: `<p>${height}</p>`,
  level: 2,
  height,
  size: 0,
  continues,
  hasTop: false,
  hasCode: false,
});

test('blocks are joined up to a height, in their order', () => {
  const blocks = [4000, 4000, 4000, 500, 20_000, 100].map((height) => block(height));
  const chapters = pageStartsOf(blocks);
  assert.deepEqual(
    chapters.map((chapter) => chapter.blocks.map(({ height }) => height)),
    [[4000, 4000, 4000], [500, 20_000], [100]],
  );
  assert.ok(chapters[1]!.size > chapters[0]!.size && chapters[0]!.size > chapters[2]!.size);
  assert.deepEqual(pageStartsOf([]), []);
});

test('a section that goes on stays in its chapter', () => {
  const chapters = pageStartsOf([block(12_000), block(3000, true), block(10)]);
  assert.deepEqual(
    chapters.map((chapter) => chapter.blocks.length),
    [2, 1],
  );
});
