import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { DescriptionFile } from '../../src/openapi/files/description-file.ts';
import { Findings } from '../../src/openapi/files/findings.ts';
import { parseYaml } from '../../src/openapi/files/parse.ts';
import { Positions } from '../../src/openapi/files/positions.ts';
import { readDescription } from '../../src/openapi/index.ts';
import { applyOverlay } from '../../src/openapi/overlay/overlay.ts';

/** Applies an overlay to a description, both as YAML. */
function applied(description: string, overlay: string) {
  const findings = new Findings();
  const file = new DescriptionFile(
    '/o.yaml',
    'o.yaml',
    parseYaml(overlay).value,
    new Positions(overlay, false),
  );
  const value = parseYaml(description).value;
  const result = applyOverlay(value, { value: file.value, file, pointer: '' }, findings);
  return {
    result,
    found: findings.all.map(({ severity, line, column }) => `${severity} ${line}:${column}`),
  };
}

const actions = (text: string): string => `overlay: 1.1.0\nactions:\n${text}`;

test('updates are merged into every match, lists grow, and removals leave the others', () => {
  const description = 'a: [{n: 1, keep: x}, {n: 2}, {n: 1}]\nb: {list: [1], deep: {x: 1}}\n';
  const { result, found } = applied(
    description,
    actions(`
  - {target: '$.a[?@.n == 1]', update: {seen: true}}
  - {target: '$.b', update: {list: [2], deep: {y: 2}, __proto__: 3}}
  - {target: '$.a', update: {n: 9}}
  - {target: '$.a[0,1]', remove: true}
  - {target: '$.b.deep', copy: '$.a[0]'}
`),
  );
  assert.deepEqual(found, []);
  assert.equal(
    JSON.stringify(result),
    '{"a":[{"n":1,"seen":true},{"n":9}],"b":{"list":[1,2],"deep":{"x":1,"y":2,"n":1,"seen":true},"__proto__":3}}',
  );
});

test('what changes nothing is told', () => {
  const { result, found } = applied(
    'a: 1\n',
    actions(`  - {target: $.b, remove: true}
  - {target: '$.[', remove: true}
  - {target: $.a}
`),
  );
  assert.deepEqual(result, { a: 1 });
  assert.deepEqual(found, ['warning 3:5', 'error 4:5', 'warning 5:5']);
  assert.deepEqual(applied('a: 1\n', 'overlay: 2.0.0\nactions: []\n').found, ['error 1:1']);
});

test('a description is read as its overlays leave it', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'overlay-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'openapi.yaml');
  const overlay = path.join(folder, 'overlay.yaml');
  writeFileSync(
    file,
    'openapi: 3.1.0\ninfo: {title: T}\npaths: {/a: {get: {summary: Old}}, /b: {$ref: "#/paths/~1a"}}\n',
  );
  writeFileSync(overlay, actions('  - {target: \'$.paths["/a"].get\', update: {summary: New}}\n'));
  const { api, files } = readDescription(file, { overlays: [overlay] });
  assert.deepEqual(
    api!.operations.map(({ summary }) => summary),
    ['New', 'New'],
  );
  assert.deepEqual(files, [file, overlay]);
});

/** The specification's own sets lie beside the repository on some machines only. */
const sets = path.join(import.meta.dirname, '../../../shared/openapi/overlays/compliant-sets');

for (const set of existsSync(sets) ? readdirSync(sets) : [])
  if (existsSync(path.join(sets, set, 'overlay.yaml')))
    test(`the specification's set: ${set}`, () => {
      const read = (name: string): string => readFileSync(path.join(sets, set, name), 'utf8');
      const { result } = applied(read('openapi.yaml'), read('overlay.yaml'));
      assert.deepEqual(result, parseYaml(read('output.yaml')).value);
    });
