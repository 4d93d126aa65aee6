import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { symbolsOf } from '../../src/markup/symbols/symbols.ts';

const names = (html: string): string[] =>
  symbolsOf(fromHtml(html, { fragment: true }).children).map(
    ({ kind, method, name, id, example }) =>
      `${kind} ${method ? `${method} ` : ''}${name}${id === undefined ? '' : ` #${id}`}${example ? ' (example)' : ''}`,
  );

test('an endpoint line', () => {
  assert.deepEqual(
    names('<div class="endpoint" data-method="get"><code>/rest/{collection}</code></div>'),
    ['endpoint GET /rest/{collection}'],
  );
});

test('method and path as neighbours', () => {
  const endpoint = ['endpoint POST /wp-json/wc/v3/coupons'];
  assert.deepEqual(
    names('<div><i class="label">POST</i>\n<h6>/wp-json/wc/v3/coupons</h6></div>'),
    endpoint,
  );
  assert.deepEqual(names('<p><strong>POST</strong> /wp-json/wc/v3/coupons</p>'), endpoint);
  assert.deepEqual(names('<p>POST /wp-json/wc/v3/coupons</p>'), endpoint);
  assert.deepEqual(names('<p><code>POST /wp-json/wc/v3/coupons</code></p>'), endpoint);
  assert.deepEqual(
    names('<table><tr><td>POST</td><td>/wp-json/wc/v3/coupons</td></tr></table>'),
    endpoint,
  );
});

test('prose that begins with a method is no endpoint', () => {
  assert.deepEqual(names('<p>POST requests carry a body. <b>GET</b> them with care.</p>'), []);
});

test('parameters of a table, with the rows to land on', () => {
  assert.deepEqual(
    names(
      '<table><thead><tr><th>Parameter</th><th>Description</th></tr></thead><tbody>' +
        '<tr data-row="4"><td><code>orderby</code></td><td>One of <code>date</code>.</td></tr>' +
        '<tr data-row="5"><td>»» file_name<br>string</td><td></td></tr>' +
        '<tr><td>A whole sentence of prose</td><td></td></tr></tbody></table>',
    ),
    ['parameter orderby #4', 'code date', 'parameter file_name #5'],
  );
});

test('several names in one row', () => {
  assert.deepEqual(
    names(
      '<table><tr><th>Operator</th></tr><tr><td><code>$gt</code>, <code>$gte</code></td></tr><tr><td><code>a</code> stands for <code>b</code></td></tr></table>',
    ),
    ['parameter $gt', 'parameter $gte', 'parameter a'],
  );
});

test('status codes, error codes and headers by what the table says', () => {
  assert.deepEqual(
    names(
      '<table><tr><th>Error code</th><th>Meaning</th></tr><tr><td>404</td><td>x</td></tr><tr><td>InvalidOrder</td><td>x</td></tr></table>',
    ),
    ['status 404', 'code InvalidOrder'],
  );
  // Beside the status, too; a country's code is none.
  assert.deepEqual(
    names(
      '<table><tr><th>HTTP status</th><th>API errorCode</th></tr><tr><td>400</td><td>1042</td></tr></table>' +
        '<table><tr><th>Name</th><th>Zip code</th></tr><tr><td>home</td><td>90210</td></tr></table>',
    ),
    ['status 400', 'code 1042', 'parameter home'],
  );
  assert.deepEqual(names('<table><tr><th>Name</th></tr><tr><td>X-WP-Total</td></tr></table>'), [
    'header X-WP-Total',
  ]);
  assert.deepEqual(names('<figure data-status="201"></figure>'), ['status 201 (example)']);
});

test('inline code', () => {
  assert.deepEqual(
    names(
      '<p><code>$filter</code> <code>Authorization: Bearer x</code> <code>429</code> <code>createOrder()</code> <code>two words</code> <code>{}</code></p>',
    ),
    ['code $filter', 'header Authorization', 'status 429', 'code createOrder()'],
  );
});

test('a sample gives its request, headers and keys', () => {
  assert.deepEqual(
    names(
      '<pre><code>curl -X POST https://x.test/v1/mail?a=1 -H "X-Api-Key: k" -d \'{"to": "a", "$set": {"b": 1}}\'</code></pre>',
    ),
    [
      'endpoint POST /v1/mail (example)',
      'header X-Api-Key (example)',
      'key to (example)',
      'key $set (example)',
      'key b (example)',
    ],
  );
  assert.deepEqual(names('<pre><code>GET https://x.test/v1/mail HTTP/1.1</code></pre>'), [
    'endpoint GET /v1/mail (example)',
  ]);
});

test('a request of HTTPie', () => {
  assert.deepEqual(
    names('<pre><code>$ http --form POST "https://api.x.com/token" \\\n "a=b"</code></pre>'),
    ['endpoint POST /token (example)'],
  );
  assert.deepEqual(names('<pre><code>http https://api.x.com/pots id==$id "A: b $c"</code></pre>'), [
    'endpoint GET /pots (example)',
  ]);
  assert.deepEqual(names('<pre><code>http https://api.x.com/pots name=Trip</code></pre>'), [
    'endpoint POST /pots (example)',
  ]);
});

test('a value in bold at the beginning of a paragraph', () => {
  assert.deepEqual(
    names('<p><strong>GTT</strong> Good till time.</p><p>Not <strong>IOC</strong>.</p>'),
    ['code GTT'],
  );
  assert.deepEqual(
    names('<p><strong>NOTE</strong> that. </p><p><b>Bold</b> words.</p><p><b>alone_here</b></p>'),
    [],
  );
});
