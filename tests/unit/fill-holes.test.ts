/** Values are put into samples; what is optional comes and goes with its value. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeSample, type SampleLanguage, sampleLanguages } from '../../src/samples/make-sample.ts';
import { fillHoles } from '../../src/samples/code/fill-holes.ts';
import type { HttpRequest } from '../../src/samples/request/http-request.ts';
import type { Template } from '../../src/samples/request/template.ts';
import { openParser } from '../samples/grammars.ts';

const hole = (name: string, shown = `{${name}}`): Template => [{ hole: name, shown }];

const request: HttpRequest = {
  method: 'POST',
  origin: ['https://api.example.com'],
  path: ['/players/', ...hole('id', 'a b')],
  query: [
    { name: 'limit', value: hole('limit', '10'), optional: 'limit' },
    { name: 'tag', value: ['x'], optional: 'tag', run: 'tag' },
    { name: 'tag', value: ['y'], optional: 'tag', run: 'tag' },
    { name: 'sort', value: hole('sort', 'name'), optional: 'sort' },
  ],
  headers: [{ name: 'X-Trace', value: hole('X-Trace', 't'), optional: 'X-Trace' }],
  cookies: [
    { name: 'a', value: hole('a', '1'), optional: 'a' },
    { name: 'b', value: hole('b', '2'), optional: 'b' },
  ],
  body: {
    kind: 'json',
    type: 'application/json',
    text: [
      '{\n  "name": ',
      { hole: '/name', shown: '"Ada"' },
      ',\n  "age": ',
      { hole: '/age', shown: '36' },
      '\n}',
    ],
    hole: '',
  },
};

const fill = (language: SampleLanguage, values: Record<string, string>, like = request): string =>
  fillHoles(makeSample(like, language)!, new Map(Object.entries(values)));

test('without values the examples stand, and nothing that is optional', () => {
  const code = fill('shell', {});
  assert.equal(
    code,
    `curl --request POST 'https://api.example.com/players/a%20b' \\
  --header 'Content-Type: application/json' \\
  --data '{
  "name": "Ada",
  "age": 36
}'
`,
  );
});

test('the first field that is there begins the query', () => {
  assert.match(fill('shell', { sort: '-name' }), /a%20b\?sort=-name'/);
  assert.match(fill('shell', { limit: '5', sort: 'x&y' }), /a%20b\?limit=5&sort=x%26y'/);
  assert.match(fill('shell', { tag: 'tag=a&tag=b', sort: 's' }), /a%20b\?tag=a&tag=b&sort=s'/);
  assert.match(fill('shell', { b: '2' }), /'Cookie: b=2'/);
  assert.match(fill('python', { b: '2' }), /cookies=\{\n {8}'b': '2',\n {4}\}/);
});

test('a JSON value becomes the data of the language', () => {
  const values = { '/age': '{"years": null, "exact": true}' };
  assert.match(fill('python', values), /'age': \{'years': None, 'exact': True\}/);
  assert.match(fill('ruby', values), /"age" => \{"years" => nil, "exact" => true\}/);
  assert.match(fill('javascript', values), /age: \{years: null, exact: true\}/);
  assert.match(fill('java', values), /"age": \{"years": null, "exact": true\}/);
});

test("data keeps the lines of the JSON, in the language's own indentation", () => {
  const values = { '': '{\n  "a-b": [\n    "it\'s",\n    {}\n  ],\n  "c": "{\\n\\u00e9:"\n}' };
  assert.match(
    fill('python', values),
    /\{\n {8}'a-b': \[\n {12}'it\\'s',\n {12}\{\},\n {8}\],\n {8}'c': '\{\\né:',\n {4}\}, indent=2/,
  );
  assert.match(fill('javascript', values), /\{\n {4}'a-b': \[\n[\s\S]*\n {4}c: '\{\\né:',\n {2}\}/);
  assert.match(fill('ruby', { '': '{"a":{}}' }), /"a" => \{\}/);
});

test('the whole body is a hole too, and wins over those inside it', () => {
  const values = { '': '[1]', '/age': '7' };
  assert.match(fill('javascript', values), /JSON\.stringify\(\[1\], null, 2\)/);
  assert.match(fill('shell', values), /--data '\[1\]'/);
});

test('a body that is said to be JSON and is none is sent as it is', () => {
  for (const text of ['{broken', '['.repeat(9000) + ']'.repeat(9000), '', 'true false']) {
    const broken: HttpRequest = {
      ...request,
      body: { kind: 'json', type: 'application/json', text: [text], hole: '' },
    };
    for (const language of sampleLanguages) assert.ok(fill(language, {}, broken).includes(text));
    assert.ok(fill('python', { '': '['.repeat(9000) + ']'.repeat(9000) }, broken));
  }
});

test('what is no JSON is not put in', () => {
  assert.match(fill('python', { '/age': '7"]; import os' }), /'age': 36/);
  assert.match(fill('csharp', { '/age': '7 """' }), /"age": 36/);
});

test('a header cannot become two', () => {
  const code = fill('shell', { 'X-Trace': 'a\r\nX-Evil: 1' });
  assert.match(code, /'X-Trace: a X-Evil: 1'/);
});

test('keys of objects are only names', () => {
  const values = new Map([['__proto__', 'x']]);
  const sample = makeSample({ ...request, path: ['/', ...hole('__proto__')] }, 'shell')!;
  assert.match(fillHoles(sample, values), /example\.com\/x'/);
});

for (const language of sampleLanguages) {
  test(`${language}: each choice of optional parameters parses`, async () => {
    const parse = await openParser(language);
    const optional = ['limit', 'tag', 'sort', 'X-Trace', 'a', 'b'];
    const form: HttpRequest = {
      ...request,
      body: {
        kind: 'form',
        type: 'application/x-www-form-urlencoded',
        fields: [
          { name: 'limit', value: hole('limit'), optional: 'limit' },
          { name: 'sort', value: hole('sort'), optional: 'sort' },
        ],
      },
    };
    const multipart: HttpRequest = {
      ...request,
      body: {
        kind: 'multipart',
        parts: [
          { name: 'limit', value: hole('limit'), optional: 'limit' },
          { name: 'file', file: hole('sort'), type: 'text/plain', optional: 'sort' },
        ],
      },
    };
    for (let choice = 0; choice < 2 ** optional.length; choice += 1) {
      const values = Object.fromEntries(
        optional.filter((_, bit) => choice & (1 << bit)).map((name) => [name, 'v']),
      );
      for (const like of [request, form, multipart]) {
        const code = fill(language, values, like);
        assert.equal(parse(code).hasError, false, code);
      }
    }
  });
}
