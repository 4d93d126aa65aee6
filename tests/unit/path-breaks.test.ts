/** Where long paths and names may break. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { breakPaths } from '../../src/markup/endpoints/path-breaks.ts';
import { breakWords } from '../../src/shared/word-breaks.ts';

const broken = (html: string): string => {
  const tree = fromHtml(html, { fragment: true });
  breakPaths(tree);
  return toHtml(tree);
};

test('a long name breaks before capitals and after signs, a short one nowhere', () => {
  assert.deepEqual(breakWords('PostPaymentIntentsHTTPCapture'), [
    'Post',
    'Payment',
    'Intents',
    'HTTP',
    'Capture',
  ]);
  assert.deepEqual(breakWords('a GitHub id of actions/list_repo-access_tokens'), [
    'a GitHub id of actions/',
    'list_',
    'repo-access_',
    'tokens',
  ]);
  assert.deepEqual(breakWords('List documents of a GitHub repository'), [
    'List documents of a GitHub repository',
  ]);
});

test('a path breaks after slashes, also behind a placeholder', () => {
  assert.equal(
    broken('<p><code>/v1/pay/<var>{id}</var>/apply_balance?a=1&amp;b</code></p>'),
    '<p><code>/v1/<wbr>pay/<var>{id}</var>/<wbr>apply_balance<wbr>?a=1<wbr>&#x26;b</code></p>',
  );
  assert.equal(broken('<p><code>/v1/pay</code></p>'), '<p><code>/v1/pay</code></p>');
});

test('a heading breaks within its longest word, code in it too', () => {
  assert.equal(
    broken('<h2>The <code>getPaymentIntentsSearch</code></h2><pre>getPaymentIntentsSearch</pre>'),
    '<h2>The <code>get<wbr>Payment<wbr>Intents<wbr>Search</code></h2><pre>getPaymentIntentsSearch</pre>',
  );
});
