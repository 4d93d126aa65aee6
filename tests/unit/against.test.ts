import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { compareSites } from '../../src/publish/compare/compare-sites.ts';
import { publish } from '../../src/publish/publish.ts';
import { document, section, site } from './publish-site.ts';

const room = fs.mkdtempSync(path.join(os.tmpdir(), 'phyllite-against-'));
after(() => fs.rmSync(room, { recursive: true, force: true }));

let count = 0;
function folder(files: Record<string, string>): string {
  const dir = path.join(room, String(count++));
  for (const [file, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    fs.writeFileSync(path.join(dir, file), content);
  }
  return dir;
}

test('names URLs, anchors and, apart, ids of the interface', () => {
  const old = folder({
    'index.html': `<div id="toc-wrapper"><a href="#linked-div">x</a></div><H2 ID=get-a-librarys-items>Items</H2><h2 id='kept'>x</h2>
      <a name="named"></a><div id="linked-div"></div><p id=from-other></p><script>var x = '<h2 id="no">'</script><!-- <h2 id="nor"> -->`,
    'other.html':
      '<a href="index.html#from-other">x</a><a href="./#%66rom-other2">y</a><h1 id="a">A</h1>',
    'guide/index.html': '<h1 id="g">G</h1>',
    'plain.htm': '',
    'api.pdf': '',
    'javascripts/all-12.js': '',
    'stylesheets/screen.css': '',
    CNAME: 'x',
  });
  const fresh = folder({
    'index.html': '<h2 id="kept">x</h2><h2 id="get-a-library-39-s-items">x</h2>',
    'guide.html': '<h1 id="g">G</h1>',
    CNAME: 'x',
  });
  assert.deepEqual(compareSites(old, fresh), {
    deadUrls: ['/api.pdf', '/guide/', '/other.html', '/plain.htm'],
    deadAnchors: [
      { url: '/', id: 'get-a-librarys-items', near: 'get-a-library-39-s-items' },
      { url: '/', id: 'named' },
      { url: '/', id: 'linked-div' },
      { url: '/', id: 'from-other' },
    ],
    deadIds: [{ url: '/', id: 'toc-wrapper' }],
  });
});

test('a redirect answers for its old URL and the anchors of its target', () => {
  const old = folder({
    'start.html': '<h2 id="kittens">x</h2><h2 id="gone">y</h2>',
    'meta.html': '<h2 id="kittens">x</h2>',
  });
  const pages = publish(site({ base: '/docs/' }));
  const fresh = folder({
    ...Object.fromEntries(pages),
    'index.html': '<h1 id="kittens">x</h1>',
    'meta.html': '<meta http-equiv="Refresh" content="0; URL=\'/docs/\'">',
  });
  assert.deepEqual(compareSites(old, fresh), {
    deadUrls: [],
    deadAnchors: [{ url: '/start.html', id: 'gone' }],
    deadIds: [],
  });
});

test('a paged document answers for the anchors of all its pages', () => {
  const paged = document('index.mdx', '/', { paged: true }, [
    section('coupons', 1, { children: [section('list-all-coupons', 2)] }),
  ]);
  const fresh = folder({
    ...Object.fromEntries(
      publish(
        site({
          base: '/docs/',
          origin: '',
          documents: [paged],
          navigation: [{ title: '', documents: [paged] }],
        }),
      ),
    ),
    'index.html': '',
    'coupons.html': '<h1 id="coupons">x</h1><h2 id="list-all-coupons">x</h2><a id="inner"></a>',
    'all.html': '',
  });
  const old = folder({
    'index.html':
      '<h1 id="coupons">x</h1><h2 id="list-all-coupons">x</h2><a name="inner"></a><h2 id="orders">x</h2>',
  });
  assert.deepEqual(compareSites(old, fresh).deadAnchors, [{ url: '/', id: 'orders' }]);
});
