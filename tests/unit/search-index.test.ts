import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { buildIndex } from '../../src/search/build-index.ts';
import { recordsOf } from '../../src/search/record.ts';
import { runQueries } from '../conformance/search.ts';
import { siteOf, symbol, type DocumentLike, type SectionLike } from './search-site.ts';

const dirs: string[] = [];
after(() => dirs.forEach((dir) => rmSync(dir, { recursive: true, force: true })));

async function written(...documents: DocumentLike[]): Promise<string> {
  const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-search-'));
  dirs.push(dir);
  for (const [file, content] of await buildIndex(siteOf(...documents))) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), content);
  }
  return dir;
}

async function got(dir: string, query: string, lang = 'en'): Promise<string[]> {
  const { outcomes } = await runQueries(dir, [{ query, lang, source: 'test', first: '-' }]);
  return outcomes[0]!.got;
}

const operation = (title: string, path: string): SectionLike => ({
  title,
  children: [
    {
      title: 'HTTP Request',
      id: `${path}-request`,
      level: 3,
      endpoint: `GET /${path}`,
      prose: `Request of ${path}.`,
      symbols: [symbol(`${path}Filter`, 'parameter', { id: `${path}-request-filter` })],
    },
  ],
});

test('a heading that says the same in every section is found under the section', () => {
  const sections = [
    {
      title: 'API',
      children: [
        operation('Cats', 'cats'),
        operation('Dogs', 'dogs'),
        operation('Birds', 'birds'),
        operation('Fish', 'fish'),
      ],
    },
  ];
  const records = recordsOf(siteOf({ sections }));
  assert.deepEqual(
    records.map(({ title, method, path }) => `${title} ${method} ${path}`.trim()),
    ['API', 'Cats GET /cats', 'Dogs GET /dogs', 'Birds GET /birds', 'Fish GET /fish'],
  );
  assert.deepEqual(records[1]!.crumbs, ['API']);
  const few = recordsOf(
    siteOf({ sections: [{ title: 'API', children: sections[0]!.children.slice(0, 2) }] }),
  );
  assert.equal(few.length, 5);
});

test('the same site gives the same bytes, whatever is in it', async () => {
  const documents = ['/', '/b.html', '/c.html', '/d.html', '/e.html'].map((url) => ({
    url,
    sections: [operation('Cats', 'cats'), operation('Dogs', 'dogs'), { title: `Page ${url}` }],
  }));
  const first = await buildIndex(siteOf(...documents));
  // The order of a hash map with five keys is the same by chance once in 120 runs.
  for (let run = 0; run < 2; run++) assert.deepEqual(await buildIndex(siteOf(...documents)), first);
});

test('documents that are not searched are left out', async () => {
  const sections = [{ title: 'Secret' }];
  assert.deepEqual(
    [
      ...(
        await buildIndex(
          siteOf(
            { sections, frontMatter: { search: false } },
            { sections, frontMatter: { hidden: true } },
            { sections, listed: false },
          ),
        )
      ).keys(),
    ],
    [],
  );
  const dir = await written(
    { sections: [{ title: 'Open' }] },
    { url: '/secret.html', sections, frontMatter: { search: false } },
  );
  assert.deepEqual(await got(dir, 'secret'), []);
  assert.deepEqual(await got(dir, 'open'), ['/#open']);
});

test('titles before prose before code, what is in code once, guesses of the text index dropped', async () => {
  const dir = await written({
    sections: [
      { title: 'Codes', code: 'zebra\nzebra\nzebra zebra' },
      {
        title: 'Animals',
        prose: 'There is a zebra among them, and many other words to make the text as long.',
      },
      { title: 'Zebra' },
      {
        title: 'Rows',
        symbols: [symbol('stripes', 'parameter', { id: 'rows-stripes' })],
        prose: 'stripes',
      },
    ],
  });
  assert.deepEqual(await got(dir, 'zebra'), ['/#zebra', '/#animals', '/#codes']);
  assert.deepEqual(await got(dir, 'zebras'), ['/#zebra', '/#animals', '/#codes']);
  assert.deepEqual(
    await got(dir, 'zebar'),
    ['/#zebra', '/#animals', '/#codes'],
    'by the nearest word',
  );
  assert.deepEqual(await got(dir, 'stripes'), ['/#rows']);
  assert.deepEqual(await got(dir, 'qqqqqq'), []);
});

