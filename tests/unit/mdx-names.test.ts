/** Which names an expression of MDX may use. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from './mdx-compile.ts';

const messages = async (text: string, frontMatter = {}) =>
  (await compile(text, frontMatter)).findings.map(({ message }) => message);

test('names that an expression binds itself are known', async () => {
  for (const body of [
    'const A = class B { x = B; static #y = A; }; return A.name',
    'const { a, b: [c = 1, ...d], ...e } = { b: [] }; return [a, c, d, e]',
    'try { return 1 } catch ({ message }) { return message }',
    'for (const key in {}) return key; for (let i = 0; i < 1; i++) return i',
    'function f(g, h = g) { return f(h) } return f',
    'loop: for (;;) break loop',
    'return typeof nothing',
  ])
    assert.deepEqual(await messages(`{(() => { ${body} })()}`), [], body);
});

test('names that nothing binds are reported, each', async () => {
  const found = await messages('{[1].map((n) => n + one + { two, three: 3, [four]: 4 }.three)}');
  assert.deepEqual(
    found.map((message) => /`(\w+)`/.exec(message)![1]),
    ['one', 'two', 'four'],
  );
});

test('a key that the front matter lacks is reported, unless it is asked for', async () => {
  const frontMatter = { title: 'T', links: { home: '/' }, list: [1] };
  for (const question of [
    "{frontmatter.none ?? 'x'}",
    '{frontmatter?.none}',
    '{frontmatter.none && frontmatter.none.x}',
    "{frontmatter.none === 'x'}",
    '{!frontmatter.none}',
    '{frontmatter.list.map(String)} {frontmatter.title.length} {frontmatter.links[0 + 1]}',
  ])
    assert.deepEqual(await messages(question, frontMatter), [], question);
  for (const [text, key] of [
    ['{frontmatter.titel}', 'titel'],
    ["{frontmatter['links'].hom}", 'links.hom'],
    ['{String(frontmatter.none)}', 'none'],
    ['<a href={frontmatter.links.hom}>x</a>', 'links.hom'],
    ['export const x = frontmatter.none.length', 'none'],
  ] as const)
    assert.match((await messages(text, frontMatter)).join(), new RegExp(`no \`${key}\``), text);
});
