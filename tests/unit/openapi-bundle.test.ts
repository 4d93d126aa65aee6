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
  const { value } = parseYaml(fixture('files/openapi.yaml')!) as { value: Record<string, any> };
  const { get } = value['paths']['/pets'];
  assert.deepEqual(get.responses['200'].content['application/json'].schema, {
    type: 'array',
    items: { $ref: '#/components/schemas/Pet' },
  });
  assert.equal(get.responses['400'].description, 'Bad');
  const { Pet, Owner, Problem } = value['components'].schemas;
  assert.deepEqual(Pet.properties.owner, { $ref: '#/components/schemas/Owner' });
  assert.deepEqual(Pet.properties.friend, { $ref: '#/components/schemas/Pet' });
  assert.deepEqual(Object.keys(Owner.properties), ['name', 'broken']);
  assert.deepEqual(Problem.properties, { code: { type: 'integer' } });
  assert.equal(value['info'].description, 'From a **file**.\n');
});

test('what is internal is left out', () => {
  const text = fixture('tags.yaml')!;
  assert.doesNotMatch(text, /x-internal|\/internal:\n\s+get/);
  assert.match(text, /findOrders/);
});
