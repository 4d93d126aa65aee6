/** F1: names with signs. F2: operations and names as typed. F3: other languages, apostrophes, phrases. F4: excerpts. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { launch } from '../browser.ts';
import { results, Site } from './reader.ts';
import { page } from './site.ts';

const filler = (words: string) => `Text about ${words}. `.repeat(4);
const text = `# Client libraries

${filler('clients, code, calls and cookies')}

## C# client

Install it with NuGet.

## C++ client

Install it with vcpkg.

## .NET Core

Needs the runtime.

## F# client

For functional programs.

## Objective-C

Install it with CocoaPods.

## C client

Plain C, nothing else.

## Node.js and Vue.js

Install it with npm.

# Orders

## Create an order

\`POST /orders\`

${filler('creating orders')}

## List orders

\`GET /orders\`

${filler('listing orders, orders and more orders')}

## Read an order

\`GET /orders/{id}\`

${filler('one order')}

## Delete an order

\`DELETE /orders/{id}\`

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| \`force_delete\` | boolean | no | Whether to remove it for good, without the trash. |

## Order notes

\`PUT /orders/{id}/notes\`

${filler('notes of orders')}

# Fields

## Identifiers

Each document has an \`_id\`, and \`_created_at\`, and a \`parent_id\`.

| Name | Type | Description |
| --- | --- | --- |
| \`_id\` | string | Made by the server. |
| \`_created_at\` | date | The moment of its making. |
| \`user__meta\` | object | Whatever you like. |

## Id and created at

${filler('an id, ids, when created')}

## Meta of a user

${filler('users and their meta')}

# Removal

Purge and wipe all, or wipe and purge some. ${filler('what is gone and does not come again, whatever is tried')}

| Name | Type | Description |
| --- | --- | --- |
| \`purge_wipe\` | boolean | Whether nothing stays. |

# Errors

You don't need to retry it. It can't be undone, and won’t be.

## Rate limits

At most sixty requests a minute are answered.
`;
const signs: [query: string, first: RegExp][] = [
  ['C#', /C# client/],
  ['c#', /C# client/],
  ['C++', /C\+\+ client/],
  ['c++ client', /C\+\+ client/],
  ['.net', /\.NET Core/],
  ['.NET', /\.NET Core/],
  ['F#', /F# client/],
  ['node.js', /Node\.js/],
  ['objective-c', /Objective-C/],
  ['csharp', /C# client/],
  ['cpp client', /C\+\+ client/],
  ['dotnet', /\.NET Core/],
  ['nodejs', /Node\.js/],
];
const operations: [query: string, first: RegExp][] = [
  ['POST /orders', /Create an order/],
  ['GET /orders', /List orders/],
  ['get /orders/{id}', /Read an order/],
  ['DELETE /orders/{id}', /Delete an order/],
  ['delete /orders', /Delete an order/],
  ['DELETE /ord', /Delete an order/],
  ['post orders', /Create an order/],
  ['PUT /orders/{id}/no', /Order notes/],
  ['GET /orders/:id', /Read an order/],
  ['DELETE /orders/123', /Delete an order/],
  ['PUT /orders', /Order notes/],
];
const names: [query: string, first: RegExp][] = [
  ['_id', /_id|Identifiers/],
  ['_created_at', /_created_at|Identifiers/],
  ['user__meta', /user__meta|Identifiers/],
  ['parent_id', /Identifiers/],
  ['force_delete', /force_delete|Delete an order/],
];

let browser: Browser, site: Site, tab: Page;
before(async () => {
  browser = await launch();
  site = await Site.of({
    'index.html.md': page('title: API\nlang: en', text),
    'de.html.md': page(
      'title: Anleitung\nlang: de',
      '# Anleitung\n\n## Zahlungserinnerung\n\nEine Mahnung wird verschickt. Rückerstattung dauert lange.',
    ),
    'fr.html.md': page(
      'title: Guide\nlang: fr',
      "# Guide\n\n## L'authentification\n\nIl faut s'authentifier. Le remboursement est possible.",
    ),
  });
  tab = await site.open(browser, '');
});
after(async () => {
  await tab?.context().close();
  await browser?.close();
});

describe('search', { concurrency: 1 }, () => {
  for (const [kind, queries] of [
    ['F1', signs],
    ['F2', operations],
    ['F2', names],
  ] as const) {
    for (const [query, first] of queries) {
      test(`${kind} “${query}”`, async () => {
        const top = ([one]: { text: string }[]) => one?.text.slice(0, 120) ?? '(nothing)';
        const found = await results(tab, query, (all) => first.test(top(all)));
        assert.match(
          top(found),
          first,
          JSON.stringify(found.slice(0, 3).map((each) => each.text.slice(0, 80))),
        );
      });
    }
  }

  for (const [query, href] of [
    ['Zahlungserinnerung', /de\.html/],
    ['rückerstattung', /de\.html/],
    ['remboursement', /fr\.html/],
    ["l'authentification", /fr\.html/],
    ['authentification', /fr\.html/],
  ] as const) {
    test(`F3 “${query}” is found from a page in English`, async () => {
      const found = await results(tab, query, (all) => all.some((each) => href.test(each.href)));
      assert.ok(
        found.some((each) => href.test(each.href)),
        JSON.stringify(found.slice(0, 3)),
      );
    });
  }

  test('F3 this language’s come first', async () => {
    const found = await results(tab, 'guide');
    assert.ok(found.length === 0 || !/de\.html/.test(found[0]!.href));
    const german = await site.open(browser, 'de.html');
    const own = await results(german, 'mahnung', ([one]) => /de\.html/.test(one?.href ?? ''));
    assert.match(own[0]?.href ?? '', /de\.html/);
    const isThere = (all: { href: string }[]) => all.some(({ href }) => /rate-limits/.test(href));
    const english = await results(german, 'rate limits', isThere);
    assert.ok(isThere(english), 'English from a German page');
    await german.context().close();
  });

  for (const query of ['dont', "don't", 'don’t', 'cant', 'wont', "can't be undone"]) {
    test(`F3 “${query}” finds it with its apostrophe`, async () => {
      const isThere = (all: { href: string }[]) =>
        all.slice(0, 3).some(({ href }) => /#errors/.test(href));
      const found = await results(tab, query, isThere);
      assert.ok(isThere(found), JSON.stringify(found.slice(0, 3)));
    });
  }

  for (const query of ['"sixty cats"', '"no such phrase"', '"rate limit', '"']) {
    test(`F3 the phrase ${query} suggests no word with a quote`, async () => {
      await results(tab, query);
      const said = await tab.evaluate(
        () =>
          document.querySelector('[data-search-results]')?.parentElement?.textContent ??
          document.querySelector('search')?.textContent ??
          '',
      );
      assert.doesNotMatch(said.replaceAll(query, ''), /\w"(?!\w)/);
    });
  }

  test('F3 a phrase is found as a phrase', async () => {
    const found = await results(tab, '"sixty requests a minute"', ([one]) =>
      /#rate-limits/.test(one?.href ?? ''),
    );
    assert.match(found[0]?.href ?? '', /#rate-limits/);
  });

  test('F4 the excerpt shows the name that was found, before its words apart', async () => {
    const [found] = await results(tab, 'purge wipe', ([one]) =>
      /purge_wipe boolean/.test(one?.text ?? ''),
    );
    assert.match(found?.text ?? '', /purge_wipe boolean/);
  });

  for (const query of ['force delete', 'delete an order', 'trash', 'order notes', '_id']) {
    test(`F4 the excerpts of “${query}” hold neither path nor table header`, async () => {
      for (const { text: shown, title } of (await results(tab, query)).slice(0, 5)) {
        assert.doesNotMatch(
          shown,
          /Parameter Type|Name Type|Type Required|Required Description/,
          shown,
        );
        const paths = shown.match(/\/orders(\/\{id\}(\/notes)?)?/g) ?? [];
        assert.ok(new Set(paths).size === paths.length, `${title}: ${shown}`);
      }
    });
  }
});
