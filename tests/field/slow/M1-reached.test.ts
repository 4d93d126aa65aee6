/** M1: MDX by a link. M2: MDX that is imported. M3: imports from the content root. All is as if it stood there. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build, byTag, elementsOf, isBuilt, isSaid, page, textOf, type Built } from '../site.ts';

const index = page(
  'title: A\nlanguage_tabs: [shell, ruby]',
  '# Orders\n\nText of orders.\n\n## List\n\n```ruby\n1\n```',
);

const ids = (built: Built, file: string): string[] =>
  elementsOf(built.elements(file, byTag('main'))[0]!, byTag('h1', 'h2', 'h3', 'h4')).map(
    ({ properties }) => String(properties.id),
  );

/** No id twice, every entry of the contents leads somewhere. */
function isSound(built: Built, file: string): void {
  const all = built
    .elements(file, ({ properties }) => properties.id !== undefined)
    .map(({ properties }) => String(properties.id));
  assert.deepEqual(
    all.filter((id, at) => all.indexOf(id) !== at),
    [],
    'ids that stand twice',
  );
  assert.doesNotMatch(built.read(file), /id="(undefined|null)?"/);
}

describe('M1', { concurrency: 2 }, () => {
  for (const [name, files, links, pages] of [
    [
      'a page is a link',
      { 'index.mdx': index },
      { 'copy.mdx': 'index.mdx' },
      ['index.html', 'copy.html'],
    ],
    [
      'a page is a link in a folder',
      { 'index.mdx': index },
      { 'sub/copy.mdx': '../index.mdx' },
      ['index.html', 'sub/copy.html'],
    ],
    [
      'an include is a link',
      {
        'index.mdx': page('title: A\nincludes: [errors]', '# A'),
        'shared/errors.mdx': '## Orders\n\nText of orders.\n\n### List\n',
      },
      { 'includes/_errors.mdx': '../shared/errors.mdx' },
      ['index.html'],
    ],
    [
      'two includes are one file',
      {
        'index.mdx': page('title: A\nincludes: [errors, more]', '# A'),
        'includes/_errors.mdx': '## Orders\n\nText of orders.\n',
      },
      { 'includes/_more.mdx': '_errors.mdx' },
      ['index.html'],
    ],
    [
      'a folder is a link',
      { 'index.mdx': index, 'v1/index.mdx': index },
      { v2: 'v1' },
      ['index.html', 'v1/index.html', 'v2/index.html'],
    ],
    [
      'a link to a link',
      { 'index.mdx': index },
      { 'b.mdx': 'c.mdx', 'c.mdx': 'index.mdx' },
      ['index.html', 'b.html', 'c.html'],
    ],
    [
      'Slate Markdown as a link',
      { 'index.html.md': index },
      { 'copy.html.md': 'index.html.md' },
      ['index.html', 'copy.html'],
    ],
  ] as [string, Record<string, string>, Record<string, string>, string[]][]) {
    test(`M1 ${name}`, async () => {
      const built = await build(files, { links });
      isBuilt(built);
      for (const file of pages) {
        assert.match(textOf(built.elements(file, byTag('main'))[0]!), /Text of orders\./, file);
        isSound(built, file);
        assert.ok(
          ids(built, file).some((id) => /orders/.test(id)),
          file,
        );
        if (file !== 'index.html')
          assert.match(built.read(file.replace(/\.html$/, '.md')), /Text of orders/);
      }
      assert.match(built.read('llms-full.txt'), /Text of orders/);
    });
  }

  test('M1 the content folder itself is a link', async () => {
    const built = await build(
      { 'real/index.mdx': index, 'real/b.mdx': page('title: B', '# B') },
      { links: { linked: 'real' } },
    );
    const { buildAt } = await import('../site.ts');
    isBuilt(await buildAt(`${built.content}/linked`, `${built.out}-linked`));
  });
});

const limits =
  '## Limits\n\nText of limits.\n\n### Per hour\n\n```ruby\nputs 1\n```\n\n<Aside>Careful.</Aside>\n\n| Name | Type | Description |\n| --- | --- | --- |\n| `per_page` | integer | How many. |\n';

