/** R7: HTML that swallows what follows it. R8: pages that Slate has and we did not. R9: HTML around a `<pre>`. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { build, byTag, elementsOf, isBuilt, isSaid, page, textOf } from './site.ts';
import type { Built, Files } from './site.ts';

/** Each is followed by a heading that has to stand as one. Names: what swallows. */
const swallowing: Record<string, string> = {
  'svg, code, style in a line': 'a <svg> `code` <style> b',
  'svg, code, title': 'a <svg> `code` <title> b',
  'math, code, style': 'a <math> `code` <style> b',
  'svg, code, script': 'a <svg> `code` <script> b',
  'svg in a block': '<div>\n<svg> `code` <style> b\n</div>',
  'svg, emphasis, textarea': 'a <svg> *x* <textarea> b',
  'svg never closed, with a list': '- a <svg> `c` <style>\n- b',
  'in a table': '| A | B |\n| --- | --- |\n| <svg> `code` <style> | b |',
  'in a heading': '## Heading <svg> `c` <style> d',
  'xmp and plaintext': 'a <svg> `code` <plaintext> b',
  'noscript in a line': 'a `x` <noscript> b <style> c',
  'svg with desc': 'a <svg><desc> `code` <style> b',
  'ruby and style': 'a <ruby><rtc><style> `c` b',
  'mark and style, in a cell': '| A |\n| --- |\n| x <mark><style> `c` |',
  'a quotation and textarea': '> a <q><textarea> `c`',
  'time and svg': 'a <time><svg><style> `c` b',
  'a select in a list': '- a <output><select> `c`',
  foreignObject: 'a <svg><foreignObject> `code` <style> b',
  'annotation-xml': 'a <math><annotation-xml encoding="text/html"> `code` <style> b',
};

describe('R7', () => {
  let built: Built;
  const names = Object.keys(swallowing);
  before(async () => {
    const files = names.map((name, index) => [
      `p${index}.html.md`,
      page(
        `title: P${index}`,
        `# H\n\nBefore.\n\n${swallowing[name]}\n\n## After it\n\nThe end of the page.\n\n\`\`\`js\nlet x;\n\`\`\``,
      ),
    ]);
    built = await build({ 'index.html.md': page('title: A', '# A'), ...Object.fromEntries(files) });
  });
  test('R7 builds', () => isBuilt(built));
  names.forEach((name, index) => {
    test(`R7 ${name}: the rest of the page stands`, () => {
      const [main] = built.elements(`p${index}.html`, byTag('main'));
      const headings = elementsOf(main!, byTag('h2')).filter(
        ({ properties }) => properties.id === 'after-it',
      );
      assert.equal(headings.length, 1, 'the heading after it');
      const paragraphs = elementsOf(main!, byTag('p')).map(textOf);
      assert.ok(paragraphs.includes('The end of the page.'), JSON.stringify(paragraphs));
      assert.equal(elementsOf(main!, byTag('pre')).length, 1);
      const outside = built
        .elements(`p${index}.html`, byTag('svg', 'math', 'style', 'title', 'textarea'))
        .flatMap((each) => elementsOf(each, byTag('h2', 'pre')));
      assert.deepEqual(outside, []);
    });
  });
});

const code = '    indented\n        deeper\n    back';
const indented: Record<string, string> = {
  '<br>, then <div> and <pre> in a line': `<br>\n<div class="x"><pre>\n${code}\n</pre></div>`,
  '<br/> and text, then <div> and <pre> in a line': `<br/>Sample:\n<div><pre>\n${code}\n</pre></div>`,
  '<br>, then <b> and <pre> in a line': `<br>\n<b>Sample</b> <pre>\n${code}\n</pre>`,
  '<br>, then <div>, <p> and <pre> in a line': `<br>\n<div><p>x</p><pre><code>\n${code}\n</code></pre></div>`,
  '<br> and <pre> in one line': `<br><pre>\n${code}\n</pre>`,
  '<span> and <pre> in one line': `<span>x</span><pre>\n${code}\n</pre>`,
  'text and <pre> in one line': `Sample: <pre>\n${code}\n</pre>`,
  '<br> before the <div>': `<br>\n<div>\n<pre>\n${code}\n</pre>\n</div>`,
  '<br> and the pre at once': `<br>\n<pre>\n${code}\n</pre>`,
  '<img> before it': `<img src="x.png">\n<div>\n<pre>\n${code}\n</pre>\n</div>`,
  'text before it': `Sample:\n<div>\n<pre>\n${code}\n</pre>\n</div>`,
  'code within the pre': `<br>\n<div>\n<pre><code>\n${code}\n</code></pre>\n</div>`,
  'a blank line within the pre': `<br>\n<div>\n<pre>\n${code}\n\n    after a blank\n</pre>\n</div>`,
  'a blank line, two tags in a line': `<br>\n<div class="a"><div><pre>\n${code}\n\n    after a blank\n</pre></div></div>`,
  'a blank line, in <center>': `Text:\n<center><pre><code>\n${code}\n\n    after a blank\n</code></pre></center>`,
  'a blank line, in an item': `<hr>\n<ul><li><pre>\n${code}\n\n    after a blank\n</pre></li></ul>`,
  'in a list': `- x\n<br>\n<div><pre>\n${code}\n</pre></div>`,
};

