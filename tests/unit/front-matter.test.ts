import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Finding } from '../../src/diagnostics/diagnostic.ts';
import { directionOf } from '../../src/source/direction.ts';
import { defaultFrontMatter } from '../../src/source/front-matter/front-matter.ts';
import type { FrontMatter } from '../../src/source/front-matter/front-matter.ts';
import { nearest } from '../../src/shared/nearest.ts';
import { placesOfKeys } from '../../src/source/front-matter/positions.ts';
import { readFrontMatter } from '../../src/source/front-matter/read-front-matter.ts';
import { tabLabel } from '../../src/source/front-matter/tab-label.ts';
import { splitFrontMatter } from '../../src/source/front-matter/split.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures/front-matter');

function read(
  text: string,
  file = 'a.md',
): { matter: FrontMatter; findings: Finding[]; body: string; bodyLine: number; unclosed: boolean } {
  const findings: Finding[] = [];
  const { yaml = '', yamlLine, ...split } = splitFrontMatter(text);
  const report = (finding: Finding) => findings.push(finding);
  return {
    matter: readFrontMatter({ text: yaml, file, startLine: yamlLine, report }).frontMatter,
    findings,
    ...split,
  };
}

/** What differs from the defaults, so that a fixture says what its source says. */
function told(matter: FrontMatter): Partial<FrontMatter> {
  const defaults = defaultFrontMatter();
  return Object.fromEntries(
    Object.entries(matter).filter(
      ([key, value]) =>
        JSON.stringify(value) !== JSON.stringify(defaults[key as keyof FrontMatter]),
    ),
  );
}

for (const file of readdirSync(fixtures).filter((name) => /\.mdx?$/.test(name))) {
  test(`front matter: ${file}`, () => {
    const { matter, findings, ...split } = read(
      readFileSync(path.join(fixtures, file), 'utf8'),
      file,
    );
    const result = `${JSON.stringify({ ...split, matter: told(matter), findings }, null, 1)}\n`;
    const expected = path.join(fixtures, file.replace(/\.mdx?$/, '.json'));
    if (process.env.UPDATE_FIXTURES) writeFileSync(expected, result);
    assert.equal(result, readFileSync(expected, 'utf8'));
  });
}

test('no text, no front matter, a block that runs to the end of the file', () => {
  assert.equal(read('').bodyLine, 1);
  assert.deepEqual(
    { ...splitFrontMatter('# A\n---\nb: c\n---\n') },
    { yaml: undefined, yamlLine: 1, body: '# A\n---\nb: c\n---\n', bodyLine: 1, unclosed: false },
  );
  assert.deepEqual(
    { ...splitFrontMatter('---\na: b\n---') },
    { yaml: 'a: b\n', yamlLine: 2, body: '', bodyLine: 4, unclosed: false },
  );
  assert.equal(splitFrontMatter('---\n---\nx').body, 'x');
});

test('an alias bomb and deep nesting end in a finding', () => {
  let bomb = 'a0: &a0 [1,1,1,1,1,1,1,1,1]\n';
  for (let level = 1; level < 12; level++)
    bomb += `a${level}: &a${level} [${Array(9)
      .fill(`*a${level - 1}`)
      .join(',')}]\n`;
  for (const yaml of [
    bomb,
    'a: &a [*a]',
    `a: ${'['.repeat(20_000)}`,
    `a: &t ${'x'.repeat(400_000)}\nb: [${'*t,'.repeat(20_000)}]`,
  ]) {
    const { findings, matter } = read(`---\n${yaml}\n---\n`);
    assert.deepEqual(
      findings.map(({ kind }) => kind),
      ['yaml-too-large'],
    );
    assert.deepEqual(matter, defaultFrontMatter());
  }
});

test('a key __proto__ sets no prototype', () => {
  const { matter } = read(
    '---\n__proto__: {polluted: yes}\nb: {__proto__: {polluted: yes}}\nwords: {__proto__: x}\n---\n',
  );
  assert.equal('polluted' in matter.data, false);
  assert.equal('polluted' in (matter.data.b as object), false);
  assert.deepEqual(matter.words, {});
  assert.equal('polluted' in {}, false);
});

