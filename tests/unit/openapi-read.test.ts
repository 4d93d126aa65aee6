import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { jsonOffset, jsonOffsets } from '../../src/openapi/files/json-offsets.ts';
import { escapePointer } from '../../src/openapi/files/pointer.ts';
import { nearest } from '../../src/shared/nearest.ts';
import { Positions } from '../../src/openapi/files/positions.ts';
import {
  chaptersOf,
  readDescription,
  renderChapter,
  renderContext,
} from '../../src/openapi/index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'openapi-'));
after(() => rmSync(folder, { recursive: true }));

/** Reads and renders a text as a description, and gives what was found and the whole as text. */
function made(text: string, name = 'openapi.yaml') {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  const read = readDescription(file);
  let rendered = '';
  if (read.api && read.uses) {
    const chapters = chaptersOf(read.api, read.uses);
    const context = renderContext(read.api, { markdown: (value) => [{ type: 'text', value }] });
    rendered = JSON.stringify(chapters.map((chapter) => renderChapter(chapter, context)));
  }
  const found = read.findings.map(
    ({ kind, severity, line, column }) => `${severity} ${kind} ${line}:${column}`,
  );
  return { ...read, found, rendered };
}

const head = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n';
const json = (schema: string, more = ''): string =>
  `{"openapi":"3.0.0","info":{"title":"x","version":"1"},"paths":{"/a":{"get":{"responses":{"200":{"description":"x",` +
  `"content":{"application/json":{"schema":${schema}}}}}}}}${more}}`;

test('what is no description is told with its place', () => {
  assert.deepEqual(made('a: [1\nb: {\n').found, ['error openapi-syntax 2:1']);
  assert.deepEqual(made('{"openapi": "3.0.0",', 'broken.json').found, [
    'error openapi-syntax 1:21',
  ]);
  assert.deepEqual(made('').found, ['error openapi-version 1:1']);
  assert.deepEqual(made('- a\n').found, ['error openapi-version 1:1']);
  assert.deepEqual(made('info: {}\n').found, ['error openapi-version 1:1']);
  assert.deepEqual(made('info: {}\nopenapi: 5.0.0\n').found, ['error openapi-version 2:1']);
  const { api, findings } = readDescription(path.join(folder, 'missing.yaml'));
  assert.equal(api, undefined);
  assert.equal(findings[0]!.kind, 'openapi-ref-missing');
});

test('what other tools take is read all the same', () => {
  const twice = made(`${head}paths: {}\npaths: {/a: {get: {responses: {}}}}\n`);
  assert.deepEqual(twice.found, ['warning openapi-syntax 4:1']);
  assert.equal(twice.api!.operations.length, 1);
  const commas = made('{"openapi": "3.0.0", "paths": {"/a": {"get": {},}}}', 'commas.json');
  assert.equal(commas.api!.operations.length, 1);
  assert.deepEqual(commas.found, ['warning openapi-syntax 1:49']);
});

test('aliases that hold themselves or explode are refused', () => {
  const bomb = ['x0: &x0 [a,a,a,a,a,a,a,a,a,a]'];
  for (let i = 1; i < 12; i++)
    bomb.push(`x${i}: &x${i} [${Array.from({ length: 10 }, () => `*x${i - 1}`)}]`);
  assert.deepEqual(made(`${head}${bomb.join('\n')}\npaths: {}\n`).found, [
    'error openapi-syntax 1:1',
  ]);
  assert.deepEqual(made(`${head}paths: &p {/a: *p}\n`).found, ['error openapi-syntax 1:1']);
});

test('a file that is too large is not read', () => {
  assert.deepEqual(made(`${head}# ${'x'.repeat(33_000_000)}`).found, [
    'error openapi-too-large 1:1',
  ]);
});

