import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Finding } from '../../src/diagnostics/diagnostic.ts';
import { headOf } from '../../src/publish/head/head.ts';
import { carriedAssets, publish } from '../../src/publish/publish.ts';
import * as z from 'astro/zod';
import { referenceSchema, type ReferenceJson } from '../../src/publish/files/reference-schema.ts';
import { document, section, site } from './publish-site.ts';

test('sitemap: listed pages with their translations, not the whole of a paged document; none without an origin', () => {
  const xml = publish(site({ base: '/docs/' })).get('sitemap.xml')!;
  assert.deepEqual(
    [...xml.matchAll(/<loc>https:\/\/docs\.example\.com([^<]*)/g)].map(([, url]) => url),
    [
      '/docs/',
      '/docs/harvest.html',
      '/docs/harvest/coupons.html',
      '/docs/harvest/orders.html',
      '/docs/de/harvest.html',
      '/docs/de/harvest/coupons.html',
    ],
  );
  assert.match(
    xml,
    /coupons\.html<\/loc><xhtml:link rel="alternate" hreflang="en" href="[^"]*\/docs\/harvest\/coupons\.html"\/><xhtml:link rel="alternate" hreflang="de" href="[^"]*\/de\/harvest\/coupons\.html"\/>/,
  );
  assert.doesNotMatch(xml, /orders\.html<\/loc><xhtml/);
  const without = publish(site({ origin: '' }));
  assert.ok(!without.has('sitemap.xml') && !without.has('robots.txt'));
});

test('a sitemap of more than fifty thousand pages is an index over several', () => {
  const many = document(
    'index.mdx',
    '/',
    { paged: true },
    Array.from({ length: 50_001 }, (_, index) => section(`s${index}`, 1)),
  );
  const files = publish(site({ documents: [many], navigation: [] }));
  assert.match(
    files.get('sitemap.xml')!,
    /<sitemapindex[\s\S]*sitemap-1\.xml[\s\S]*sitemap-2\.xml/,
  );
  assert.equal(files.get('sitemap-2.xml')!.match(/<loc>/g)!.length, 2);
});

test('headers: hashed files for ever, pages asked for again, no path with two values', () => {
  const rules = publish(site({ base: '/docs/' }))
    .get('_headers')!
    .trim()
    .split('\n\n')
    .map((rule) => rule.split('\n'));
  const cached = new Map(
    rules.flatMap(([pattern, ...lines]) =>
      lines.filter((line) => line.includes('Cache-Control')).map((line) => [pattern!, line.trim()]),
    ),
  );
  assert.equal(cached.get('/docs/_astro/*'), 'Cache-Control: public, max-age=31536000, immutable');
  assert.equal(cached.get('/docs/*.html'), 'Cache-Control: public, max-age=0, must-revalidate');
  for (const path of [
    '/docs/',
    '/docs/harvest.html',
    '/docs/_astro/a.B1.js',
    '/docs/pagefind/index/en_1.pf_index',
    '/docs/open-banking/',
    '/docs/index.md',
  ]) {
    const matching = [...cached.keys()].filter((pattern) =>
      new RegExp(`^${pattern.replace(/[.]/g, '\\.').replaceAll('*', '.*')}$`).test(path),
    );
    assert.equal(matching.length, 1, `${path}: ${matching.join(' ')}`);
  }
});

