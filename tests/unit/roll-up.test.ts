import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { outlineOf } from '../../src/markup/headings/headings.ts';

const methods = (html: string) =>
  outlineOf(fromHtml(html.replace(/<h([1-3])>/g, '<h$1 data-line="1">'), { fragment: true })).map(
    ({ title, endpoint }) => `${title}: ${endpoint ? `${endpoint.method} ${endpoint.path}` : '-'}`,
  );

test('a heading has the operation named under it', () => {
  assert.deepEqual(
    methods(
      '<h2>List</h2><div class="endpoint" data-method="get"><span>GET</span> <code>/a</code></div>',
    ),
    ['List: GET /a'],
  );
});

test('method and path side by side are an operation, whatever elements they stand in', () => {
  assert.deepEqual(
    methods(
      '<h2>New</h2><div class="x"><div><i class="label">POST</i><h6>/orders</h6></div></div>',
    ),
    ['New: POST /orders'],
  );
  assert.deepEqual(methods('<h2>New</h2><p><strong>PUT</strong> /orders/1</p>'), [
    'New: PUT /orders/1',
  ]);
});

test('a heading with one operation under its sub-headings has it; with two, none; a chapter never', () => {
  const request = (path: string) => `<h3>HTTP Request</h3><p>GET ${path}</p>`;
  assert.deepEqual(methods(`<h1>Books</h1><h2>List</h2>${request('/a')}<h3>Errors</h3>`), [
    'Books: -',
    'List: GET /a',
    'HTTP Request: GET /a',
    'Errors: -',
  ]);
  assert.equal(methods(`<h2>List</h2>${request('/a')}${request('/b')}`)[0], 'List: -');
  assert.equal(methods(`<h2>List</h2><h2>Other</h2>${request('/a')}`)[0], 'List: -');
});

test('a sub-heading that names an operation of its own keeps it to itself', () => {
  assert.equal(methods('<h2>Tokens</h2><h3>Issue a token</h3><p>POST /token</p>')[0], 'Tokens: -');
});
