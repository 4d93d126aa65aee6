import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeHtml, type Mark } from '../../src/markup/highlight/code-html.ts';
import { createHighlighter } from '../../src/markup/highlight/highlight.ts';
import { linesInFirst, linesInOthers } from '../../src/markup/highlight/highlight.ts';
import { jsonRuns } from '../../src/markup/highlight/json-runs.ts';
import { sampleRuns } from '../../src/markup/highlight/sample-runs.ts';
import { makeSample } from '../../src/samples/make-sample.ts';
import { randomRequest } from '../samples/random-request.ts';
import { readRequests } from '../samples/requests.ts';
import type { Runs } from '../../src/markup/highlight/runs.ts';
import { shikiRuns } from '../../src/markup/highlight/shiki-runs.ts';

/** The text of highlighted HTML. */
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

test('one element a run of equal colour, none for plain text', () => {
  const { html } = createHighlighter();
  assert.equal(
    html('{ "a": [1, true, "b<&"] }', 'json'),
    '{ <b>"a"</b>: [<u>1</u>, <u>true</u>, <i>"b&lt;&amp;"</i>] }',
    'keys have the colour of the whole',
  );
  assert.equal(html('# a\n# b\nx = 1', 'python'), '<i class="c"># a\n# b</i>\nx = <u>1</u>');
  assert.equal(html('a = ""\nb = \'\'', 'python'), 'a = ""\nb = \'\'');
  assert.equal(html('{"a": ""}', 'json'), '{<b>"a"</b>: ""}');
  assert.equal(html('a < b', undefined), 'a &lt; b');
});

test('keys are plain in every language, and their values coloured', () => {
  const { html } = createHighlighter();
  assert.equal(
    html('x = {"a": "b", \'c\' : "d"}', 'python'),
    'x = {"a": <i>"b"</i>, <i>\'c\'</i> : <i>"d"</i>}',
  );
  assert.equal(
    html('x = { a: "b", "c": "d" };', 'javascript'),
    'x = { a: <i>"b"</i>, "c": <i>"d"</i> };',
  );
  assert.equal(
    html("$x = ['a' => 'b', 1   => 'd'];", 'php'),
    "$x = ['a' => <i>'b'</i>, 1   => <i>'d'</i>];",
  );
  assert.equal(
    html('x = { a: "b", "c" => :d, :e => 1 }', 'ruby'),
    'x = { a: <i>"b"</i>, "c" => :<u>d</u>, :e => <u>1</u> }',
  );
  assert.equal(html('m := map[string]int{"a": 1}', 'go').match(/<i>/g), null);
  assert.equal(html('x = {\n  "a": "b",\n}', 'python'), 'x = {\n  "a": <i>"b"</i>,\n}');
  // What stands before a colon or an arrow of another kind is a value.
  for (const line of ['if x == "a":', "for c in 'ab':", 'elif "a":'])
    assert.match(html(line, 'python'), /<i>.*<\/i>:$/, line);
  assert.equal(html('case "a", "b":', 'go').match(/<i>/g)?.length, 2);
  assert.equal(html('x ? y ? "a": "b": "c"', 'javascript').match(/<i>/g)?.length, 3);
  assert.match(html('match x { "a" => 1 }', 'rust'), /<i>"a"<\/i>/);
  assert.match(html('"200": ok\na: b', 'yaml'), /^<i>"200"<\/i>/);
  assert.match(
    html('switch (x) { case "a": y = x ? "b": "c"; }', 'javascript'),
    /<i>"a"<\/i>:.*<i>"b"<\/i>: <i>"c"<\/i>/,
  );
  assert.match(html('x = "a#{b}": 1', 'ruby'), /<i>"a<\/i>/);
  assert.match(html('curl -u "a"::1 "${B:-c}"', 'shellscript'), /<i>"a"<\/i>::/);
});

test('JSON in quotes is read as JSON', () => {
  const { html } = createHighlighter();
  assert.equal(
    html(`curl -d '{"a": "b", "c": [1, null]}' x`, 'shellscript'),
    `<b>curl</b> <u>-d</u> '{"a": <i>"b"</i>, "c": [<u>1</u>, <u>null</u>]}' x`,
  );
  assert.equal(html(`x('[{"a": ""}]')`, 'php').includes('<i>'), false, 'nothing to colour in it');
  for (const no of [`'{"a": "b"'`, `'{a: 1}'`, `'[ ]x'`, `'"a"'`, `'1'`])
    assert.match(html(`x = ${no}`, 'javascript'), /^x = <i>[^<]*<\/i>$/, no);
});

test('keeps the text to the letter', () => {
  const { html } = createHighlighter();
  for (const text of [
    '',
    '\n',
    `a '{"b": "<c>"}' '[1`,
    '\n\n a\t\r\n',
    '  "',
    "'''",
    '`${',
    '<?php',
    '/*',
    '𝒜"𝒜"',
    'x'.repeat(9000),
  ])
    for (const grammar of ['javascript', 'shellscript', 'php', 'python', 'json', undefined])
      assert.equal(plain(html(text, grammar)), text);
});

test('JSON read directly looks as the grammar has it', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 4 }),
      fc.constantFrom(undefined, 2, '\t'),
      (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        assert.deepEqual(jsonRuns(text), shikiRuns(text, 'json'));
      },
    ),
    { numRuns: 300 },
  );
  for (const text of ['{"a" : -1.5e+10 ,"b\\"\\u0041":[ ] }', ' [null,true,false] ', '""', '0'])
    assert.deepEqual(jsonRuns(text), shikiRuns(text, 'json'));
  for (const text of ['{"a": 1,}', '{a: 1}', '', '[…]', '{"a": "b', '// x\n{}'])
    assert.equal(jsonRuns(text), undefined);
});