test('samples lead to their sections by language and title, where that tells them from others', async () => {
  const tabs = [
    { name: 'shell', label: 'cURL' },
    { name: 'ruby', label: 'Ruby' },
  ];
  const dir = await written({
    frontMatter: { language_tabs: tabs },
    sections: [
      { title: 'One', languages: ['shell'], prose: 'Words.' },
      { title: 'Two', languages: ['shell', 'ruby'], captions: ['C#'] },
      { title: 'Three', languages: ['shell'], captions: ['Every hour on the hour'] },
      { title: 'Four', languages: ['shell'], prose: 'Words.' },
      { title: 'Five', prose: 'Words.' },
    ],
  });
  assert.deepEqual(await got(dir, 'C#'), ['/#two']);
  assert.deepEqual(await got(dir, 'ruby'), ['/#two']);
  assert.deepEqual(await got(dir, 'hour'), ['/#three']);
  assert.deepEqual(await got(dir, 'curl'), ['/#one'], 'all have it: the first');
});

test('text in scripts without spaces is found from its middle, in whatever language the page says it is', async () => {
  const zh = await written({
    frontMatter: { lang: 'zh' },
    sections: [
      {
        title: '甲',
        id: 'a',
        prose: '此接口返回用戶交易時實際手續費率，一次限制最多查10個交易對，API密鑰',
      },
      { title: '乙', id: 'b', prose: '續費手用戶' },
    ],
  });
  for (const query of ['手續費', '費率', '密鑰', '限制 密鑰', 'API密鑰'])
    assert.deepEqual(await got(zh, query, 'zh'), ['/#a'], query);
  const en = await written({
    sections: [
      { title: '甲', id: 'a', prose: '此接口返回用戶交易時實際手續費率' },
      { title: 'Other', prose: 'words' },
    ],
  });
  assert.deepEqual(await got(en, '手續費'), ['/#a']);
  const ko = await written({
    frontMatter: { lang: 'ko' },
    sections: [
      { title: '가', id: 'a', prose: '주문취소 수수료를 확인하세요.' },
      { title: '나', id: 'b', prose: '소취' },
    ],
  });
  for (const query of ['취소', '수수료', '확인'])
    assert.deepEqual(await got(ko, query, 'ko'), ['/#a'], query);
  const fa = await written({
    frontMatter: { lang: 'fa' },
    sections: [
      { title: 'الف', id: 'a', prose: 'موجودی كيف پول كاربر' },
      { title: 'ب', id: 'b', prose: 'سفارش' },
    ],
  });
  for (const query of ['کیف پول', 'كيف', 'کاربر'])
    assert.deepEqual(await got(fa, query, 'fa'), ['/#a'], query);
  const ru = await written({
    frontMatter: { lang: 'ru' },
    sections: [
      { title: 'Первый', id: 'a', prose: 'Этот метод возвращает список заказов.' },
      { title: 'Второй', id: 'b', prose: 'Ничего.' },
    ],
  });
  for (const query of ['заказ', 'заказы', 'список заказов'])
    assert.deepEqual(await got(ru, query, 'ru'), ['/#a'], query);
});

test('each language has its own index', async () => {
  const dir = await written(
    { sections: [{ title: 'Orders' }] },
    { url: '/de.html', frontMatter: { lang: 'de' }, sections: [{ title: 'Bestellungen' }] },
  );
  assert.deepEqual(await got(dir, 'orders'), ['/#orders']);
  assert.deepEqual(await got(dir, 'bestellungen', 'de'), ['/de.html#bestellungen']);
  assert.deepEqual(await got(dir, 'bestellungen', 'de-CH'), ['/de.html#bestellungen']);
});

test('hostile text is only text', async () => {
  const dir = await written({
    sections: [
      {
        title: '<img src=x onerror=alert(1)>',
        id: 'x',
        prose: '</p><script>alert(1)</script> "quoted" &amp; <b>',
        code: '</p><h1>zebra',
      },
    ],
  });
  assert.deepEqual(await got(dir, 'onerror'), ['/#x']);
  assert.deepEqual(await got(dir, 'zebra'), ['/#x']);
});

test('equal sites give equal bytes', async () => {
  const site = () =>
    siteOf({
      sections: [
        { title: 'A', prose: 'one two three' },
        { title: 'B', prose: 'four', symbols: [symbol('x_y', 'parameter')] },
      ],
    });
  const [a, b] = [await buildIndex(site()), await buildIndex(site())];
  assert.deepEqual([...a.keys()], [...b.keys()]);
  for (const [file, content] of a) assert.deepEqual(content, b.get(file), file);
});