function holdsLimits(built: Built, file = 'index.html'): void {
  isBuilt(built);
  isSound(built, file);
  const main = built.elements(file, byTag('main'))[0]!;
  assert.deepEqual(
    ids(built, file).filter((id) => /limits|per-hour/.test(id)),
    ['limits', 'per-hour'],
  );
  const nav = built.elements(file, byTag('nav')).map(textOf).join(' ');
  assert.match(nav, /Limits/, 'the contents');
  assert.ok(elementsOf(main, byTag('aside')).length === 1, 'the component');
  const [figure] = elementsOf(main, byTag('figure')).filter(
    ({ properties }) => properties.dataLanguage === 'ruby',
  );
  assert.ok(figure, 'the sample');
  assert.ok(elementsOf(figure, byTag('b', 'i', 'u', 's')).length > 0, 'its colours');
  assert.ok(
    elementsOf(main, byTag('tr')).some(
      ({ properties }) =>
        properties.id === 'limits-per-page' || /per.?page/.test(String(properties.id ?? '')),
    ),
    'the parameter’s id',
  );
  assert.match(built.read('index.md'), /Text of limits/, 'the twin');
  assert.ok(
    JSON.stringify(JSON.parse(built.read('reference.json'))).includes('limits'),
    'the contents tree',
  );
}

describe('M2', { concurrency: 2 }, () => {
  const importing = (from: string) =>
    page(
      'title: A\nlanguage_tabs: [ruby]',
      `import Limits from '${from}';\n\n# Orders\n\nText.\n\n<Limits />\n\n# Last\n\nEnd.`,
    );
  for (const [name, from, file] of [
    ['a page beside it', './limits.mdx', 'limits.mdx'],
    ['a partial', './_limits.mdx', '_limits.mdx'],
    ['an include', './includes/_limits.mdx', 'includes/_limits.mdx'],
    ['one of components/', './components/Limits.mdx', 'components/Limits.mdx'],
  ] as const) {
    test(`M2 ${name} with headings is as if it stood there`, async () => {
      const text =
        name === 'a page beside it' ? page('title: Limits\nhidden: true', limits) : limits;
      holdsLimits(await build({ 'index.mdx': importing(from), [file]: text }));
    });
  }

  test('M2 a single heading keeps its own id', async () => {
    const built = await build({
      'index.mdx': importing('./_one.mdx'),
      '_one.mdx': '## Own heading\n\nText of one.\n',
    });
    isBuilt(built);
    isSound(built, 'index.html');
    assert.deepEqual(ids(built, 'index.html'), ['orders', 'own-heading', 'last']);
  });

  test('M2 shown twice: ids once, and imports of imports', async () => {
    const text = page(
      'title: A',
      "import One from './_one.mdx';\nimport Two from './_two.mdx';\n\n# Orders\n\n<One />\n\n# Other\n\n<Two />",
    );
    const built = await build({
      'index.mdx': text,
      '_one.mdx': '## Note\n\nText of one.\n',
      '_two.mdx': "import One from './_one.mdx';\n\n## Around\n\n<One />\n",
    });
    isBuilt(built);
    isSound(built, 'index.html');
    assert.equal(ids(built, 'index.html').length, 5);
    assert.deepEqual(ids(built, 'index.html').slice(0, 2), ['orders', 'note']);
  });

  test('M2 search finds what an imported file holds', async () => {
    const built = await build({ 'index.mdx': importing('./_limits.mdx'), '_limits.mdx': limits });
    isBuilt(built);
    assert.ok(
      built.files().filter((file) => file.startsWith('pagefind/fragment/')).length >= 4,
      'a record a section: orders, limits, per hour, last',
    );
  });

  test('M2 findings are at the imported file’s own place', async () => {
    const built = await build({
      'index.mdx': importing('./_limits.mdx'),
      '_limits.mdx': '## Limits\n\n<Nope />\n\n![x](gone.png)\n\n[y](#nowhere-at-all)\n',
    });
    isSaid(built);
    const at = (kind: string) => built.of(kind).map(({ file, line }) => `${file}:${line}`);
    assert.deepEqual(at('mdx-component'), ['_limits.mdx:3']);
    const warned = await build({
      'index.mdx': importing('./_limits.mdx'),
      '_limits.mdx': '## Limits\n\n![x](gone.png)\n\n[y](#nowhere-at-all)\n',
    });
    isBuilt(warned);
    assert.deepEqual(
      warned.of('image-missing').map(({ file, line }) => `${file}:${line}`),
      ['_limits.mdx:3'],
    );
    assert.deepEqual(
      warned.of('anchor-broken').map(({ file, line }) => `${file}:${line}`),
      ['_limits.mdx:5'],
    );
  });

  test('M2 props and children of an imported file work', async () => {
    const built = await build({
      'index.mdx': page(
        'title: A',
        'import Note from \'./_note.mdx\';\n\n# A\n\n<Note what="this">child</Note>',
      ),
      '_note.mdx': 'About {props.what}: <b>{props.children}</b>\n',
    });
    isBuilt(built);
    assert.match(
      textOf(built.elements('index.html', byTag('main'))[0]!).replace(/\s+/g, ' '),
      /About this: child/,
    );
  });

  test('M2 an include of several pages has the front matter of each, and its ids', async () => {
    const shared = (name: string) =>
      page(
        `title: ${name}\nbase: https://${name}.test\nincludes: [shared]`,
        `# ${name}\n\n{frontmatter.base}`,
      );
    const built = await build({
      'index.mdx': shared('one'),
      'b.mdx': shared('two'),
      'sub/c.mdx': shared('three'),
      'includes/_shared.mdx':
        "export const path = frontmatter.base + '/x';\n\n## Shared\n\nAt {frontmatter.base}, {path}.\n\n<Aside>{frontmatter.title}</Aside>\n\n| Name | Type | Description |\n| --- | --- | --- |\n| `per_page` | integer | How many. |\n\n[x](#gone)\n",
    });
    isBuilt(built);
    for (const [file, name] of [
      ['index.html', 'one'],
      ['b.html', 'two'],
      ['sub/c.html', 'three'],
    ] as const) {
      const main = built.elements(file, byTag('main'))[0]!;
      assert.match(textOf(main), new RegExp(`At https://${name}.test, https://${name}.test/x`));
      assert.equal(textOf(elementsOf(main, byTag('aside'))[0]!).trim(), name);
      assert.deepEqual(ids(built, file), [name, 'shared']);
      assert.match(built.read(file), /<tr id="shared-per_page"/);
    }
    const told = built.of('anchor-broken').map(({ file, line }) => `${file}:${line}`);
    assert.ok(
      told.length > 0 && told.every((place) => place === 'includes/_shared.mdx:13'),
      told.join(),
    );
  });

  test('M2 a file that imports itself is told', async () => {
    const built = await build({
      'index.mdx': importing('./_a.mdx'),
      '_a.mdx': "import B from './_b.mdx';\n\n## A\n\n<B />\n",
      '_b.mdx': "import A from './_a.mdx';\n\n## B\n\n<A />\n",
    });
    isSaid(built);
    assert.equal(built.status, 1);
    assert.ok(built.of('include-cycle').length >= 1, built.said.slice(0, 1500));
  });
});

