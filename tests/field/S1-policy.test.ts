/** S1: no text of the content moves or removes a page's policy. S3: no text of the content becomes a private mark. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { launch } from '../browser.ts';
import { serve, type Served } from '../serve.ts';
import { build, byTag, isBuilt, page, textOf, type Built } from './site.ts';

const evil = '<head><script>X(1)</script>';
const image = '<head><img src=x onerror=X(1)>';
const root = { 'index.html.md': page('title: Root\nraw_html: false', '# Root\n\nText.') };
const one = (yaml: string): Record<string, string> => ({
  'a.html.md': page(yaml, '# A\n\n```ruby\n1\n```'),
});

/** Name → what beside the root index page is in the folder. */
const folders: Record<string, Record<string, string>> = {
  'a tab': one(`title: A\nlanguage_tabs: ["${evil}", ruby]`),
  'the label of a tab': one(`title: A\nlanguage_tabs: [{ruby: "${evil}"}, {shell: "${image}"}]`),
  'a file name': { [`${image}.html.md`]: page('title: A', '# A') },
  'a file name with line ends': {
    [`${image}\u2028\n${evil.replace('/', '')}.html.md`]: page('title: A', '# A'),
  },
  'a file name with encoded line ends': { 'a%0ab%250d.html.md': page('title: A', '# A') },
  'a folder name': { [`${evil.replace('/', '')}/index.html.md`]: page('title: A', '# A') },
  'a title and a description': one(`title: "${evil}"\ndescription: "${image}"`),
  'lang and dir': one(`title: A\nlang: "en\\"><head>${evil.slice(6)}"\ndir: "${evil}"`),
  'reference and version': one(`title: A\nreference: "${evil}"\nversion: "${image}"`),
  'a paged document': {
    'a.html.md': page(`title: A\npaged: true`, `# ${image.replaceAll('<', '\\<')}\n\n# B`),
  },
  code: {
    'a.html.md': page(
      'title: A',
      `# A\n\n\`${evil}\`\n\n\`\`\`html\n${evil}\n\`\`\`\n\n<!-- ${evil} -->`,
    ),
  },
  attributes: {
    'a.html.md': page(
      'title: A',
      `# A\n\n<p title="${image}">x</p>\n\n[x](/a "${image}")\n\n![${image}](x.png)`,
    ),
  },
};

/** What in a page is the first that counts for a browser. */
function isGuarded(built: Built, file: string): void {
  const [head] = built.elements(file, byTag('head'));
  const first = head!.children.find((child) => child.type === 'element');
  const equiv = first?.type === 'element' ? String(first.properties.httpEquiv) : '';
  assert.equal(equiv.toLowerCase(), 'content-security-policy', `${file}: the first of <head>`);
  const html = built.read(file);
  assert.ok(html.indexOf('Content-Security-Policy') < 1500, file);
  const scripts = built
    .elements(file, byTag('script'))
    .filter((script) => textOf(script).includes('X('));
  assert.deepEqual(scripts, [], `${file}: a script of the content`);
  for (const [tag] of html.matchAll(/<html\b[^<]*/g)) assert.match(tag, /^<html [^<>]*>\s*$/, file);
}

describe('S1', () => {
  // One site of all: what each says stands in the contents of the others' pages, too.
  const cases = Object.entries(folders).map(([name, files], at) => ({
    name,
    files: Object.fromEntries(
      Object.entries(files).map(([file, text]) => [file.replace(/^a\./, `a${at}.`), text]),
    ),
  }));
  const stemOf = (file: string) => file.replace(/(?:\/index)?\.html\.md$/, '');
  const stems = cases.flatMap(({ files }) => Object.keys(files).map(stemOf));
  const isOf = (file: string, stem: string) =>
    file.startsWith(stem) && /^(?:\.html|\/)/.test(file.slice(stem.length));
  let browser: Browser, tab: Page, built: Built, served: Served;
  const ran: string[] = [];
  before(async () => {
    built = await build(Object.assign({}, root, ...cases.map(({ files }) => files)));
    isBuilt(built);
    served = await serve(built.out);
    browser = await launch();
    tab = await browser.newPage();
    await tab.exposeFunction('X', (value: unknown) => ran.push(String(value)));
  });
  after(async () => {
    await browser?.close();
    await served?.close();
  });

  async function areGuarded(pages: string[]): Promise<void> {
    assert.ok(pages.length, 'no page');
    for (const file of pages) {
      isGuarded(built, file);
      const address = encodeURI(file).replaceAll('?', '%3F').replaceAll('#', '%23');
      await tab.goto(`${served.origin}/${address}`);
    }
    assert.deepEqual(ran.splice(0), []);
  }
  const pagesWhere = (holds: (file: string) => boolean) =>
    built.files().filter((file) => file.endsWith('.html') && holds(file));

  for (const { name, files } of cases)
    test(`S1 ${name} leaves the policy where it is`, () =>
      areGuarded(
        pagesWhere((file) => Object.keys(files).some((each) => isOf(file, stemOf(each)))),
      ));

  test('S1 the pages beside them keep it, too', () =>
    areGuarded(pagesWhere((file) => !stems.some((stem) => isOf(file, stem)))));

  test('S1 raw HTML of an owner keeps its policy before it', async () => {
    const built = await build({
      'index.html.md': page(
        'title: A',
        '# A\n\n<div title="<head>">x</div>\n\n<textarea><head></textarea>',
      ),
    });
    isBuilt(built);
    isGuarded(built, 'index.html');
  });
});