for (const [language, grammar] of [
  ['shell', 'shellscript'],
  ['javascript', 'javascript'],
  ['python', 'python'],
] as const)
  test(`samples of requests read directly look as the grammar of ${language} has them`, () => {
    const usual = readRequests().flatMap(
      ({ request }) => makeSample(request, language)?.code.trimEnd() ?? [],
    );
    const read = usual.filter((code) => sampleRuns(code, grammar));
    assert.ok(read.length > usual.length * 0.7, `${read.length} of ${usual.length}`);
    // The grammar of Python takes strings apart at what might be a format.
    const isFormat = (code: string) => grammar === 'python' && /\{[\w.[\]]*[:!]/.test(code);
    const asGrammar = (code: string) => {
      const runs = isFormat(code) ? undefined : sampleRuns(code, grammar);
      if (runs) assert.deepEqual(runs, shikiRuns(code, grammar), code);
    };
    usual.forEach(asGrammar);
    const odd = randomRequest.map((request) => makeSample(request, language)?.code ?? '');
    fc.assert(fc.property(odd, asGrammar), { numRuns: 1000 });
  });

test('an author’s code looks the same whether a sample with its text was met before or not', () => {
  const code = "requests.get('https://api.test', params={'query': 'sum:{host:host0}'})";
  const [before, after] = [createHighlighter(), createHighlighter()];
  const made = after.html(code, 'python', { isMade: true });
  assert.notEqual(made, before.html(code, 'python'));
  assert.equal(after.html(code, 'python'), before.html(code, 'python'));
});

test('marks enclose colours, and lines take their line break with them', () => {
  const text = 'a = "b c"\nd\ne',
    runs: Runs = [4, 9, 2];
  const mark = (start: number, end: number, kind: Mark['kind'], line: boolean): Mark => ({
    start,
    end,
    kind,
    line,
  });
  assert.equal(
    codeHtml(text, runs, [mark(0, 10, 'mark', true)]),
    '<mark class="line">a = <i>"b c"</i>\n</mark>d\ne',
  );
  assert.equal(
    codeHtml(text, runs, [mark(0, 10, 'ins', true), mark(10, 12, 'ins', true)]),
    '<ins class="line">a = <i>"b c"</i>\n</ins><ins class="line">d\n</ins>e',
  );
  assert.equal(
    codeHtml(text, runs, [mark(2, 6, 'del', false)]),
    'a <del>= <i>"b</i></del><i> c"</i>\nd\ne',
  );
  assert.equal(
    codeHtml(text, runs, [mark(12, 13, 'mark', true), mark(12, 13, 'ins', false)]),
    'a = <i>"b c"</i>\nd\n<mark class="line"><ins>e</ins></mark>',
  );
});

test('marked code keeps its text and its tags closed', () => {
  const spans = fc.array(
    fc.tuple(
      fc.nat(40),
      fc.nat(40),
      fc.constantFrom('mark' as const, 'ins' as const, 'del' as const),
      fc.boolean(),
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), spans, (text, marks) => {
      const html = codeHtml(
        text,
        text.length > 3 ? [1, 2, 1, 2, 3, 2] : [],
        marks
          .filter(([a, b]) => a < b && b <= text.length)
          .map(([start, end, kind, line]) => ({ start, end, kind, line })),
      );
      assert.equal(plain(html), text);
      const open: string[] = [];
      for (const [, close, name] of html.matchAll(/<(\/?)(\w+)/g))
        close ? assert.equal(open.pop(), name) : open.push(name!);
      assert.deepEqual(open, []);
    }),
  );
});

test('long code stands in parts of whole lines, to the letter', () => {
  const { html } = createHighlighter();
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `{"a": ${index}}`).join('\n');
  assert.doesNotMatch(html(lines(120), 'json'), /part/, 'not long');
  const css = readFileSync(new URL('../../src/styles/code.css', import.meta.url), 'utf8');
  const height = /\.sample > pre \{[^}]*font: [^/;]+ \/ ([\d.]+) /.exec(css)?.[1];
  for (const count of [linesInFirst, linesInOthers])
    assert.ok(
      css.includes(`calc(${count} * ${height}em)`),
      'the stylesheet knows how high a part is',
    );
  const long = html(lines(230), 'json'),
    parts = long.split('<span class="part">');
  assert.deepEqual(
    parts.slice(1).map((part) => plain(part.split('</span>')[0]!).split('\n').length - 1),
    [25, 100, 100],
  );
  assert.equal(
    plain(parts[3]!.split('</span>')[1]!).split('\n').length,
    5,
    'the rest stands by itself',
  );
  assert.equal(plain(long), lines(230));
  const comment = html(`/*\n${'x\n'.repeat(160)}*/\nlet a`, 'javascript');
  assert.equal(comment.match(/<i class="c">/g)?.length, 3, 'a colour goes on in the next part');
  assert.equal(plain(comment), `/*\n${'x\n'.repeat(160)}*/\nlet a`);
});
