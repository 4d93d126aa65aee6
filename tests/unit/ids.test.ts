import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { OutlineHeading } from '../../src/markup/fragment.ts';
import { headingIds, Ids } from '../../src/reference/ids/ids.ts';

const heading = (
  level: number,
  id: string,
  extra: Partial<OutlineHeading> = {},
): OutlineHeading => ({
  level: level as OutlineHeading['level'],
  title: id,
  id,
  explicit: false,
  slug: id,
  nestedSlug: id,
  line: 1,
  top: true,
  ...extra,
});

test('the first holder keeps Slate’s id, a later one gets its parent’s before it', () => {
  const outlines = [
    [heading(1, 'orders'), heading(2, 'list')],
    [heading(1, 'items'), heading(2, 'list')],
  ];
  assert.deepEqual(headingIds(outlines, 'slate', new Ids()), [
    ['orders', 'list'],
    ['items', 'items-list'],
  ]);
});

test('a renamed id never takes one that Slate gives to another heading', () => {
  const outlines = [
    [heading(1, 'a'), heading(2, 'x')],
    [heading(1, 'b'), heading(2, 'x'), heading(2, 'b-x')],
  ];
  assert.deepEqual(headingIds(outlines, 'slate', new Ids()), [
    ['a', 'x'],
    ['b', 'b-x-2', 'b-x'],
  ]);
});

test('a third one is counted', () => {
  const outlines = [
    [heading(1, 'a'), heading(2, 'x')],
    [heading(1, 'b'), heading(2, 'x')],
    [heading(2, 'x')],
  ];
  assert.deepEqual(headingIds(outlines, 'slate', new Ids())[2], ['b-x-2']);
});

test('nested ids join what was last seen at each level above', () => {
  const outlines = [
    [heading(1, 'orders'), heading(2, 'list'), heading(3, 'errors')],
    [heading(1, 'items'), heading(3, 'errors'), heading(2, 'own', { explicit: true })],
  ];
  assert.deepEqual(headingIds(outlines, 'nested', new Ids()), [
    ['orders', 'orders-list', 'orders-list-errors'],
    ['items', 'items-list-errors', 'own'],
  ]);
});

test('whatever the headings are, no id stands twice and every wanted id stands once', () => {
  const ids = fc.constantFrom('a', 'b', 'a-b', 'a-2', 'a-a', 'a-a-2');
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.record({ level: fc.integer({ min: 1, max: 6 }), id: ids }))),
      (files) => {
        const outlines = files.map((file) => file.map(({ level, id }) => heading(level, id)));
        const given = headingIds(outlines, 'slate', new Ids()).flat();
        assert.equal(new Set(given).size, given.length);
        for (const id of new Set(files.flat().map(({ id }) => id))) assert.ok(given.includes(id));
      },
    ),
  );
});