describe('R9', () => {
  let built: Built;
  const names = Object.keys(indented);
  before(async () => {
    const files = names.map((name, index) => [
      `p${index}.html.md`,
      page(`title: P${index}`, `# H\n\n${indented[name]}\n\nThe end.`),
    ]);
    built = await build({ 'index.html.md': page('title: A', '# A'), ...Object.fromEntries(files) });
  });
  test('R9 builds', () => isBuilt(built));
  names.forEach((name, index) => {
    test(`R9 ${name}: the indentation stands`, () => {
      const text = built.elements(`p${index}.html`, byTag('pre')).map(textOf).join('\n');
      for (const line of [
        ...code.split('\n'),
        ...(name.includes('blank') ? ['    after a blank'] : []),
      ])
        assert.ok(
          text.split('\n').includes(line),
          `${JSON.stringify(line)} in ${JSON.stringify(text)}`,
        );
      assert.match(textOf(built.elements(`p${index}.html`, byTag('main'))[0]!), /The end\./);
    });
  });
});

const index = page('title: A', '# A\n\nText of A.');

describe('R8', { concurrency: 2 }, () => {
  for (const [plain, other] of [
    ['index.html.md', 'index.html.md.erb'],
    ['harvest.html.md', 'harvest.html.md.erb'],
    ['a/index.md', 'a/index.html.md.erb'],
    ['b.md', 'b.markdown.erb'],
    ['index.html.md', 'index.md'],
    ['c.html.markdown', 'c.html.md'],
    ['d.md', 'd.html.md.erb'],
  ] as const) {
    test(`R8 ${plain} is the page, ${other} beside it is told`, async () => {
      const files = {
        'index.html.md': index,
        [plain]: page('title: P', '# Plain\n\nThe plain one.'),
        [other]: page('title: E', '# Erb\n\nThe other one. <%= 1 %>'),
      };
      const built = await build(files);
      isBuilt(built);
      const html = built.read(plain.replace(/(\.html)?\.(md|markdown)$/, '.html'));
      assert.match(html, /The plain one/);
      assert.doesNotMatch(html, /The other one/);
      assert.ok(
        built.findings.some(({ file, severity }) => file === other && severity === 'warning'),
        built.said,
      );
    });
  }

  test('R8 pages whose URLs differ only in case are both built, and told', async () => {
    const built = await build({
      'index.html.md': index,
      'Guide.html.md': page('title: G', '# Large'),
      'guide.html.md': page('title: G', '# Small'),
    });
    isBuilt(built);
    assert.match(built.read('Guide.html'), /Large/);
    assert.match(built.read('guide.html'), /Small/);
    assert.deepEqual(
      built.of('url-taken').map(({ severity }) => severity),
      ['warning'],
    );
  });

  test('R8 a page in a folder of ours is told, and the rest is built', async () => {
    const built = await build({ 'index.html.md': index, 'md/a.html.md': page('title: M', '# M') });
    isBuilt(built);
    assert.deepEqual(
      built.of('url-taken').map(({ file, severity }) => [file, severity]),
      [['md/a.html.md', 'warning']],
    );
  });

  for (const files of [
    { 'index.html.erb': '<%= partial "a" %>' },
    { 'index.html.erb': '<%= x %>', 'includes/_a.md': '# A' },
    { 'api/index.html.erb': '<%= x %>', 'layouts/layout.erb': '<html></html>' },
    { 'index.erb': 'x' },
    { 'docs.html.haml': '%p x' },
  ] as Files[]) {
    test(`R8 a folder with nothing but ${Object.keys(files).join(', ')} says what to do`, async () => {
      const built = await build(files);
      isSaid(built);
      assert.equal(built.status, 1);
      const [found] = built.of('content-missing');
      assert.ok(JSON.stringify(found).includes(Object.keys(files)[0]!), JSON.stringify(found));
    });
  }
});
