/** A description that was changed: what is taken from the cache is what a clean build makes. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { readSiteContent } from '../../src/build/content.ts';
import { describedFragments } from '../../src/build/fragments.ts';
import { DiagnosticCollector } from '../../src/diagnostics/collector.ts';
import { FragmentBuilder } from '../../src/markup/worker/fragment-builder.ts';

const room = mkdtempSync(path.join(tmpdir(), 'phyllite-again-'));
after(() => rmSync(room, { recursive: true, force: true }));
const root = path.join(room, 'content');
const cache = path.join(room, 'cache');
mkdirSync(root);

const operation = (tag: string, id: string, more = '') => `  /${tag}/${id}:
    get:
      operationId: ${id}
      tags: [${tag}]
      summary: Get ${id}
      description: "[A link](./nowhere.md) of ${id}."
${more}      responses:
        '200':
          description: Done
          content:
            application/json:
              schema: { $ref: '#/components/schemas/${tag === 'odd' ? 'Odd' : 'Thing'}' }
`;
const first = operation('pets', 'cat') + operation('pets', 'dog');
const second = operation('toys', 'ball') + operation('toys', 'doll');
// A sample in a language that nobody knows is told with its line.
const odd = operation('odd', 'told', '      x-codeSamples: [{ lang: nolanguage, source: x }]\n');
const describe = (paths: string) => `openapi: 3.1.0
info: { title: Again, version: '1', description: "# Start\\n\\n[A link](./nowhere.md)" }
tags:
  - name: toys
    description: Toys, with [a link](./nowhere.md).
paths:
${paths}components:
  schemas:
    Thing: { type: object, properties: { name: { type: string } } }
    Odd: { type: object, properties: { name: { type: string } } }
`;
const before = describe(first + second + odd);

/** @param dir of a cache; null: a clean build */
async function made(text: string, dir: string | null) {
  writeFileSync(path.join(root, 'openapi.yaml'), text);
  const found = new DiagnosticCollector();
  const content = await readSiteContent({ root, description: 'openapi.yaml' }, found.report);
  const builder = new FragmentBuilder({ dir, version: '1' });
  const fragments = [...(await describedFragments(content, builder, found)).values()];
  builder.sweep();
  // As a cache has it.
  return JSON.parse(JSON.stringify({ fragments, found: found.list() })) as {
    fragments: { outline: { title: string; line: number }[] }[];
    found: { kind: string; line: number }[];
  };
}
const kept = () => readdirSync(path.join(cache, 'fragments')).sort();

for (const [what, after] of [
  ['a line more at its head', `# more\n${before}`],
  ['an operation less', describe(first + operation('toys', 'doll') + odd)],
  ['an operation in another place', describe(second + first + odd)],
  ['another summary', before.replace('Get ball', 'Throw it')],
  [
    'a line more within',
    before.replace('      operationId: dog', '      # more\n      operationId: dog'),
  ],
] as const)
  test(`${what}: what was kept gives the same`, async () => {
    await made(before, cache);
    assert.deepEqual(await made(after, cache), await made(after, null));
  });

test('a line more makes nothing anew, but what a finding names a line of', async () => {
  const was = await made(before, cache);
  const names = kept();
  // The introduction, four chapters' openings, five operations, the schemas of two chapters.
  assert.equal(names.length, 12);
  const is = await made(`# more\n${before}`, cache);
  assert.deepEqual(kept(), names);
  const lines = ({ fragments }: typeof was) =>
    fragments.flatMap(({ outline }) => outline.map(({ title, line }) => [title, line]));
  const moved = lines(was).map(([title, line]) => [title, line && Number(line) + 1]);
  assert.deepEqual(lines(is), moved);
  const [then, now] = [was, is].map(({ found }) =>
    found.flatMap(({ kind, line }) => (kind === 'fence-language-unknown' ? [line] : [])),
  );
  assert.equal(then!.length, 1);
  assert.deepEqual(now, [then![0]! + 1]);
});

test('after a change of one operation only that is made anew', async () => {
  await made(before, cache);
  const names = new Set(kept());
  await made(before.replace('Get ball', 'Throw it'), cache);
  assert.equal(kept().filter((name) => !names.has(name)).length, 1);
});