test('keys that mean something to JavaScript are only keys', () => {
  const { api, rendered } = made(`${head}paths:
  /a:
    get:
      operationId: __proto__
      parameters: [{name: __proto__, in: query, schema: {type: string}}, {name: constructor, in: query}]
      responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/__proto__'}}}}}
components: {schemas: {__proto__: {type: object, properties: {__proto__: {type: string}, toString: {type: integer}}}}}
`);
  assert.deepEqual(
    api!.operations[0]!.parameters.map(({ name }) => name),
    ['__proto__', 'constructor'],
  );
  const properties = api!.operations[0]!.responses[0]!.media[0]!.schema!.properties();
  assert.deepEqual(
    properties.map(({ name }) => name),
    ['__proto__', 'toString'],
  );
  assert.match(rendered, /schema-__proto__/);
});

test('values of any wrong type are passed over', () => {
  const { api } = made(`${head}paths:
  /a: [1, 2]
  /b: {get: x, post: {parameters: {a: b}, requestBody: [1], responses: [1], tags: x, security: 3, servers: x, callbacks: [1]}}
  /c: {get: {parameters: [1, null, {name: 5, in: query, schema: 7}, {name: d, in: nowhere}], responses: {200: null, 201: {content:
    {application/json: {schema: {properties: [1], required: a, enum: 5, allOf: 3, oneOf: {a: 1}, items: [1], type: 7, discriminator: 4, xml: 3}}},
    headers: [1], links: 4}}}}
tags: {a: 1}
servers: x
components: {schemas: [1], securitySchemes: {a: 3}}
security: [1, {a: 3}]
`);
  assert.deepEqual(
    api!.operations.map(({ method, path: where }) => `${method} ${where}`),
    ['POST /b', 'GET /c'],
  );
});

test('a value of another shape than OpenAPI has for it is told, where it stands', () => {
  const { findings, api } = made(`${head}servers: {url: https://a.example}
security: {key: []}
tags: pets
paths:
  /one:
    get:
      tags: [{name: pets}, cats, 7]
      parameters: {limit: {in: query}}
      responses:
        200: done
        400: {description: bad, content: {application/json: {schema: Pet}}}
    GET: {responses: {}}
    fetch: {responses: {}}
  /two: text
components:
  schemas:
    Pet: {properties: [a], required: name, enum: a, allOf: {type: object}, type: [string, {}, null], not: {items: {oneOf: 3}}}
`);
  assert.deepEqual(
    findings.map(({ line, column, message }) => `${line}:${column} ${message}`),
    [
      '3:1 “servers” must be a list, and is a map: it is not read',
      '4:1 “security” must be a list, and is a map: it is not read',
      '5:1 “tags” must be a list, and is “pets”: it is not read',
      '9:14 an item of “tags” must be text, and is a map: it is not read',
      '10:7 “parameters” must be a list, and is a map: it is not read',
      '12:9 “200” must be a map, and is “done”: it is not read',
      '13:62 “schema” must be a map, and is “Pet”: it is not read',
      '14:5 “GET” is no method that a path may have: it is not read',
      '15:5 “fetch” is no method that a path may have: it is not read',
      '16:3 “/two” must be a map, and is “text”: it is not read',
      '19:11 “properties” must be a map, and is a list: it is not read',
      '19:28 “required” must be a list, and is “name”: it is not read',
      '19:44 “enum” must be a list, and is “a”: it is not read',
      '19:53 “allOf” must be a list, and is a map: it is not read',
      '19:91 an item of “type” must be text, and is a map: it is not read',
    ],
  );
  assert.deepEqual(
    api?.operations.map(({ tags }) => tags),
    [['cats', '7']],
  );
});

test('a field that is spelt nearly as a known one is told', () => {
  const file = path.join(folder, 'spelt.yaml');
  writeFileSync(
    file,
    `${head}paths:
  /one:
    get:
      sumary: One
      anything: else
      parameters: [{name: a, in: query, shema: {type: string, x-formt: a}}]
      respones: {200: {description: x}}
components:
  schemas: {Pet: {requried: [a], properties: {requried: {descripton: x}}}}
`,
  );
  const { findings } = readDescription(file, { nearest: (name, known) => nearest(name, known) });
  assert.deepEqual(
    findings.map(({ kind, line, column, message }) => `${kind} ${line}:${column} ${message}`),
    [
      'openapi-extension-spelt 6:7 “sumary” says nothing here; “summary” does',
      'openapi-extension-spelt 8:41 “shema” says nothing here; “schema” does',
      'openapi-extension-spelt 9:7 “respones” says nothing here; “responses” does',
      'openapi-extension-spelt 11:19 “requried” says nothing here; “required” does',
      'openapi-extension-spelt 11:58 “descripton” says nothing here; “description” does',
    ],
  );
});

