/** T1: tables without <thead>, and cells that span. T3: images beside an include. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Element } from 'hast';
import { build, byTag, elementsOf, isBuilt, page, textOf, type Built } from './site.ts';

const headerless =
  '<table><tr><th>Field</th><th>Type</th><th>Description</th></tr><tr><td>id</td><td>integer</td><td>The number.</td></tr><tr><td>name</td><td>string</td><td>The name.</td></tr></table>';
const tables: Record<string, string> = {
  'a header row of <th> without <thead>': headerless,
  'in <tbody>': headerless
    .replace('<table>', '<table><tbody>')
    .replace('</table>', '</tbody></table>'),
  'over lines': headerless.replaceAll('><', '>\n<'),
  'with <b> in the header': headerless.replaceAll(/<th>(\w+)<\/th>/g, '<th><b>$1</b></th>'),
  'a header row of <td>': headerless.replaceAll('th>', 'td>'),
  'a foot':
    '<table><thead><tr><th>Name</th><th>Description</th></tr></thead><tbody><tr><td>id</td><td>The number.</td></tr></tbody><tfoot><tr><td>closed</td><td>All that is paid.</td></tr></tfoot></table>',
  'two columns':
    '<table><tr><th>Parameter</th><th>Description</th></tr><tr><td>id</td><td>The number.</td></tr></table>',
};
const spans: Record<string, string> = {
  rowspan:
    '<table><thead><tr><th>Parameter</th><th>Type</th><th>Values</th></tr></thead><tbody><tr><td rowspan="2">status</td><td rowspan="2">string</td><td>open: not paid</td></tr><tr><td>closed: paid</td></tr><tr><td>id</td><td>integer</td><td>The number</td></tr></tbody></table>',
  'rowspan to the end':
    '<table><thead><tr><th>Name</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td rowspan="0">status</td><td>string</td><td>open</td></tr><tr><td>closed: paid</td><td>more</td></tr></tbody></table>',
  colspan:
    '<table><thead><tr><th>Name</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td colspan="3">closed: paid</td></tr><tr><td>id</td><td>integer</td><td>The number</td></tr></tbody></table>',
  'colspan in the middle':
    '<table><thead><tr><th>Name</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td>id</td><td colspan="2">The number</td></tr><tr><td>name</td><td>string</td><td>The name</td></tr></tbody></table>',
  'colspan in the header':
    '<table><thead><tr><th colspan="2">Name</th><th>Description</th></tr></thead><tbody><tr><td>closed: paid</td><td>a</td><td>b</td></tr></tbody></table>',
};

/** Ids of rows, which are parameters; none where the table is left as it is. */
const rowIds = (main: Element): string[] =>
  elementsOf(main, byTag('tr')).flatMap(({ properties }) =>
    properties.id ? [String(properties.id)] : [],
  );

