/** What of a content folder is published, and under which paths. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAllowedHost } from '../../src/build/dev/host-check.ts';
import { safeSvg } from '../../src/publish/files/safe-svg.ts';
import { defaultIgnore, quietIgnore } from '../../src/source/folder/default-ignore.ts';
import { ignoring } from '../../src/source/folder/ignore.ts';
import { ownPath } from '../../src/source/folder/own-paths.ts';

test('patterns of files that are no part of the site', () => {
  const cases: [string, string[], string[]][] = [
    ['*.psd', ['a.psd', 'x/B.PSD'], ['a.psd.png', 'psd']],
    ['drafts/', ['drafts/a', 'x/drafts/y/z'], ['drafts', 'drafts.md', 'my-drafts/a']],
    ['drafts', ['drafts/a', 'x/drafts'], ['drafts.md']],
    ['/b.md', ['b.md'], ['x/b.md']],
    ['internal/**', ['internal/a/b'], ['x/internal/a']],
    ['a/**/b.md', ['a/b.md', 'a/x/y/b.md'], ['a/xb.md', 'b.md']],
    ['a?.[x]', ['ab.[x]'], ['a/.[x]', 'ab.x']],
  ];
  for (const [pattern, yes, no] of cases) {
    const isIgnored = ignoring([pattern]);
    for (const file of yes) assert.ok(isIgnored(file), `${pattern} ${file}`);
    for (const file of no) assert.ok(!isIgnored(file), `${pattern} ${file}`);
  }
  const isIgnored = ignoring([...defaultIgnore, ...quietIgnore], true);
  for (const file of ['README.md', 'x/readme.MD', 'a.html.md~', 'k/server.pem', '#a.md#'])
    assert.ok(isIgnored(file), file);
  for (const file of ['drafts/a.md', 'cvs/x', 'v1.bak/index.html.md', 'x/changelog', 'Makefile'])
    assert.ok(isIgnored(file), file);
  // Sections of a reference are called so.
  for (const name of ['changelog', 'Security', 'license', 'notice', 'todo', 'makefile', 'authors'])
    for (const file of [`${name}/index.html.md`, `v2/${name}/a.mdx`, `${name}/images/a.png`])
      assert.ok(!isIgnored(file), file);
  for (const file of ['README.mdx', 'readme-first.md', 'guide/drafts.html.md', 'keys.md'])
    assert.ok(!isIgnored(file), file);
});

test('paths that the build itself writes, in any case', () => {
  for (const file of ['_astro/x', 'Pagefind/a/b.js', 'MD/index/a.md', 'LLMS.txt', 'a/UI-ids.json'])
    assert.ok(ownPath(file), file);
  for (const file of ['index.html', 'astro/x', 'x/llms.txt', 'pagefind.js', 'mdx/a', 'ui.json'])
    assert.equal(ownPath(file), undefined, file);
});

test('a picture keeps what draws, and nothing that runs or loads', () => {
  const harm = [
    '<script>X(1)</script>',
    '<SCRIPT href="data:,X(1)"/>',
    '<foreignObject><iframe src="javascript:X(1)"/></foreignObject>',
    '<style>@import "//evil.test"</style>',
    '<animate attributeName="href" to="javascript:X(1)"/>',
    '<use href="https://evil.test/x.svg#a"/>',
    '<image href="https://evil.test/x.png"/>',
    '<rect fill="url(https://evil.test/#a)" onload="X(1)" style="background:url(//evil.test)"/>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg">X(1)</x:script>',
    '<![CDATA[<script>X(1)</script>]]>',
    '<!-- evil.test -->',
    '<a href="javascript:X(1)"><circle r="1"/></a>',
  ];
  for (const part of harm) {
    const svg = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e "evil.test">]>
<svg xmlns="http://www.w3.org/1999/xhtml" onload="X(1)" viewBox="0 0 9 9">${part}<g fill="url(#g)">
<path d="M0 0h9"/></g></svg>`;
    const safe = safeSvg(svg) ?? '';
    assert.doesNotMatch(safe, /evil|<script|javascript|onload|foreignObject|iframe|xhtml/i, part);
    assert.match(safe, /^<svg [^>]*viewBox="0 0 9 9"/, part);
    assert.match(safe, /fill="url\(#g\)"[^]*<path d="M0 0h9"/, part);
  }
  assert.equal(safeSvg('<html><script>X(1)</script>'), undefined);
});

test('a server answers under this machine’s own names, and those that are allowed', () => {
  for (const host of ['localhost:4321', '127.0.0.1', '[::1]:80', 'a.localhost', 'Docs.Test:1'])
    assert.ok(isAllowedHost(host, ['docs.test']), host);
  for (const host of [undefined, '', 'evil.test', 'localhost.evil.test', 'localhost@evil.test'])
    assert.ok(!isAllowedHost(host, ['docs.test', '.b.test']), host);
  assert.ok(isAllowedHost('x.b.test', ['.b.test']) && isAllowedHost('b.test', ['.b.test']));
});