test('direction of a language', () => {
  for (const lang of [
    'fa',
    'ar-EG',
    'he',
    'ur',
    'ps',
    'sd',
    'ug',
    'yi',
    'dv',
    'ku-Arab',
    'pa-PK',
    'ckb',
  ])
    assert.equal(directionOf(lang), 'rtl', lang);
  for (const lang of ['en', 'ku', 'zh-Hant', 'ar-Latn', 'no language', ''])
    assert.equal(directionOf(lang), 'ltr', lang);
});

test('labels of tabs', () => {
  const labels = {
    shell: 'Shell',
    javascript: 'JavaScript',
    csharp: 'C#',
    php: 'PHP',
    'javascript--nodejs': 'Node.js',
    'ruby--code': 'Ruby (code)',
    'python--http': 'Python (HTTP)',
    Examples: 'Examples',
    constructor: 'Constructor',
    'c++': 'C++',
  };
  for (const [name, label] of Object.entries(labels)) assert.equal(tabLabel(name), label);
});

test('near misses, and words that are not', () => {
  const keys = ['language_tabs', 'toc', 'search', 'includes', 'ids', 'title'];
  assert.equal(nearest('languge_tabs', keys), 'language_tabs');
  assert.equal(nearest('languageTabs', keys), 'language_tabs');
  assert.equal(nearest('include', keys), 'includes');
  for (const other of ['tac', 'id', 'slug', 'layout', 'warning'])
    assert.equal(nearest(other, keys), undefined, other);
});

test('whatever stands between the dashes, front matter comes out whole', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'title',
      'language_tabs',
      'toc',
      'theme',
      'nav',
      'meta',
      'csp',
      'words',
      'openapi: ',
      'try_it: ',
      'links: ',
      'banner: ',
      '{label: a, href: /b}',
      '{file: a, tags: [',
      'text: ',
      'false',
      ': ',
      '- ',
      '\n',
      '\n  ',
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '!!x ',
      '"',
      "'",
      '|',
      '>',
      '#',
      '<<',
      '? ',
      'shell',
      '1',
      'null',
      'true',
      '---',
      '\t',
    ),
    fc.string({ maxLength: 4 }),
  );
  const defaults = defaultFrontMatter();
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const { matter } = read(`---\n${pieces.join('')}\n---\nText`);
      for (const [key, value] of Object.entries(defaults)) {
        // These take a map as well as text or a word.
        if (['openapi', 'try_it', 'banner', 'csp'].includes(key)) continue;
        const found = matter[key as keyof FrontMatter];
        assert.equal(Array.isArray(found), Array.isArray(value), key);
        assert.equal(typeof found, typeof value, key);
      }
      assert.ok(matter.title);
      for (const { name, label } of matter.language_tabs) assert.ok(name && label);
    }),
    { numRuns: 1000 },
  );
});

test('each key and each item of a list knows its line', () => {
  const yaml =
    'title: A\nnav:\n  - index.md\n  - title: start.md\n    items: [start.md]\ntitle: B\n';
  const tabs = 'language_tabs:\n  - shell\n  - java: Java\nincludes: errors\n';
  const source = { text: yaml + tabs, file: 'a.md', startLine: 2, report: () => {} };
  const { positions } = readFrontMatter(source);
  const placeOf = placesOfKeys([{ source, positions }], (key) =>
    key === 'theme' ? { file: 'c.ts', line: 3 } : undefined,
  );
  const lineOf = (...key: Parameters<typeof placeOf>) => placeOf(...key).line;
  // Of a key that is given twice the last one holds; a group's title is no page.
  assert.equal(lineOf('a.md', 'title'), 7);
  assert.equal(lineOf('a.md', 'nav', 'start.md'), 6);
  assert.equal(lineOf('a.md', 'language_tabs', 'java'), 10);
  assert.equal(lineOf('a.md', 'includes', 'errors'), 11);
  assert.equal(lineOf('a.md', 'nav', 'lost.md'), 3);
  assert.equal(lineOf('a.md', 'toc', 'lost'), 1);
  assert.equal(lineOf('', 'nav'), 0);
  assert.deepEqual(placeOf('a.md', 'theme'), { file: 'c.ts', line: 3 });
});
