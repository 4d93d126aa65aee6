import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { planPages, type PlannedSection, slugOf } from '../../src/openapi/index.ts';
import type { OutlineHeading } from '../../src/markup/fragment.ts';
import { firstSegment } from '../../src/openapi/plan/chapters.ts';
import { isTooLarge } from '../../src/reference/description-pages.ts';

const operation = (id: string, path: string, size: number): PlannedSection => ({
  id,
  title: id,
  path,
  size,
});
const schema = (name: string, size: number): PlannedSection => ({
  id: `schema-${name}`,
  title: name,
  schema: name,
  size,
});

test('few operations are one page up to what a page may hold, packed together', () => {
  const outline = (sections: number) => [
    Array.from({ length: sections }, () => ({
      described: { kind: 'operation', bytes: { html: 20_000, gzipped: 2_000 } },
    })) as OutlineHeading[],
  ];
  assert.equal(isTooLarge(outline(50)), false);
  assert.equal(isTooLarge(outline(70)), true);
});

test('a chapter that fits is a page', () => {
  const pages = planPages(
    [{ id: 'tag-a', title: 'A', size: 10, sections: [operation('x', '/x', 40), schema('S', 40)] }],
    100,
  );
  assert.deepEqual(pages, [
    { id: 'tag-a', title: 'A', chapter: 'tag-a', sections: ['x', 'schema-S'] },
  ]);
});

test('a chapter that does not is split by what tells its paths apart', () => {
  const sections = [
    operation('list', '/repos/{owner}', 30),
    operation('branches', '/repos/{owner}/branches', 60),
    operation('branch', '/repos/{owner}/branches/{name}', 60),
    operation('hooks', '/repos/{owner}/hooks', 90),
    operation('stars', '/repos/{owner}/stars', 20),
  ];
  const pages = planPages([{ id: 'tag-repos', title: 'Repos', size: 0, sections }], 130);
  assert.deepEqual(
    pages.map(({ id, sections: ids }) => [id, ids]),
    [
      ['tag-repos', ['list', 'stars']],
      ['tag-repos-branches', ['branches', 'branch']],
      ['tag-repos-hooks', ['hooks']],
    ],
  );
});

test('schemas go by letter, then by word, and have pages of their own beside operations', () => {
  const schemas = ['Alert', 'AlertRule', 'Bell', 'Bin'].map((name) => schema(name, 60));
  assert.deepEqual(
    planPages([{ id: 'schemas', title: 'Schemas', size: 0, sections: schemas }], 130).map(
      ({ id }) => id,
    ),
    ['schemas', 'schemas-b'],
  );
  const mixed = planPages(
    [{ id: 'tag-a', title: 'A', size: 0, sections: [operation('x', '/x', 90), ...schemas] }],
    100,
  );
  assert.deepEqual(
    mixed.map(({ id, sections }) => [id, sections]),
    [
      ['tag-a', ['x']],
      ['tag-a-schemas-a', ['schema-Alert']],
      ['tag-a-schemas-a-rule', ['schema-AlertRule']],
      ['tag-a-schemas-b', ['schema-Bell']],
      ['tag-a-schemas-b-bin', ['schema-Bin']],
    ],
  );
});

const sections = fc.array(
  fc.record({
    path: fc
      .array(fc.constantFrom('a', 'b', '{id}', 'c'), { maxLength: 4 })
      .map((parts) => `/${parts.join('/')}`),
    schema: fc.option(fc.constantFrom('Ab', 'AbC', 'B', 'bX', ''), { nil: undefined }),
    size: fc.nat(120),
  }),
  { maxLength: 30 },
);

test('every section stands on one page, and no two pages share a name', () => {
  fc.assert(
    fc.property(fc.array(sections, { maxLength: 4 }), (chapters) => {
      const planned = chapters.map((all, chapter) => ({
        id: `tag-${chapter}`,
        title: '',
        size: 5,
        sections: all.map(({ path, schema: name, size }, index) => ({
          id: `${chapter}-${index}`,
          title: '',
          size,
          ...(name === undefined ? { path } : { schema: name }),
        })),
      }));
      const pages = planPages(planned, 100);
      const placed = pages.flatMap((page) => page.sections);
      assert.deepEqual(
        placed.toSorted(),
        planned.flatMap((chapter) => chapter.sections.map(({ id }) => id)).toSorted(),
      );
      assert.equal(new Set(pages.map(({ id }) => id)).size, pages.length);
    }),
  );
});

test('operations without tags are told apart by the first segment that says something', () => {
  assert.equal(firstSegment('/v1/pets/{id}'), 'pets');
  assert.equal(firstSegment('/api/v2.1/{tenant}/users'), 'users');
  assert.equal(firstSegment('/{id}'), 'root');
  assert.equal(firstSegment('/v1'), 'v1');
});

test('slugs of any script', () => {
  assert.equal(slugOf('Crème Brûlée & more'), 'creme-brulee-more');
  assert.equal(slugOf('注文 一覧'), '注文-一覧');
  assert.equal(slugOf('***'), '');
});

test('names that begin alike share pages where they are many; one path is cut by method', () => {
  const schemas = Array.from({ length: 3000 }, (_, at) => ({
    id: `schema-S${at}`,
    title: `S${at}`,
    size: 1000,
    schema: `S${at}`,
  }));
  const pages = planPages([{ id: 'schemas', title: 'Schemas', size: 0, sections: schemas }]);
  assert.ok(pages.length < 300, String(pages.length));
  assert.deepEqual(
    pages.flatMap(({ sections }) => sections).sort(),
    schemas.map(({ id }) => id).sort(),
  );
  const operations = ['/a', '/a/{id}'].flatMap((path) =>
    ['GET', 'PUT'].map((method) => ({
      id: method + path,
      title: method,
      size: 60_000,
      path,
      method,
    })),
  );
  const cut = planPages([{ id: 'tag-a', title: 'A', size: 0, sections: operations }]);
  assert.equal(cut.flatMap(({ sections }) => sections).length, 4);
  assert.ok(cut.every(({ sections }) => sections.length < 2));
});
