/** M4: fences never closed. M5: text without spaces. M6: messages that help, once. All of `.mdx`. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { build, byTag, elementsOf, isBuilt, isSaid, page, textOf, type Built } from './site.ts';
import { callPhyllite } from '../warm/calls.ts';

/** Text → line of the fence that is never closed, in a file with five lines before it. */
const unclosed: Record<string, [text: string, line: number]> = {
  'to the end of the file': ['Text.\n\n```json\n{}\n\n## Swallowed\n\nText.', 8],
  'of tildes': ['~~~\nx\n\n## Swallowed', 6],
  'closed by fewer marks': ['````json\n{}\n```\n\n## Swallowed', 6],
  'closed by other marks': ['```json\n{}\n~~~\n\n## Swallowed', 6],
  'closed by one with a word behind': ['```json\n{}\n``` x\n\n## Swallowed', 6],
  'ended by its list': ['- item\n\n  ```json\n  {}\n\nAfter the list.', 8],
  'ended by its quote': ['> ```json\n> {}\n\nAfter the quote.', 6],
  'in a component': ['<Aside>\n\n```json\n{}\n\n</Aside>\n\n## Swallowed', 8],
  'in a callout': [':::note\n\n```json\n{}\n\n:::\n\n## Swallowed', 8],
};

describe('M4', () => {
  const names = Object.keys(unclosed);
  let built: Built;
  before(async () => {
    const files = names.map((name, index) => [
      `p${index}.mdx`,
      `---\ntitle: P${index}\n---\n# A\n\n${unclosed[name]![0]}\n`,
    ]);
    built = await build({ 'index.mdx': page('title: A', '# A'), ...Object.fromEntries(files) });
  });
  names.forEach((name, index) => {
    test(`M4 an unclosed fence ${name} is told`, () => {
      isSaid(built);
      const found = built.of('fence-unclosed').filter(({ file }) => file === `p${index}.mdx`);
      assert.deepEqual(
        found.map(({ line, severity }) => [line, severity]),
        [[unclosed[name]![1], 'warning']],
      );
    });
  });

  test('M4 closed fences are not told', async () => {
    const fine = await build({
      'index.mdx': page(
        'title: A',
        '# A\n\n```json\n{}\n```\n\n- a\n\n  ```json\n  {}\n  ```\n\n> ```\n> x\n> ```\n\n````md\n```\nx\n```\n````\n\n~~~\n```\n~~~\n\n<Aside>\n\n```\nx\n```\n\n</Aside>\n\n`` ` `` and ``` x ```',
      ),
    });
    isBuilt(fine);
    assert.deepEqual(fine.of('fence-unclosed'), []);
  });
});

/** Text → what must stand in the HTML of its paragraph. */
const cjk: [text: string, html: RegExp][] = [
  ['这是**重要：**请注意。', /<strong>重要：<\/strong>请注意/],
  ['**「重要」**です。', /<strong>「重要」<\/strong>です/],
  ['これは**（注意）**である', /<strong>（注意）<\/strong>である/],
  ['*注意！*请看', /<em>注意！<\/em>请看/],
  ['~~删除。~~之后', /<del>删除。<\/del>之后/],
  ['한국어는**(강조)**입니다', /<strong>\(강조\)<\/strong>입니다/],
  ['使用**`code`**方法', /<strong><code>code<\/code><\/strong>方法/],
  [
    '请访问https://example.com/a。然后',
    /<a [^>]*href="https:\/\/example\.com\/a"[^>]*>https:\/\/example\.com\/a<\/a>。然后/,
  ],
  [
    '参见https://example.com/a，或者https://example.com/b！',
    /href="https:\/\/example\.com\/a"[^>]*>[^<]*<\/a>，或者<a [^>]*href="https:\/\/example\.com\/b"[^>]*>[^<]*<\/a>！/,
  ],
  [
    '（https://example.com/a）',
    /href="https:\/\/example\.com\/a"[^>]*>https:\/\/example\.com\/a<\/a>）/,
  ],
  [
    '「https://example.com/a?b=c」を見る',
    /href="https:\/\/example\.com\/a\?b=c"[^>]*>[^<]*<\/a>」を見る/,
  ],
  ['见(https://example.com/a)。', /href="https:\/\/example\.com\/a"[^>]*>[^<]*<\/a>\)。/],
  ['见https://example.com/a_(b)。', /href="https:\/\/example\.com\/a_\(b\)"[^>]*>[^<]*<\/a>。/],
  ['见https://example.com/a.。', /href="https:\/\/example\.com\/a"[^>]*>[^<]*<\/a>\.。/],
  ['见https://example.com/a……', /href="https:\/\/example\.com\/a"[^>]*>[^<]*<\/a>……/],
  ['“https://example.com/a”之后', /href="https:\/\/example\.com\/a"[^>]*>[^<]*<\/a>”之后/],
  [
    '看https://example.com/a、www.example.com/b。',
    /href="https:\/\/example\.com\/a"[^>]*>[^<]*<\/a>、/,
  ],
];