test('redirects: for hosts that know them and, as pages, for those that do not', () => {
  const files = publish(site({ base: '/docs/' }));
  assert.equal(files.get('_redirects'), '/docs/start.html /docs/ 301\n/docs/old/ /docs/ 301\n');
  const page = files.get('start.html')!;
  assert.match(page, /location\.replace\("\/docs\/" \+ location\.search \+ location\.hash\)/);
  assert.match(
    page,
    /<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; script-src [^"]*sha256-/,
  );
  assert.ok(files.has('old/index.html'));
});

test('redirects that cannot be are named and left out', () => {
  const redirects = [
    '/harvest.html',
    '/x.html?a=1',
    'https://a.b/c',
    '../up',
    '/a/../b',
    '//host/x',
    '/logo.png',
    '/fine',
    '/docs/based.html',
    '/fine.html',
    '/a b',
  ];
  const found: Finding[] = [];
  const files = publish(
    site({
      base: '/docs/',
      assets: new Map([['logo.png', '/x']]),
      documents: [
        document('index.mdx', '/', { redirects }, []),
        document('harvest.mdx', '/harvest.html', {}, []),
      ],
      navigation: [],
    }),
    (finding) => found.push(finding),
  );
  assert.equal(files.get('_redirects'), '/docs/fine /docs/ 301\n/docs/based.html /docs/ 301\n');
  assert.deepEqual(
    found.map(({ kind, message }) => [kind, /“(.*?)”/.exec(message)![1]]),
    [
      ['redirect-taken', '/harvest.html'],
      ['redirect-invalid', '/x.html?a=1'],
      ['redirect-invalid', 'https://a.b/c'],
      ['redirect-invalid', '../up'],
      ['redirect-invalid', '/a/../b'],
      ['redirect-invalid', '//host/x'],
      ['redirect-taken', '/logo.png'],
      ['redirect-taken', '/fine.html'],
      ['redirect-invalid', '/a b'],
    ],
  );
});

test('reference.json: the contents tree', () => {
  const reference = JSON.parse(publish(site()).get('reference.json')!) as ReferenceJson;
  assert.deepEqual(
    reference.documents.map(({ title }) => title),
    ['Kittens & <Co>', 'Harvest', 'Ernte'],
  );
  assert.deepEqual(reference.documents[0]!.sections[0]!.sections, [
    {
      id: 'get-a-kitten',
      level: 2,
      title: 'Get-a-kitten',
      url: 'https://docs.example.com/#get-a-kitten',
      method: 'GET',
      markdown: 'https://docs.example.com/md/index/get-a-kitten.md',
      path: '/kittens/{id}',
      deprecated: true,
      languages: ['shell', 'ruby'],
      source: { file: 'index.mdx', line: 1 },
    },
  ]);
  assert.equal(
    reference.documents[1]!.sections[1]!.url,
    'https://docs.example.com/harvest/orders.html#orders',
  );
  assert.deepEqual(
    reference.documents[1]!.pages.map(({ kind, markdown }) => `${kind} ${markdown.slice(24)}`),
    [
      'document /harvest.md',
      'section /harvest/coupons.md',
      'section /harvest/orders.md',
      'all /harvest/all.md',
    ],
  );
});

test('a file at a path that the build writes gives way, and is told', () => {
  const told: string[] = [];
  const assets = ['robots.txt', '_headers', 'index.md/x.png', 'a.png'].map(
    (file) => [file, `/content/${file}`] as const,
  );
  const whole = site({ assets: new Map(assets) });
  const files = publish(whole);
  const carried = carriedAssets(whole, files, ({ kind, file }) => told.push(`${kind} ${file}`));
  assert.ok(!files.has('robots.txt') && files.has('_headers'));
  assert.deepEqual([...carried.keys()], ['robots.txt', 'a.png']);
  assert.deepEqual(told, ['asset-taken _headers', 'asset-taken index.md/x.png']);
});

test('the same site gives the same bytes', () =>
  assert.deepEqual([...publish(site())], [...publish(site())]));

test('head: canonical, translations, previews, JSON-LD that cannot end its script', () => {
  const { documents, ...rest } = site({ base: '/docs/' });
  const whole = { documents, ...rest };
  const evil = document(
    'e.mdx',
    '/e.html',
    { title: '</script><script>alert(1)</script>', description: '<!-- " -->', version: 'v2' },
    [],
  );
  const head = headOf({ ...whole, documents: [...documents, evil] }, evil.pages[0]!);
  assert.doesNotMatch(head.jsonLd!, /[<>]/);
  assert.deepEqual(JSON.parse(head.jsonLd!), {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: '</script><script>alert(1)</script>',
    description: '<!-- " -->',
    url: 'https://docs.example.com/docs/e.html',
    inLanguage: 'en',
    version: 'v2',
    isPartOf: { '@type': 'WebSite', name: 'Kittens & <Co>', url: 'https://docs.example.com/docs/' },
  });
  const [own, coupons, , all] = documents[1]!.pages;
  assert.equal(headOf(whole, all!).canonical, 'https://docs.example.com/docs/harvest.html');
  assert.deepEqual(headOf(whole, coupons!).alternates, [
    { lang: 'en', href: 'https://docs.example.com/docs/harvest/coupons.html' },
    { lang: 'de', href: 'https://docs.example.com/docs/de/harvest/coupons.html' },
  ]);
  assert.equal(headOf(whole, coupons!).title, 'Coupons · Harvest');
  assert.equal(headOf(whole, own!).markdown, '/docs/harvest.md');
  assert.deepEqual(
    headOf(whole, own!).openGraph.find(({ property }) => property === 'og:url'),
    { property: 'og:url', content: 'https://docs.example.com/docs/harvest.html' },
  );
  const local = headOf({ ...whole, origin: '' }, own!);
  assert.ok(
    local.canonical === undefined && local.jsonLd === undefined && local.openGraph.length === 0,
  );
  assert.equal(headOf(whole, documents[3]!.pages[0]!).noindex, true);
});

/** For readers of any version 1: unknown fields are allowed. UPDATE_FIXTURES=1 writes it anew. */
test('the JSON Schema of `reference.json` is that of its shape', () => {
  const file = new URL('../../src/publish/files/reference-schema.json', import.meta.url);
  const schema = z.toJSONSchema(referenceSchema, {
    override: ({ jsonSchema: own }) => {
      delete own.additionalProperties;
    },
  });
  if (process.env['UPDATE_FIXTURES']) writeFileSync(file, JSON.stringify(schema, undefined, 2));
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), JSON.parse(JSON.stringify(schema)));
});
