/** Callouts and operations, after rendering: HTML as either dialect leaves it, beside what the page has. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { asides } from '../../src/markup/callouts/asides.ts';
import { pathParts, recogniseEndpoint } from '../../src/shared/endpoint.ts';
import { endpoints } from '../../src/markup/endpoints/endpoints.ts';

const words = { deprecated: 'deprecated', beta: 'beta' };
const steps = { asides, endpoints: (tree: Root) => endpoints(tree, words) };

for (const [name, step] of Object.entries(steps)) {
  test(name, () => {
    const file = path.join(import.meta.dirname, '../fixtures/mdx', `step-${name}.html`);
    const tree = fromHtml(readFileSync(file, 'utf8'), { fragment: true });
    step(tree);
    const beside = file.replace('.html', '.out.html');
    if (process.env.UPDATE) writeFileSync(beside, toHtml(tree));
    assert.equal(toHtml(tree), readFileSync(beside, 'utf8'));
    step(tree);
    assert.equal(toHtml(tree), readFileSync(beside, 'utf8'), 'a second run changes nothing');
  });
}

test('a text that is an operation', () => {
  const paths = [
    '/x',
    '/rest/{collection}/:id?q={}&h={"$max":1}',
    'https://api.example.com/v1/x',
    '{base}/x',
    '{{base_url}}/x',
    '<base>/x',
    ':host/x',
    '/',
  ];
  for (const each of paths)
    assert.deepEqual(recogniseEndpoint(` GET  ${each} `), { method: 'GET', path: each });
  assert.deepEqual(recogniseEndpoint('POST /x HTTP/1.1'), { method: 'POST', path: '/x' });
  assert.deepEqual(recogniseEndpoint('WS wss://x.example/y'), {
    method: 'WS',
    path: 'wss://x.example/y',
  });
  for (const other of [
    'GET',
    'GET x',
    'get /x',
    'GET /x and more',
    'TAKE /x',
    'GET/x',
    'a GET /x',
    '/x',
    'GET - /x',
  ])
    assert.equal(recogniseEndpoint(other), undefined, other);
});

test('parameters of a path', () => {
  const marked = (path: string) =>
    pathParts(path)
      .map(({ text, parameter }) => (parameter ? `[${text}]` : text))
      .join('');
  assert.equal(
    marked('/rest/{collection}/:id/<name>?max={n}#:no'),
    '/rest/[{collection}]/[:id]/[<name>]?max=[{n}]#:no',
  );
  assert.equal(marked('{{base}}/a:b/10:30'), '[{{base}}]/a:b/10:30');
  assert.equal(marked('http://localhost:8080/x'), 'http://localhost:8080/x');
  assert.equal(marked('/{unclosed/x'), '/{unclosed/x');
});