describe('M3', { concurrency: 2 }, () => {
  for (const [name, from] of [
    ['from the content root', '/snippets/hello.mdx'],
    ['from a page in a folder', '/snippets/hello.mdx'],
    ['a component', '/snippets/Hello.astro'],
  ] as const) {
    test(`M3 ${name}`, async () => {
      const file = name.includes('folder') ? 'guides/start.mdx' : 'index.mdx';
      const built = await build({
        'index.mdx': page('title: I', '# I'),
        [file]: page('title: A', `import Hello from '${from}';\n\n# A\n\n<Hello />`),
        'snippets/hello.mdx': 'Hello from a snippet.\n',
        'snippets/Hello.astro': '<p>Hello from a snippet.</p>\n',
      });
      isBuilt(built);
      assert.match(built.read(file.replace('.mdx', '.html')), /Hello from a snippet/);
    });
  }

  for (const from of [
    '@theme/Tabs',
    '@site/src/components/X',
    '/snippets/gone.mdx',
    '../../outside.mdx',
    'no-such-package',
    '~/x.mdx',
    '#/x',
  ]) {
    test(`M3 what is not there is told at its import: ${from}`, async () => {
      const built = await build({
        'index.mdx': page('title: A', `Text first.\n\nimport X from '${from}';\n\n# A\n\n<X />\n`),
      });
      isSaid(built);
      assert.equal(built.status, 1);
      const [found] = built.findings.filter(({ severity }) => severity === 'error');
      assert.deepEqual([found?.file, found?.line], ['index.mdx', 7], JSON.stringify(found));
      assert.ok(found!.message.includes(from), found!.message);
    });
  }
});
