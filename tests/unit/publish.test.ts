import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../src/diagnostics/diagnostic.ts';
import { headOf } from '../../src/publish/head/head.ts';
import { publish } from '../../src/publish/publish.ts';
import type { ReferenceJson } from '../../src/publish/files/reference-json.ts';
import { document, section, site } from './publish-site.ts';

test('every page has its twin at the URL of the design', () => {
  const files = publish(site());
  assert.deepEqual(
    [...files.keys()].filter((file) => file.endsWith('.md')),
    [
      'index.md',
      'harvest.md',
      'harvest/coupons.md',
      'harvest/orders.md',
      'harvest/all.md',
      'de/harvest.md',
      'de/harvest/coupons.md',
      'de/harvest/all.md',
      'stray.md',
    ],
  );
  const folder = publish(site({ documents: [document('a/index.md', '/a/', {}, [])] }));
  assert.ok(folder.has('a/index.md'));
  assert.equal(
    files.get('index.md'),
    `<!-- Kittens & <Co https://docs.example.com/ -->

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

test('the twin of a paged document ends in the list of its pages', () => {
  assert.match(
    publish(site({ base: '/docs/' })).get('harvest.md')!,
    /Before any heading\.\n\n- \[Coupons\]\(\/docs\/harvest\/coupons\.md\)\n- \[Orders\]\(\/docs\/harvest\/orders\.md\)\n$/,
  );
});

test('llms.txt: title, summary, groups in the order of the navigation; nothing that is not listed', () => {
  const files = publish(site());
  assert.equal(
    files.get('llms.txt'),
    `# Kittens \\& \\<Co\\>

> All about \\*kittens\\*.

## Documents

- [Kittens \\& \\<Co\\>](https://docs.example.com/index.md): All about \\*kittens\\*.
  - [Kittens](https://docs.example.com/#kittens)
  - [Errors](https://docs.example.com/#errors)

## Versions

- [Harvest](https://docs.example.com/harvest.md)
  - [Coupons](https://docs.example.com/harvest/coupons.md)
  - [Orders](https://docs.example.com/harvest/orders.md)
- [Ernte](https://docs.example.com/de/harvest.md)
  - [Coupons](https://docs.example.com/de/harvest/coupons.md)

## Optional

- [The whole text](https://docs.example.com/llms-full.txt): every document in one file
- [Contents as JSON](https://docs.example.com/reference.json): every section with its id, title, method, path and URL
`,
  );
  const full = files.get('llms-full.txt')!;
  assert.match(
    full,
    /^# Kittens [\s\S]*Text of errors\.[\s\S]*# Harvest\n\nSource: https:\/\/docs\.example\.com\/harvest\.html\n[\s\S]*Text of orders/,
  );
  assert.doesNotMatch(full, /Text of x/);
});

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
  const files = publish(
    site({
      assets: new Map([
        ['robots.txt', '/content/robots.txt'],
        ['_headers', '/content/_headers'],
      ]),
    }),
    ({ kind, file }) => told.push(`${kind} ${file}`),
  );
  assert.ok(!files.has('robots.txt') && files.has('_headers'));
  assert.deepEqual(told, ['asset-taken _headers']);
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
