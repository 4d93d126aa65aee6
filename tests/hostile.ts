/** Content that means harm, or that a machine wrote: each must end in a page or in a diagnostic. */

export interface Hostile {
  name: string;
  /** What a run may end in. */
  status: 0 | 1 | 'either';
  /** Found on stderr, where one certain finding is expected. */
  says?: RegExp;
  /** Path → text of the content folder. @param size 1 for the sizes that are promised, less for a quick test */
  files(size: number): Record<string, string | Buffer>;
  /** Link → what it leads to, relative to the content folder. */
  links?: Record<string, string>;
}

const head = '---\ntitle: Hostile\n---\n\n';
const page = (extension: string, text: string): Record<string, string> => ({
  [`index${extension}`]: head + text,
});
const both = ['.html.md', '.mdx'] as const;

/** The same text as a page of either dialect. */
const texts: Record<string, { text(size: number): string; mdx?: false; says?: RegExp }> = {
  'quotes in quotes': { text: (size) => `${'> '.repeat(10_000 * size)}deep\n` },
  'lists in lists': { text: (size) => `${'- '.repeat(10_000 * size)}deep\n` },
  'ordered lists, indented': {
    text: (size) =>
      Array.from({ length: 600 * size }, (_, depth) => `${' '.repeat(depth * 3)}1. item\n`).join(
        '',
      ),
  },
  'divs in divs': {
    text: (size) => `${'<div>'.repeat(10_000 * size)}deep${'</div>'.repeat(10_000 * size)}\n`,
  },
  'divs never closed': { text: (size) => `${'<div>\n\n'.repeat(10_000 * size)}deep\n` },
  'spans in spans': {
    text: (size) => `a ${'<span>'.repeat(10_000 * size)}deep${'</span>'.repeat(10_000 * size)}\n`,
  },
  'tables in tables': {
    text: (size) =>
      `${'<table><tr><td>'.repeat(5_000 * size)}deep${'</td></tr></table>'.repeat(5_000 * size)}\n`,
  },
  brackets: { text: (size) => `${'['.repeat(10_000 * size)}a${']'.repeat(10_000 * size)}\n` },
  'links in brackets': {
    text: (size) => `${'['.repeat(10_000 * size)}a${'](x)'.repeat(10_000 * size)}\n`,
  },
  'images in brackets': {
    text: (size) => `${'!['.repeat(10_000 * size)}a${'](x)'.repeat(10_000 * size)}\n`,
  },
  emphasis: {
    text: (size) => `${'*a **b '.repeat(10_000 * size)}c${'** *'.repeat(10_000 * size)}\n`,
  },
  stars: { text: (size) => `${'*'.repeat(10_000 * size)}a${'*'.repeat(10_000 * size)}\n` },
  underscores: { text: (size) => `${'_a '.repeat(50_000 * size)}\n` },
  backticks: {
    text: (size) =>
      `${Array.from({ length: 3_000 * size }, (_, count) => `${'`'.repeat((count % 300) + 1)}a`).join(' ')}\n`,
  },
  'tag beginnings': { text: (size) => `${'<a href="'.repeat(20_000 * size)}\n`, mdx: false },
  'comment beginnings': { text: (size) => `${'<!-- '.repeat(20_000 * size)}\n`, mdx: false },
  entities: { text: (size) => `${'&amp;&#x41;&nosuch;'.repeat(50_000 * size)}\n` },
  'a table of 100,000 lines': {
    text: (size) =>
      `| a | b | c |\n| --- | --- | --- |\n${'| one | `two` | three |\n'.repeat(100_000 * size)}`,
  },
  'a table of 5,000 columns': {
    text: (size) =>
      `${'| a '.repeat(5_000 * size)}|\n${'| --- '.repeat(5_000 * size)}|\n${`${'| a '.repeat(5_000 * size)}|\n`.repeat(20)}`,
  },
  'a line of 10 MB': { text: (size) => `${'word and another, '.repeat(580_000 * size)}\n` },
  'a word of 10 MB': { text: (size) => `${'a'.repeat(10_000_000 * size)}\n` },
  'a line of code of 10 MB': {
    text: (size) => `\`\`\`json\n{"a": "${'x'.repeat(10_000_000 * size)}"}\n\`\`\`\n`,
  },
  'code of 100,000 lines': {
    text: (size) =>
      `\`\`\`json\n${'{"name": "value", "list": [1, 2, null]}\n'.repeat(100_000 * size)}\`\`\`\n`,
  },
  '50,000 headings': {
    text: (size) =>
      Array.from(
        { length: 50_000 * size },
        (_, count) => `## Heading ${count % 1000}\n\nText.\n\n`,
      ).join(''),
  },
  '50,000 headings of one name': { text: (size) => '# Same\n\n'.repeat(50_000 * size) },
  '100,000 links': {
    text: (size) =>
      Array.from(
        { length: 100_000 * size },
        (_, count) => `[link ${count}](#nowhere-${count})\n\n`,
      ).join(''),
  },
  '20,000 fences': { text: (size) => '```json\n{"a": 1}\n```\n\n'.repeat(20_000 * size) },
  '20,000 definitions': {
    text: (size) =>
      `${Array.from({ length: 20_000 * size }, (_, count) => `[ref${count}]: /x${count}\n`).join('')}\n${Array.from({ length: 20_000 * size }, (_, count) => `[ref${count}] `).join('')}\n`,
  },
  'a million blank lines': { text: (size) => `a\n${'\n'.repeat(1_000_000 * size)}b\n` },
};

