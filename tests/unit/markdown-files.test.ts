/** Markdown beside the pages: a file a page, a file a section, an `llms.txt` a document. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutText } from '../../src/publish/markdown/cut-text.ts';
import { publish } from '../../src/publish/publish.ts';
import { fileName } from '../../src/shared/agents/file-name.ts';
import { document, section, site } from './publish-site.ts';

const origin = 'https://docs.example.com';
const index = `Index of the documentation: [llms.txt](${origin}/llms.txt)`;

test('every page and every section has its Markdown at the URL of the design', () => {
  const files = publish(site());
  assert.deepEqual(
    [...files.keys()].filter((file) => file.endsWith('.md')),
    [
      'index.md',
      'md/index/kittens.md',
      'md/index/get-a-kitten.md',
      'md/index/errors.md',
      'harvest.md',
      'harvest/coupons.md',
      'harvest/orders.md',
      'harvest/all.md',
      'md/harvest/coupons.md',
      'md/harvest/orders.md',
      'de/harvest.md',
      'de/harvest/coupons.md',
      'de/harvest/all.md',
      'md/de/harvest/coupons.md',
      'stray.md',
      'md/stray/x.md',
    ],
  );
  const documents = [document('a/index.md', '/a/', {}, [])];
  const folder = publish(site({ documents, navigation: [] }));
  assert.ok(folder.has('a/index.md'));
});

test('a page says where it comes from and where all else is, then its text', () => {
  assert.equal(
    publish(site()).get('index.md'),
    `<!-- Kittens & <Co ${origin}/ -->

> [This page](${origin}/) as Markdown. ${index}

Before any heading.

<a id="kittens"></a>
# Kittens

Text of kittens.

<a id="get-a-kitten"></a>
## Get-a-kitten

Text of get-a-kitten.

<a id="errors"></a>
# Errors

Text of errors.
`,
  );
});

test('a section says where it stands, and ends in the list of those below it', () => {
  const files = publish(site());
  assert.equal(
    files.get('md/index/kittens.md'),
    `<!-- Kittens ${origin}/#kittens -->

> [Kittens \\& \\<Co\\>](${origin}/index.md) › Kittens · After: [Errors](${origin}/md/index/errors.md) · ${index}

<a id="kittens"></a>
# Kittens

Text of kittens.

<!-- sections -->

- [Get-a-kitten](${origin}/md/index/get-a-kitten.md): \`GET /kittens/{id}\`
`,
  );
  assert.match(
    files.get('md/index/get-a-kitten.md')!,
    /› \[Kittens\]\(\S+\/md\/index\/kittens\.md\) › Get-a-kitten · Index/,
  );
});

test('the Markdown of a paged document ends in the list of its pages', () => {
  const text = publish(site({ base: '/docs/' })).get('harvest.md')!;
  const list = text.slice(text.indexOf('<!-- sections -->'));
  assert.equal(
    list.replaceAll(`${origin}/docs/`, ''),
    `<!-- sections -->

- [Coupons](md/harvest/coupons.md): [whole page](harvest/coupons.md)
- [Orders](md/harvest/orders.md): [whole page](harvest/orders.md)
`,
  );
});

test('links lead to Markdown, with the origin; those that stay in the file stay as they are', () => {
  const links = (urlOf = (url: string) => url) =>
    ['#a', '#b', '#b-row', '/harvest.html#coupons', '/harvest.html', 'https://x.org/', '/logo.png']
      .map(urlOf)
      .join(' ');
  const row = { name: 'row', kind: 'parameter', id: 'b-row' } as const;
  const own = document('index.mdx', '/', {}, [
    section('a', 1, { markdown: (urlOf) => `# A\n\n${links(urlOf)}\n` }),
    section('b', 1, { symbols: [row] }),
  ]);
  const harvest = document('harvest.mdx', '/harvest.html', {}, [section('coupons', 1)]);
  const files = publish(site({ documents: [own, harvest], navigation: [] }));
  const md = `${origin}/md/index`;
  const others = `${origin}/md/harvest/coupons.md ${origin}/harvest.md https://x.org/ ${origin}/logo.png`;
  assert.match(files.get('index.md')!, new RegExp(`\n#a #b #b-row ${others}\n`));
  assert.match(
    files.get('md/index/a.md')!,
    new RegExp(`\n#a ${md}/b.md ${md}/b.md#b-row ${others}\n`),
  );
});

test('no file is above 50,000 characters: long pages are lists, long sections are cut', () => {
  const long = (title: string, count: number) => () =>
    `## ${title}\n\n${`${title} ${'word '.repeat(200)}\n\n`.repeat(count)}`;
  const deep = (id: string) => section(id, 3, { markdown: long(id, 30) });
  const own = document('index.mdx', '/', {}, [
    section('a', 1, { children: [section('b', 2, { children: [deep('c'), deep('d')] })] }),
    section('e', 1, { markdown: long('e', 120) }),
  ]);
  const files = publish(site({ documents: [own], navigation: [{ title: '', documents: [own] }] }));
  const markdown = [...files].filter(([file]) => /\.md$|llms\.txt$/.test(file));
  for (const [file, text] of markdown) assert.ok(text.length <= 50_000, `${file} ${text.length}`);
  const names = markdown.map(([file]) => file).sort();
  assert.deepEqual(names, [
    'index.md',
    'llms.txt',
    ...['a', 'b', 'c', 'd', 'e', 'e~2', 'e~3'].map((name) => `md/index/${name}.md`),
  ]);
  assert.match(files.get('index.md')!, /<!-- sections -->\n\n- \[A\]\(\S+\)\n- \[E\]\(\S+\)\n$/);
  assert.match(files.get('md/index/e.md')!, /Continued in parts: \[2\]\(\S+e~2\.md\), \[3\]/);
  const words = ['e', 'e~2', 'e~3'].map((name) => files.get(`md/index/${name}.md`)!).join('');
  assert.equal(words.match(/word\b/g)!.length, 120 * 200);
});

test('two thousand documents are listed in files of their own', () => {
  const documents = Array.from({ length: 2000 }, (_, at) =>
    document(`p${at}.mdx`, `/p${at}.html`, { title: `Page ${at}` }, [section('x', 1)]),
  );
  const files = publish(site({ documents, navigation: [{ title: '', documents }] }));
  assert.ok(files.get('llms.txt')!.length < 10_000);
  const parts = [...files].filter(([file]) => file.startsWith('md/~documents-1-'));
  const all = parts.map(([, text]) => text).join('');
  assert.equal(all.match(/\/llms\.txt\)/g)!.length, 2000);
  for (const [file, text] of parts) {
    assert.ok(text.length <= 50_000, file);
    assert.ok(files.get('llms.txt')!.includes(`(${origin}/${file})`), file);
  }
});

test('llms.txt: title, summary, sections; others in the order of the navigation', () => {
  const files = publish(site());
  assert.equal(
    files.get('llms.txt')!.replaceAll(origin, ''),
    `# Kittens \\& \\<Co\\>

> All about \\*kittens\\*.

Each link leads to Markdown. A file of a section ends in the list of the sections below it.

## Sections

- [Kittens \\& \\<Co\\>](/index.md): the page
- [Kittens](/md/index/kittens.md)
  - [Get-a-kitten](/md/index/get-a-kitten.md): \`GET /kittens/{id}\`
- [Errors](/md/index/errors.md)

## Versions

- [Harvest](/harvest/llms.txt)
- [Ernte](/de/harvest/llms.txt): de
`,
  );
  assert.match(files.get('harvest/llms.txt')!, /^# Harvest\n\n> Harvest\n/);
  const full = files.get('llms-full.txt')!;
  assert.match(full, /^# Kittens [\s\S]*Text of errors\.\n$/);
  assert.match(files.get('harvest/llms-full.txt')!, /^# Harvest\n\nSource: [\s\S]*Text of orders/);
  assert.ok(!files.has('stray/llms.txt') && !files.has('stray/llms-full.txt'));
});

test('an id is a name of a file on every system', () => {
  assert.equal(fileName('get-a-kitten'), 'get-a-kitten');
  assert.equal(fileName('a/b\\c:d%e~f'), 'a%2Fb%5Cc%3Ad%25e%7Ef');
  assert.equal(fileName('..'), '%2E%2E');
  assert.equal(fileName('con'), '%63on');
  assert.equal(fileName('auxiliary'), 'auxiliary');
  assert.equal(fileName('こんにちは'), 'こんにちは');
  const [one, other] = [fileName('ん'.repeat(300)), fileName(`${'ん'.repeat(299)}x`)];
  assert.notEqual(one, other);
  assert.ok(Buffer.byteLength(one) < 250);
});

test('a text is cut between blocks; a fence or table that is too long, between its lines', () => {
  const fence = '```json\n{\n\n}\n```\n';
  assert.deepEqual(cutText(`One.\n\n${fence}\nTwo.\n`, 25), [`One.\n\n${fence}`, 'Two.\n']);
  assert.deepEqual(cutText('```js\naaaa\nbbbb\ncccc\n```\n', 22), [
    '```js\naaaa\nbbbb\n```\n',
    '```js continued\ncccc\n```\n',
  ]);
  assert.deepEqual(cutText('| a |\n| --- |\n| 1 |\n| 2 |\n', 22), [
    '| a |\n| --- |\n| 1 |\n',
    '| a |\n| --- |\n| 2 |\n',
  ]);
});
