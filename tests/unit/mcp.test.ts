/** `phyllite mcp`: what it reads of a published site, and what it says of one that it cannot read. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { readContents } from '../../src/mcp/contents.ts';
import { findSchemas, findSections } from '../../src/mcp/find-section.ts';
import { cutSection } from '../../src/mcp/section-markdown.ts';
import { siteFiles } from '../../src/mcp/site-files.ts';
import { serve } from '../serve.ts';

const root = mkdtempSync(path.join(tmpdir(), 'phyllite-mcp-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** A folder with these files; what is no text is written as JSON. */
function folder(name: string, files: Record<string, unknown>): string {
  const made = path.join(root, name);
  mkdirSync(made, { recursive: true });
  for (const [file, content] of Object.entries(files))
    writeFileSync(
      path.join(made, file),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  return made;
}

const section = (id: string, level: number, title: string, more: object = {}) => ({
  id,
  level,
  title,
  url: `https://example.org/docs/#${id}`,
  source: { file: 'index.md', line: 1 },
  ...more,
});

const reference = {
  generator: 'phyllite',
  version: 1,
  base: '/docs/',
  title: 'Shop API',
  documents: [
    {
      title: 'Shop API',
      url: 'https://example.org/docs/',
      markdown: 'https://example.org/docs/index.md',
      lang: 'en',
      languages: [],
      pages: [],
      sections: [
        section('orders', 1, 'Orders', {
          sections: [
            section('order-properties', 2, 'Order properties'),
            section('list-orders', 2, 'List orders', { method: 'GET', path: '/orders' }),
          ],
        }),
        section('order', 1, 'The order', { schema: 'Order' }),
      ],
    },
  ],
};

const contentsOf = async (location: string) => readContents(await siteFiles(location));

test('a section is found by address, id, operation or title', async () => {
  const contents = await contentsOf(folder('shop', { 'reference.json': reference }));
  for (const name of [
    '/#list-orders',
    'https://example.org/docs/#list-orders',
    'list-orders',
    '#list-orders',
    'get /orders',
    'List Orders',
  ])
    assert.deepEqual(
      findSections(contents, name).map(({ address }) => address),
      ['/#list-orders'],
      name,
    );
  assert.deepEqual(findSections(contents, 'nothing of the kind'), []);
});

test('a schema is found by its name, and by the title that Slate sources give it', async () => {
  const contents = await contentsOf(folder('shop', { 'reference.json': reference }));
  assert.deepEqual(
    findSchemas(contents, 'order').map(({ id }) => id),
    ['order'],
  );
  const { sections } = contents;
  const without = { ...contents, sections: sections.filter(({ id }) => id !== 'order') };
  assert.deepEqual(
    findSchemas(without, 'Order').map(({ id }) => id),
    ['order-properties'],
  );
});

test('a section is cut from its page with all below it', () => {
  const page =
    '<!-- page -->\n\n<a id="a"></a>\n# A\n\nOne.\n\n<a id="b"></a>\n## B\n\nTwo.\n\n' +
    '<a id="x"></a>\n\nNo heading.\n\n<a id="c"></a>\n# C\n\nThree.\n';
  assert.equal(
    cutSection(page, { id: 'b', level: 2 }),
    '<a id="b"></a>\n## B\n\nTwo.\n\n<a id="x"></a>\n\nNo heading.\n',
  );
  assert.match(cutSection(page, { id: 'c', level: 1 }), /# C\n\nThree\.\n$/);
  assert.equal(cutSection(page, { id: 'none', level: 1 }), '');
});

test('what is no site that can be read is told in a sentence', async () => {
  const wrong: [location: string, message: RegExp][] = [
    [path.join(root, 'missing'), /there is no folder .*missing/],
    [folder('empty', {}), /has no file reference\.json/],
    [folder('text', { 'reference.json': 'Hello' }), /was not built by Phyllite/],
    [folder('other', { 'reference.json': { version: 1 } }), /was not built by Phyllite/],
    [
      folder('newer', { 'reference.json': { ...reference, version: 99 } }),
      /was built by a newer Phyllite .*version 99.*: update phyllite/,
    ],
    ['http://127.0.0.1:9/', /cannot be reached: .*/],
    ['https://', /is not a URL/],
  ];
  for (const [location, message] of wrong)
    await assert.rejects(contentsOf(location), { message }, location);
});

test('over HTTP the site lies where the address says, and only there', async () => {
  const served = await serve(folder('shop', { 'reference.json': reference }), '/other/');
  try {
    for (const end of ['/other', '/other/', '/other/index.html', '/other/?x#y']) {
      const contents = await contentsOf(served.origin + end);
      assert.equal(contents.title, 'Shop API');
      assert.equal(contents.sections[1]!.address, '/#order-properties');
    }
    await assert.rejects(contentsOf(`${served.origin}/`), /has no reference\.json \(HTTP 404\)/);
    const files = await siteFiles(`${served.origin}/other/`);
    await assert.rejects(files.read('../secret'), /names a file outside itself/);
    await assert.rejects(files.read('/secret'), /has no .*HTTP 404|outside itself/);
  } finally {
    await served.close();
  }
});
