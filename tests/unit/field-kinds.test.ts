/** Kinds of input that the field had: names with signs, apostrophes, spans, uses told together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticCollector } from '../../src/diagnostics/collector.ts';
import { mergeUses } from '../../src/diagnostics/merge-uses.ts';
import { importedId, partsOfId } from '../../src/mdx/imports/module-id.ts';
import { flattenOutline, type OutlinePiece } from '../../src/mdx/outline-piece.ts';
import { words } from '../../src/shared/search/normalize.ts';
import { pathMatch } from '../../src/shared/search/path.ts';
import { signedWords, spellSigns } from '../../src/shared/search/signs.ts';
import { fold, has } from '../../src/shared/search/verify.ts';

test('signs that are part of a name are part of its word', () => {
  assert.deepEqual(words('C# and C++, F#, .NET Core (.NET)'), [
    ...['c#', 'and', 'c++', 'f#', '.net', 'core', '.net'],
  ]);
  assert.deepEqual(words('Section #5, a + b, x#y, #tag, TypeScript# a.b'), [
    ...['section', '5', 'a', 'b', 'x', 'y', 'tag', 'type', 'script', 'a', 'b'],
  ]);
  for (const name of ['C#', 'c++', '.NET'])
    assert.deepEqual(signedWords(`With ${name} too`), [spellSigns(name)]);
});

test('English words lose their apostrophe, others part at it', () => {
  assert.deepEqual(words("don't can’t customer's"), ['dont', 'cant', 'customers']);
  assert.deepEqual(words("l'authentification d’un"), ['l', 'authentification', 'd', 'un']);
  assert.ok(has(fold('You don’t need it'), 'dont'));
  assert.ok(has(fold('You dont need it'), "don't"));
});

test('a phrase is meant as it stands', () => {
  assert.ok(has(fold('At most sixty requests a minute.'), '"sixty requests"'));
  assert.ok(!has(fold('Requests, sixty of them.'), '"sixty requests"'));
});

test('a path below a base is the path', () => {
  assert.ok(pathMatch('/v1/orders/5', '/orders/{id}') > 0.7);
  assert.equal(pathMatch('/v1/customers/5', '/orders/{id}'), 0);
});

test('uses of one missing component are one finding with all places', () => {
  const found = new DiagnosticCollector();
  for (let line = 1; line <= 30; line++)
    for (const file of ['a.mdx', 'b.mdx'])
      found.add({ kind: 'mdx-component', file, line, component: 'Card', message: 'no <Card>' });
  found.add({ kind: 'mdx-component', file: 'b.mdx', line: 3, component: 'Tile', message: 'one' });
  const [cards, tile, ...others] = mergeUses(found.list());
  assert.deepEqual(others, []);
  assert.match(cards!.message, /<Card>.*60 times: a\.mdx \(30\), b\.mdx \(30\)/);
  assert.equal(cards!.places?.length, 60);
  assert.deepEqual([tile!.message, tile!.places], ['one', undefined]);
});

test('an imported file is a module of each page, whatever they are called', () => {
  for (const page of ['index.mdx', 'a b/ü&?.html.md', '100%.mdx'])
    assert.deepEqual(partsOfId(importedId('/c/x.mdx', page)), { file: '/c/x.mdx', page });
  assert.deepEqual(partsOfId('/c/x.mdx'), { file: '/c/x.mdx' });
});

test('outlines of imported files stand where they are shown', () => {
  const heading = (title: string): OutlinePiece => ({
    ...{ level: 2, title, id: title, explicit: false, slug: title, nestedSlug: title },
    ...{ line: 1, top: true },
  });
  const endpoint = { method: 'GET', path: '/x' };
  const modules: Record<string, OutlinePiece[]> = {
    one: [{ names: endpoint }, heading('one')],
    around: [heading('around'), { shows: 'one', top: false }, { shows: 'around', top: true }],
  };
  const outline = flattenOutline(
    [
      heading('first'),
      { shows: 'around', top: true },
      { shows: 'gone', top: true },
      heading('last'),
    ],
    (id) => modules[id],
    (id) => `${id}.mdx`,
  );
  assert.deepEqual(
    outline.map(({ title, file, top }) => [title, file, top]),
    [
      ['first', undefined, true],
      ['around', 'around.mdx', true],
      ['one', 'one.mdx', false],
      ['last', undefined, true],
    ],
  );
  assert.deepEqual(outline[1]!.endpoint, endpoint);
});