test('what OpenAPI leaves open, and what is empty, is told by nobody', () => {
  writeFileSync(path.join(folder, 'parts.yaml'), 'Pet: {properties: [a]}\nCat: {required: [a]}\n');
  const { found } = made(`${head}tags:
paths:
  /one:
    x-anything: 3
    get:
      parameters:
      requestBody: {content: {application/json: }}
      responses:
        200: {description: x, content: {application/json: {schema: true, examples: [1]}}}
        201: {description: x, content: {application/json: {schema: {$ref: parts.yaml#/Cat}}}}
      callbacks: {done: {'{$url}': {post: {responses: {}}}}}
components:
  schemas:
    A: &a {type: [string, 'null'], items: false, additionalProperties: false, properties: {b: true}}
    B: *a
`);
  assert.deepEqual(found, []);
  const there = made(`${head}paths: {}
components: {schemas: {Pet: {$ref: 'parts.yaml#/Pet'}}}
`);
  assert.deepEqual(there.found, ['warning openapi-shape 1:7']);
});

test('schemas that are nested or put together without end are cut', () => {
  const many = 10_000;
  const end = '{"type":"object","properties":{"end":{"type":"string"}}}';
  for (const [before, after] of [
    ['{"allOf":[', ']}'],
    ['{"type":"array","items":', '}'],
    ['{"properties":{"a":', '}}'],
  ] as const)
    for (const levels of [100, many]) {
      const { api, found } = made(
        json(before.repeat(levels) + end + after.repeat(levels)),
        'deep.json',
      );
      if (levels === many) assert.match(String(found), /^error openapi-syntax 1:\d+$/);
      else assert.ok(api);
    }
  const chain = Array.from(
    { length: 300 },
    (_, i) =>
      `"S${i}":{"allOf":[{"$ref":"#/components/schemas/S${i + 1}"},{"properties":{"p${i}":{}}}]}`,
  );
  const { rendered } = made(
    json(
      '{"$ref":"#/components/schemas/S0"}',
      `,"components":{"schemas":{${chain},"S300":${end}}}`,
    ),
    'chain.json',
  );
  assert.match(rendered, /"p299"/);
});

test('references that make up more than can be shown are bounded', () => {
  for (const shape of [
    (next: string) => `{"allOf":[${next},${next}]}`,
    (next: string) => `{"type":"object","properties":{"a":${next},"b":${next},"c":${next}}}`,
    (next: string) =>
      `{"oneOf":[${next},{"properties":{"z":${next}}},{"type":"array","items":${next}}]}`,
  ]) {
    const parts = Array.from(
      { length: 40 },
      (_, i) => `"E${i}":${shape(`{"$ref":"#/x-parts/E${i + 1}"}`)}`,
    );
    const { rendered } = made(
      json('{"$ref":"#/x-parts/E0"}', `,"x-parts":{${parts},"E40":{"type":"string"}}`),
      'wide.json',
    );
    assert.ok(rendered.length < 5_000_000);
  }
});

test('findings of one kind are counted where they are too many', () => {
  const properties = Array.from({ length: 500 }, (_, i) => `"p${i}":{"$ref":"#/none/${i}"}`);
  const { findings } = made(json(`{"properties":{${properties}}}`), 'many.json');
  assert.equal(findings.length, 100);
  assert.match(findings.at(-1)!.message, /and 400 more/);
});

test('a sample that is referred to is text, whatever YAML would say of it', () => {
  writeFileSync(path.join(folder, 'sample'), 'curl: -X GET: "https://example.com"\n');
  const { found, rendered } = made(
    `${head}paths:\n  /a:\n    get:\n      x-codeSamples: [{lang: cURL, source: {$ref: sample}}]\n`,
  );
  assert.deepEqual(found, []);
  assert.match(rendered, /GET/);
});