for (const extension of ['html.md', 'mdx']) {
  describe(`T1 in .${extension}`, () => {
    let built: Built;
    const all = Object.entries({ ...tables, ...spans });
    const asMdx = (text: string) =>
      text.replaceAll('rowspan', 'rowSpan').replaceAll('colspan', 'colSpan');
    before(async () => {
      const files = all.map(([, text], index) => [
        `p${index}.${extension}`,
        page(
          `title: P${index}`,
          `# P\n\n### Query Parameters\n\n${extension === 'mdx' ? asMdx(text).replaceAll(/>\n</g, '><') : text}\n\nAfter.`,
        ),
      ]);
      built = await build({
        [`index.${extension}`]: page('title: A', '# A'),
        ...Object.fromEntries(files),
      });
    });
    all.forEach(([name], index) => {
      test(`T1 ${extension}: ${name}`, () => {
        isBuilt(built);
        const main = built.elements(`p${index}.html`, byTag('main'))[0]!;
        const table = elementsOf(main, byTag('table'))[0]!;
        const ids = rowIds(main);
        assert.ok(
          !ids.some((id) => /field|parameter$|closed|paid|^p-name$/.test(id) && !/-name$/.test(id)),
          `${ids.join()} are no parameters`,
        );
        assert.doesNotMatch(built.read('pagefind/symbols.json') + ids.join(), /closed/);
        if (name in tables && !name.includes('<td>')) {
          for (const id of ids) assert.match(id, /-(id|name)$/);
          // A header is no entry beside the others: it is a head, or the table is a plain one.
          if ([table.properties.className].flat().includes('parameters')) {
            const entries = elementsOf(table, byTag('tbody')).map(textOf).join();
            assert.doesNotMatch(entries, /Field|Parameter|Description/);
          }
        }
        for (const word of ['The number', 'closed: paid'])
          if (tablesHas(name, word)) assert.ok(textOf(table).includes(word), `${word} is lost`);
      });
    });
  });
}
const tablesHas = (name: string, word: string): boolean =>
  (tables[name] ?? spans[name] ?? '').includes(word);

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('T3', { concurrency: 2 }, () => {
  for (const [name, extension, args] of [
    ['Slate Markdown', 'md', []],
    ['MDX', 'mdx', []],
    ['below a base', 'md', ['--base', '/docs']],
    ['MDX below a base', 'mdx', ['--base', '/docs']],
  ] as const) {
    test(`T3 images beside an include: ${name}`, async () => {
      const html =
        extension === 'md' ? '<img src="../images/c.png" alt="c">' : '![c](../images/c.png)';
      const built = await build(
        {
          [extension === 'md' ? 'index.html.md' : 'index.mdx']: page(
            'title: A\nincludes: [errors, deep/more]',
            '# A',
          ),
          [`includes/_errors.${extension}`]: `# Errors\n\n![a](../images/a.png) ![b](b.png) ![d](images/d.png)\n\n${html}\n\n[file](../files/x.pdf)\n`,
          [`includes/deep/_more.${extension}`]:
            '# More\n\n![a](../../images/a.png) ![e](./e.png)\n',
          'images/a.png': png,
          'images/c.png': png,
          'images/d.png': png,
          'includes/b.png': png,
          'includes/deep/e.png': png,
          'files/x.pdf': '%PDF',
        },
        { args: [...args] },
      );
      isBuilt(built);
      assert.deepEqual(
        [...built.of('image-missing'), ...built.of('link-broken'), ...built.of('image-outside')],
        [],
      );
      const base = args.length ? '/docs/' : '/';
      const main = built.elements('index.html', byTag('main'))[0]!;
      const sources = elementsOf(main, byTag('img')).map(
        ({ properties }) => new URL(String(properties.src), `http://x${base}`).pathname,
      );
      assert.deepEqual(
        sources,
        [
          'images/a.png',
          'includes/b.png',
          'images/d.png',
          'images/c.png',
          'images/a.png',
          'includes/deep/e.png',
        ].map((each) => base + each),
      );
      const [link] = elementsOf(main, byTag('a')).filter(({ properties }) =>
        String(properties.href).includes('x.pdf'),
      );
      assert.equal(
        new URL(String(link!.properties.href), `http://x${base}`).pathname,
        `${base}files/x.pdf`,
      );
    });
  }

  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  /** Every address of a picture, film or object in a page. */
  const addresses = (html: string): string[] =>
    [...html.split('<main')[1]!.matchAll(/\s(?:src|srcset|poster|data)="([^"]+)"/g)].flatMap(
      ([, value]) => value!.split(',').map((each) => each.trim().split(' ')[0]!),
    );

  test('T3 whatever names a file beside an include is taken to it, also below a base', async () => {
    const built = await build(
      {
        'index.html.md': page('title: A\nincludes: [sub/a]', '# A'),
        'includes/sub/_a.md':
          '## B\n\n<img src=../../images/a.png srcset="../../images/a.png 1x, ../../images/b.png 2x"> <picture><source srcset="../../images/b.png"><img src="../../images/a.png"></picture> <video poster="../../images/a.png" src="../../images/v.mp4"><track src="../../images/v.vtt"></video> <object data="../../images/a.pdf"></object>\n',
        'images/a.png': pixel,
        'images/b.png': pixel,
        'images/v.mp4': 'x',
        'images/v.vtt': 'x',
        'images/a.pdf': 'x',
      },
      { args: ['--base', '/docs'] },
    );
    isBuilt(built);
    const found = addresses(built.read('index.html'));
    assert.equal(found.length, 9, found.join());
    for (const address of found)
      assert.ok(built.has(decodeURI(address.replace(/^\/docs\//, ''))), `${address} is not there`);
    assert.deepEqual(built.findings, []);
  });

  for (const base of ['', '/docs']) {
    test(`T3 a picture that MDX imports is there, at ${base || 'the root'}`, async () => {
      const built = await build(
        {
          'index.mdx': page(
            'title: A',
            'import { Image } from \'astro:assets\';\nimport a from \'./a.png\';\n\n# A\n\n<img src={a.src} alt="a" />\n\n<Image src={a} alt="b" widths={[1]} sizes="1px" />',
          ),
          'a.png': pixel,
        },
        { args: base ? ['--base', base] : [] },
      );
      isBuilt(built);
      assert.deepEqual(built.findings, []);
      const found = addresses(built.read('index.html'));
      assert.ok(found.length > 2, found.join());
      for (const address of found)
        assert.ok(built.has(address.slice(base.length + 1)), `${address} is not there`);
    });
  }

  test('T3 where the page’s own folder and the include’s both have it, Slate’s reading stands', async () => {
    const built = await build({
      'index.html.md': page('title: A\nincludes: [errors]', '# A'),
      'includes/_errors.md': '# Errors\n\n![a](images/a.png)\n',
      'images/a.png': png,
      'includes/images/a.png': png,
    });
    isBuilt(built);
    const [image] = elementsOf(built.elements('index.html', byTag('main'))[0]!, byTag('img'));
    assert.equal(new URL(String(image!.properties.src), 'http://x/').pathname, '/images/a.png');
  });
});
