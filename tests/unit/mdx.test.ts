/** Each `.mdx` of the fixtures beside what the steps make of it: tree, outline, findings. `UPDATE=1` writes them anew. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { unified } from '@astrojs/markdown-remark';
import { mdxPlugins } from '../../src/mdx/index.ts';
import { elementsOf, MAX_ELEMENTS } from '../../src/source/mdx-limits.ts';
import { compile, type Compiled } from './mdx-compile.ts';

const folder = path.join(import.meta.dirname, '../fixtures/mdx');
const frontMatter = {
  title: 'A reference',
  base_url: 'https://db.example',
  version: 2,
  links: { home: '/start' },
};

const report = ({ html, outline, findings }: Compiled): string =>
  [
    html,
    '=== outline',
    ...outline.map(({ level, title, id, explicit, line, top, endpoint }) =>
      [
        `${line}: h${level}`,
        title,
        `#${id}`,
        explicit && 'own',
        !top && 'inner',
        endpoint && JSON.stringify(endpoint),
      ]
        .filter(Boolean)
        .join(' | '),
    ),
    '=== findings',
    ...findings.map(
      ({ kind, file, line, column, message, hint }) =>
        `${file}:${line}:${column}  ${kind}  ${message}  ${hint}`,
    ),
  ].join('\n') + '\n';

for (const name of readdirSync(folder).filter((file) => file.endsWith('.mdx'))) {
  test(name, async () => {
    const file = path.join(folder, name);
    const found = report(await compile(readFileSync(file, 'utf8'), frontMatter, file));
    const beside = file.replace(/\.mdx$/, '.txt');
    if (process.env.UPDATE) writeFileSync(beside, found);
    assert.equal(found, readFileSync(beside, 'utf8'));
  });
}

test('the front matter of the page holds in its includes, as its author wrote it', async () => {
  const { code, findings } = await compile(
    '{frontmatter.base_url} {frontmatter.own} {frontmatter.date}',
    { ...frontMatter, date: '2026-01-31', layout: 'page' },
    undefined,
    { own: 1, base_url: 'own', date: new Date(0) },
  );
  const exported = JSON.parse(
    /export const frontmatter = (\{[\s\S]*?\});/
      .exec(code)![1]!
      .replace(/^(\s*)(\w+):/gm, '$1"$2":'),
  ) as Record<string, unknown>;
  assert.deepEqual(findings, []);
  assert.equal(exported.own, 1);
  assert.equal(exported.base_url, 'own');
  assert.equal(exported.date, '2026-01-31');
  assert.ok(!('layout' in exported), 'Astro would import it');
});

test('line ends of Windows and a byte order mark change nothing', async () => {
  const text = readFileSync(path.join(folder, 'directives-text.mdx'), 'utf8').replaceAll(
    '\r\n',
    '\n',
  );
  const plain = await compile(text, frontMatter);
  for (const variant of [text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
    const { html, outline, findings } = await compile(variant, frontMatter);
    assert.deepEqual(
      { html: html.replaceAll('\r', ''), outline, findings },
      { html: plain.html, outline: plain.outline, findings: plain.findings },
    );
  }
});

test('a file that is not of the content is left alone', async () => {
  const plugins = mdxPlugins(() => undefined);
  const processor = unified({ gfm: true, smartypants: false, ...plugins });
  const renderer = await processor.createMdxRenderer!(
    { syntaxHighlight: false, shikiConfig: {} as never, gfm: true, smartypants: false },
    { optimize: false, srcDir: new URL('file:///src/'), sourcemap: false },
  );
  assert.doesNotMatch(
    (await renderer.process('# A\n\n{b}', '/elsewhere.mdx', {})).code,
    /data-outline/,
  );
});

test('how much MDX is too much for its compiler: by what stands outside of fences', () => {
  assert.equal(elementsOf('# A\n\nText with `code` and [a](b).\n'), 7 + 1 + 2 + 3);
  assert.equal(elementsOf('```json\n{"a": [1, 2]}\n| x |\n```\n'), 0);
  assert.ok(elementsOf('| one | `two` | three |\n'.repeat(100_000)) > MAX_ELEMENTS);
});