describe('M5', () => {
  let built: Built;
  before(async () => {
    built = await build({
      'index.mdx': page('title: A\nlang: zh', `# 甲\n\n${cjk.map(([text]) => text).join('\n\n')}`),
    });
  });
  cjk.forEach(([text, html], index) => {
    test(`M5 ${text}`, () => {
      isBuilt(built);
      const main = built.read('index.html').split(/<main\b/)[1]!;
      const paragraphs = [...main.matchAll(/<p>(.*?)<\/p>/gs)].map(([, each]) => each!);
      assert.match(paragraphs[index] ?? '', html);
    });
  });

  test('M5 descriptions read them alike, and code in them is as it stands', async () => {
    const code = '请用 `**重：**请 https://a.test，x` 和 \\*「x」\\*';
    const texts = [...cjk.map(([text]) => text), code];
    const paths = texts.map((description, index) => [
      `/p${index}`,
      { get: { operationId: `p${index}`, description, responses: {} } },
    ]);
    const described = await build({
      'index.html.md': page('title: A\nopenapi: api.json', 'Text.'),
      'api.json': JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'A', version: '1' },
        paths: Object.fromEntries(paths),
      }),
    });
    isBuilt(described);
    const sections = described
      .read('index.html')
      .split(/<h2 id="p\d+"/)
      .slice(1);
    cjk.forEach(([text, html], index) => {
      assert.match(sections[index] ?? '', html, text);
    });
    assert.match(
      sections.at(-1)!,
      /<code>\*\*重：\*\*请 https:\/\/a\.test，x<\/code> 和 \*「x」\*/,
    );
    assert.doesNotMatch(described.read('index.html'), /[\uFDD0-\uFDEF]|%EF%B7/);
  });

  test('M5 links with letters of their own keep them, and Western text is as it was', async () => {
    const fine = await build({
      'index.mdx': page(
        'title: A',
        '# A\n\nSee https://de.wikipedia.org/wiki/Käse and https://example.com/a_(b), **bold:**not 2 * 3 * 4 snake_case_word.\n\n[x](https://zh.wikipedia.org/wiki/中国)',
      ),
    });
    isBuilt(fine);
    const html = fine.read('index.html');
    assert.match(html, /href="https:\/\/de\.wikipedia\.org\/wiki\/K(ä|%C3%A4)se"/);
    assert.match(html, /href="https:\/\/example\.com\/a_\(b\)"/);
    assert.match(html, /wiki\/(中国|%E4%B8%AD%E5%9B%BD)"/);
    assert.match(html, /2 \* 3 \* 4 snake_case_word/);
  });
});

