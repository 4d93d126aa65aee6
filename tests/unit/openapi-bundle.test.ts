import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { parseYaml } from '../../src/openapi/files/parse.ts';
import { readDescription } from '../../src/openapi/index.ts';

const fixture = (name: string) =>
  readDescription(path.join(import.meta.dirname, '../fixtures/openapi', name)).bundle();

test('a description in one file is offered as it is', () => {
  assert.equal(fixture('enums.yaml'), undefined);
});

test('several files become one, named schemas referred to and all else in place', () => {
  const { value } = parseYaml(fixture('files/openapi.yaml')!);
  const at = (...keys: string[]): unknown =>
    keys.reduce((now: unknown, key) => (now as Record<string, unknown>)[key], value);
  const responses = ['paths', '/pets', 'get', 'responses'];
  assert.deepEqual(at(...responses, '200', 'content', 'application/json', 'schema'), {
    type: 'array',
    items: { $ref: '#/components/schemas/Pet' },
  });
  assert.equal(at(...responses, '400', 'description'), 'Bad');
  const schemas = ['components', 'schemas'];
  assert.deepEqual(at(...schemas, 'Pet', 'properties'), {
    name: { type: 'string' },
    owner: { $ref: '#/components/schemas/Owner' },
    friend: { $ref: '#/components/schemas/Pet' },
    kitten: { $ref: '#/components/schemas/Kitten' },
  });
  assert.deepEqual(Object.keys(at(...schemas, 'Owner', 'properties') as object), [
    'name',
    'broken',
  ]);
  assert.deepEqual(at(...schemas, 'Problem', 'properties'), { code: { type: 'integer' } });
  assert.equal(at('info', 'description'), 'From a **file**.\n');
});

test('what is internal is left out', () => {
  const text = fixture('tags.yaml')!;
  assert.doesNotMatch(text, /x-internal|\/internal:\n\s+get/);
  assert.match(text, /findOrders/);
});