test('rows of the same attributes refer to the first of them; a summary of paragraphs is no title', () => {
  const user = '{"type":"object","properties":{"a":{},"b":{},"c":{},"d":{}}}';
  const { rendered } = made(
    json(`{"type":"object","properties":{"one":${user},"two":${user}}}`),
    'same.json',
  );
  assert.match(rendered, /The same attributes as .{0,120}"one"/);
  assert.doesNotMatch(rendered, /two\.a/);
  const long = 'A word of many. '.repeat(20);
  const { api } = made(`${head}paths: {/a: {get: {operationId: id, summary: "${long}"}}}\n`);
  assert.equal(api!.operations[0]!.title, 'id');
  assert.match(api!.operations[0]!.description, /A word of many/);
});

test('files outside of the folder are not read, be it through a link', () => {
  const inside = path.join(folder, 'inside');
  mkdirSync(inside, { recursive: true });
  writeFileSync(path.join(folder, 'secret.yaml'), 'type: string\ntitle: secret\n');
  writeFileSync(path.join(inside, 'openapi.yaml'), `${head}paths: {/a: {$ref: ../secret.yaml}}\n`);
  const { findings, files } = readDescription(path.join(inside, 'openapi.yaml'));
  assert.deepEqual(
    findings.map(({ kind }) => kind),
    ['openapi-ref-outside'],
  );
  assert.deepEqual(
    files.map((file) => path.basename(file)),
    ['openapi.yaml'],
  );
});

/** JSON values, laid out with and without white space. */
const laidOut = fc
  .tuple(fc.jsonValue(), fc.constantFrom(0, 1, 2))
  .map(([value, indent]) => ({ value, text: JSON.stringify(value, null, indent) }));

test('offsets in JSON lead to the value that their pointer leads to', () => {
  fc.assert(
    fc.property(laidOut, ({ value, text }) => {
      const check = (inner: unknown, pointer: string): void => {
        if (typeof inner !== 'object' || inner === null) return;
        for (const [key, one] of Object.entries(inner)) {
          const where = `${pointer}/${escapePointer(key)}`;
          const offset = jsonOffset(text, where);
          assert.ok(offset !== undefined, where);
          const expected = Array.isArray(inner) ? JSON.stringify(one)[0] : JSON.stringify(key);
          assert.ok(text.startsWith(expected!, offset), where);
          check(one, where);
        }
      };
      check(value, '');
      for (const [pointer, offset] of jsonOffsets(text, 3))
        assert.equal(jsonOffset(text, pointer), offset);
    }),
  );
});

test('positions in YAML are those of the key', () => {
  const positions = new Positions('a:\n  b:\n    - c: 1\n    - d:\n        e: {f: 2}\n', false);
  assert.deepEqual(positions.at('/a/b'), { line: 2, column: 3 });
  assert.deepEqual(positions.at('/a/b/1/d/e/f'), { line: 5, column: 13 });
  assert.deepEqual(positions.at('/a/b/1/d/none'), { line: 4, column: 7 });
});

/** Real descriptions lie beside the repository on some machines only. */
const shared = path.join(import.meta.dirname, '../../../shared/openapi');

test('real descriptions: every operation that the raw file has', {
  skip: !existsSync(shared),
}, () => {
  const files = readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(?:ya?ml|json)$/.test(file) && !file.startsWith('overlays'),
  );
  assert.ok(files.length > 20);
  for (const file of files) {
    const { api } = readDescription(path.join(shared, file));
    assert.ok(api, file);
    const raw = readFileSync(path.join(shared, file), 'utf8');
    // Told apart by indentation alone, by no parser.
    const paths = /^paths:\n((?:[ #].*\n|\n)*)/m.exec(raw)?.[1] ?? '';
    const step = /^( +)['"]?\//m.exec(paths)?.[1]?.length ?? 0;
    const methods = paths.match(
      new RegExp(`^ {${step * 2}}(?:get|put|post|delete|options|head|patch|trace|query):`, 'gm'),
    );
    const isPlain =
      step > 0 && !/additionalOperations|x-internal|\$ref: ['"]?(?:paths|\.\/paths)/.test(raw);
    if (isPlain) assert.equal(api.operations.length, methods?.length ?? 0, file);
  }
});