const marks: Record<string, string> = {
  'in a block of HTML': '<div>\n&#xFDD0;l99&#xFDD1;\n</div>',
  'in an attribute': '<p title="A &#xFDD0;m1&#xFDD1; z">x</p>',
  'in decimal': '<div>\n&#64976;l0&#64977;\n</div>',
  'as they are': '<div>\n\uFDD0l99\uFDD1\n</div>\n\n\uFDD0m1\uFDD1 text \uFDD0s0\uFDD1',
  'in the text': '# A &#xFDD0;i0&#xFDD1;\n\nText &#xFDD0;l1&#xFDD1; and &#xfdd0;s1&#xfdd1;.',
  'in a link and an image':
    '[x &#xFDD0;l1&#xFDD1;](/&#xFDD0;l1&#xFDD1; "&#xFDD0;m0&#xFDD1;") ![&#xFDD0;m0&#xFDD1;](x.png)',
  'in code': '`&#xFDD0;l1&#xFDD1; \uFDD0l1\uFDD1`\n\n```html\n\uFDD0l99\uFDD1 &#xFDD0;\n```',
  'percent-encoded': '[x](/%EF%B7%90l99%EF%B7%91) <a href="/%EF%B7%90m1%EF%B7%91">y</a>',
  'those of Redcarpet’s reader':
    '## A &#xFDD5;my-id&#xFDD4; &#xFDD2;b&#xFDD3;\n\n<!--&#xFDD6;0-->\n\n<p>&#xFDD7;x&#xFDD4;</p>',
  'in a table':
    '| A | B |\n| --- | --- |\n| &#xFDD0;l9&#xFDD1; | <b title="&#xFDD0;m1&#xFDD1;">x</b> |',
};

describe('S3', { concurrency: 2 }, () => {
  for (const extension of ['html.md', 'mdx']) {
    test(`S3 private marks ${extension}: no spelling of them is one`, async () => {
      const files = Object.entries(marks).map(([, text], index) => {
        const body =
          extension === 'mdx'
            ? text
                .replace('<div>\n', '<div>\n\n')
                .replace('\n</div>', '\n\n</div>')
                .replace(/<!--(.*?)-->/, '{/* $1 */}')
            : text;
        return [
          `p${index}.${extension}`,
          page(`title: "P${index} \\uFDD0m1\\uFDD1"`, `# H\n\nBefore.\n\n${body}\n\nAfter.`),
        ];
      });
      const built = await build({
        [`index.${extension}`]: page('title: A', '# A'),
        ...Object.fromEntries(files),
      });
      isBuilt(built);
      for (const index of files.keys()) {
        const html = built.read(`p${index}.html`);
        const [main] = built.elements(`p${index}.html`, byTag('main'));
        const text = textOf(main!);
        assert.ok(
          text.indexOf('Before.') >= 0 && text.indexOf('After.') > text.indexOf('Before.'),
          `p${index}`,
        );
        for (const { properties } of built.elements(`p${index}.html`, () => true))
          for (const name of Object.keys(properties))
            assert.match(name, /^[a-z][\w-]*$/i, `p${index}: an attribute ${name}`);
        assert.doesNotMatch(html, /undefined/, `p${index}`);
      }
    });
  }

  test('S3 private marks in front matter', async () => {
    const built = await build({
      'index.html.md': page(
        'title: "A \\uFDD0m1\\uFDD1"\ndescription: "&#xFDD0;m1&#xFDD1;"\nlanguage_tabs: [ruby: "\\uFDD0l0\\uFDD1"]\ntoc_footers: ["<b title=\'&#xFDD0;m1&#xFDD1;\'>x</b>"]',
        '# A\n\n```ruby\n1\n```',
      ),
    });
    isBuilt(built);
    for (const { properties } of built.elements('index.html', () => true))
      for (const name of Object.keys(properties)) assert.match(name, /^[a-z][\w-]*$/i);
  });
});