const single: Hostile[] = [
  {
    name: 'a file of 100 MB (.md)',
    status: 1,
    says: /file-too-large/,
    files: (size) => page('.html.md', 'word '.repeat(20_000_000 * Math.max(size, 0.2))),
  },
  {
    name: 'a file of 100 MB (.mdx)',
    status: 1,
    says: /file-too-large/,
    files: (size) => page('.mdx', 'word '.repeat(20_000_000 * Math.max(size, 0.2))),
  },
  {
    name: 'an include of 100 MB',
    status: 0,
    says: /file-too-large/,
    files: (size) => ({
      'index.html.md': '---\ntitle: A\nincludes: [big]\n---\n\n# A\n',
      'includes/_big.md': 'word '.repeat(20_000_000 * Math.max(size, 0.2)),
    }),
  },
  {
    name: 'aliases of YAML (.md)',
    status: 0,
    says: /yaml-too-large/,
    files: () => ({ 'index.html.md': bomb }),
  },
  {
    name: 'aliases of YAML (.mdx)',
    status: 1,
    says: /yaml-too-large/,
    files: () => ({ 'index.mdx': bomb }),
  },
  {
    name: 'brackets in YAML',
    status: 0,
    says: /yaml-too-large/,
    files: (size) => ({
      'index.html.md': `---\ntitle: A\nx: ${'['.repeat(10_000 * size)}\n---\n\n# A\n`,
    }),
  },
  {
    name: 'maps in YAML',
    status: 'either',
    files: (size) => ({
      'index.html.md': `---\ntitle: A\nx:\n${Array.from({ length: 700 * size }, (_, depth) => `${' '.repeat(depth + 1)}a:\n`).join('')}---\n\n# A\n`,
    }),
  },
  {
    name: 'partials that call themselves',
    status: 0,
    says: /include-cycle/,
    files: () => ({
      'index.html.md.erb': `${head}<%= partial "a" %>\n`,
      '_a.md.erb': '<%= partial "b" %><%= partial "b" %>\n',
      '_b.md.erb': '<%= partial "a" %><%= partial "a" %>\n',
    }),
  },
  {
    name: 'partials that double, twenty times',
    status: 0,
    files: (size) => ({
      'index.html.md.erb': `${head}<%= partial "p0" %>\n`,
      ...Object.fromEntries(
        Array.from({ length: size < 1 ? 8 : 20 }, (_, count) => [
          `_p${count}.md.erb`,
          `${'text '.repeat(20)}\n<%= partial "p${count + 1}" %>\n<%= partial "p${count + 1}" %>\n`,
        ]),
      ),
      [`_p${size < 1 ? 8 : 20}.md.erb`]: 'end\n',
    }),
  },
  {
    name: 'a constant made of itself',
    status: 'either',
    files: () => ({
      'index.html.md.erb': `${head}<% X = "0123456789" %>\n${'<% X = X + X %>\n'.repeat(60)}<%= X %>\n`,
    }),
  },
  {
    name: '10,000 includes of one file',
    status: 'either',
    files: (size) => ({
      'index.html.md': `---\ntitle: A\nincludes:\n${'  - one\n'.repeat(10_000 * size)}---\n\n# A\n`,
      'includes/_one.md': '# One\n\nText.\n',
    }),
  },
  {
    name: 'links in a circle',
    status: 0,
    says: /link-outside/,
    files: () => ({ 'index.html.md': `${head}# A\n`, 'a/_x.md': 'x', 'b/_x.md': 'x' }),
    links: { 'a/b': 'b', 'b/a': 'a', 'a/root': '.' },
  },
  {
    name: 'includes that lead out',
    status: 0,
    says: /include-outside/,
    files: () => ({
      'index.html.md.erb':
        '---\ntitle: A\nincludes: [../../../../etc/passwd, /etc/passwd, ..\\..\\etc\\passwd]\n---\n\n<%= partial "/etc/passwd" %><%= partial "../../etc/passwd" %>\n\n![x](/../../etc/passwd) ![y](../../etc/passwd)\n',
    }),
  },
  {
    name: 'a title of 1 MB',
    status: 'either',
    files: (size) => ({
      'index.html.md': `---\ntitle: ${'t'.repeat(400_000 * size)}\n---\n\n# ${'h'.repeat(1_000_000 * size)}\n`,
    }),
  },
  {
    name: 'parentheses in an expression',
    status: 1,
    files: (size) => page('.mdx', `{${'('.repeat(10_000 * size)}1${')'.repeat(10_000 * size)}}\n`),
  },
  { name: 'braces', status: 1, files: (size) => page('.mdx', `${'{'.repeat(10_000 * size)}\n`) },
  {
    name: 'directives in directives',
    status: 'either',
    files: (size) =>
      page(
        '.mdx',
        `${Array.from({ length: 2_000 * size }, (_, count) => `${':'.repeat(2_003 - count)}notice\n`).join('')}deep\n`,
      ),
  },
  {
    name: '2,000 pages',
    status: 0,
    files: (size) =>
      Object.fromEntries(
        Array.from({ length: 2_000 * size }, (_, count) => [
          `p${count}.html.md`,
          `---\ntitle: Page ${count}\n---\n\n# Page ${count}\n\nText.\n`,
        ]),
      ),
  },
];

const bomb = `---\ntitle: A\na: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
  .split('')
  .map(
    (name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[index]}`).join(', ')}]\n`,
  )
  .join('')}---\n\n# A\n`;

export const hostile: Hostile[] = [
  ...Object.entries(texts).flatMap(([name, { text, mdx }]) =>
    both
      .filter((extension) => mdx !== false || extension !== '.mdx')
      .map(
        (extension): Hostile => ({
          name: `${name} (${extension.slice(-3).replace('.', '') === 'mdx' ? '.mdx' : '.md'})`,
          status: 'either',
          files: (size) => page(extension, text(size)),
        }),
      ),
  ),
  ...single,
];