describe('M6', { concurrency: 2 }, () => {
  for (const extension of ['jsx', 'tsx', 'vue']) {
    test(`M6 importing .${extension} is told with what to do`, async () => {
      const built = await build({
        'index.mdx': page('title: A', `import Box from './Box.${extension}';\n\n# A\n\n<Box />`),
        [`Box.${extension}`]: extension.endsWith('sx')
          ? 'export default () => <b>x</b>;\n'
          : '<template><b>x</b></template>\n',
      });
      isSaid(built);
      assert.equal(built.status, 1);
      const [found] = built.findings.filter(({ severity }) => severity === 'error');
      assert.deepEqual([found?.file, found?.line], ['index.mdx', 5], JSON.stringify(found));
      assert.match(JSON.stringify(found), /\.astro|integration/);
    });
  }

  test('M6 importing what a file does not export is told at the import', async () => {
    const built = await build({
      'index.mdx': page(
        'title: A',
        "import yml from './d.yaml';\nimport css from './a.css';\nimport { nope } from './ok.mdx';\n\n# A\n\n{yml}\n{css}\n{nope}",
      ),
      'ok.mdx': '## Ok\n',
      'd.yaml': 'a: 1\n',
      'a.css': 'h1 { color: red }\n',
    });
    isSaid(built);
    const found = built.findings.filter(({ severity }) => severity === 'error');
    assert.deepEqual(
      found.map(({ file, line }) => [file, line]).sort(),
      [5, 6, 7].map((line) => ['index.mdx', line]),
      JSON.stringify(found),
    );
    assert.doesNotMatch(JSON.stringify(found), /MISSING_EXPORT|\.\.\/\.\./);
  });

  for (const written of ['{#my-id}', '{#my-id .class}']) {
    test(`M6 ## X ${written} is advised [#my-id]`, async () => {
      const built = await build({
        'index.mdx': page('title: A', `# A\n\n## X ${written}\n\nText.`),
      });
      isSaid(built);
      assert.equal(built.status, 1);
      const [found] = built.findings.filter(({ severity }) => severity === 'error');
      assert.equal(found?.line, 7);
      assert.ok(JSON.stringify(found).includes('[#my-id]'), JSON.stringify(found));
    });
  }

  test('M6 a missing component is one line with its count and places', async () => {
    const uses = Array.from(
      { length: 30 },
      (_, index) => `<Plan title="${index}" />\n\n<Wizard>\n\n- x\n\n</Wizard>`,
    ).join('\n\n');
    const files = {
      'index.mdx': page('title: A\nincludes: [x]', `# A\n\n${uses}`),
      'includes/_x.mdx': `## X\n\n${uses}`,
      'b.mdx': page('title: B', `# B\n\n${uses}`),
    };
    const built = await build(files);
    isSaid(built);
    assert.equal(built.status, 1);
    const found = built.of('mdx-component');
    assert.equal(
      found.length,
      2,
      found
        .map(({ message }) => message)
        .slice(0, 6)
        .join('\n'),
    );
    for (const [index, name] of ['Plan', 'Wizard'].entries()) {
      assert.ok(found[index]!.message.includes(`<${name}>`), found[index]!.message);
      assert.match(JSON.stringify(found[index]), /90/);
      for (const file of ['_x.mdx', 'b.mdx'])
        assert.ok(JSON.stringify(found[index]).includes(file), file);
    }
    const text = await callPhyllite(['build', built.content, '--out', `${built.out}-2`]);
    assert.equal(
      text.stderr.split('\n').filter((line) => /<Plan>/.test(line)).length,
      1,
      text.stderr.slice(0, 1500),
    );
  });

  const notations: Record<string, [code: string, shown: string]> = {
    '[!code ++]': ['let a; // [!code ++]\nlet b; // [!code --]', 'let a;\nlet b;'],
    '[!code highlight]': ['let a; // [!code highlight]\nlet b;', 'let a;\nlet b;'],
    '[!code focus:2]': ['let a; // [!code focus:2]\nlet b;', 'let a;\nlet b;'],
    'highlight-next-line': ['// highlight-next-line\nlet a;\nlet b;', 'let a;\nlet b;'],
    'highlight-start and -end': [
      '// highlight-start\nlet a;\n// highlight-end\nlet b;',
      'let a;\nlet b;',
    ],
    'in a # comment': ['# highlight-next-line\na = 1 # [!code ++]', 'a = 1'],
    'in an HTML comment': ['<!-- highlight-next-line -->\n<b></b> <!-- [!code --] -->', '<b></b>'],
  };
  describe('notations of other highlighters', () => {
    let built: Built;
    before(async () => {
      const fences = Object.entries(notations).map(([name, [code]], index) => [
        `p${index}.mdx`,
        page(
          `title: P${index}`,
          `# A\n\n\`\`\`${name.includes('#') ? 'ruby' : name.includes('HTML') ? 'html' : 'js'}\n${code}\n\`\`\``,
        ),
      ]);
      built = await build({ 'index.mdx': page('title: A', '# A'), ...Object.fromEntries(fences) });
    });
    Object.entries(notations).forEach(([name, [, shown]], index) => {
      test(`M6 ${name} is a mark, or is told`, () => {
        isBuilt(built);
        const [pre] = elementsOf(built.elements(`p${index}.html`, byTag('main'))[0]!, byTag('pre'));
        const text = textOf(pre!)
          .split('\n')
          .map((line) => line.trimEnd())
          .join('\n')
          .trim();
        const told = built.findings.some(
          ({ kind, file }) => kind === 'fence-meta-unknown' && file === `p${index}.mdx`,
        );
        assert.ok(text === shown || told, JSON.stringify(text));
      });
    });
  });
});
