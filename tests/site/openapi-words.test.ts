/** Parts of a description that an owner places by hand, and notes beside operations. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import type {
  ReferenceJson,
  ReferenceOfSection,
} from '../../src/publish/files/reference-schema.ts';
import { launch } from '../browser.ts';
import { project } from '../phyllite.ts';
import { publish, type Published } from './published.ts';
import { until } from './wait.ts';

let browser: Browser, site: Published, page: Page;
before(async () => {
  site = await publish(path.join(project, 'tests/fixtures/openapi-words'));
  browser = await launch();
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  site?.close();
});

const lines = (sections: ReferenceOfSection[] = [], indent = ''): string[] =>
  sections.flatMap(({ id, method, path: at, operation, schema, source, sections: inner }) => [
    indent + [id, method, at, operation, schema, source.file].filter(Boolean).join(' '),
    ...lines(inner, `${indent}  `),
  ]);

test('what is placed stands where it is placed, once, with its own id and its own source', () => {
  const reference = JSON.parse(
    readFileSync(path.join(site.dir, 'reference.json'), 'utf8'),
  ) as ReferenceJson;
  assert.deepEqual(
    reference.documents.map(({ sections }) => lines(sections)),
    [
      [
        'start index.mdx',
        'authentication index.mdx',
        'feeding index.mdx',
        '  listPets GET /pets listPets openapi.yaml',
        '    order openapi.yaml',
        'tag-toys openapi.yaml',
        '  get-toys-id GET /toys/{id} openapi.yaml',
        'after index.mdx',
        'tag-pets openapi.yaml',
        '  pets/add POST /pets pets/add openapi.yaml',
        '  schema-Pet Pet openapi.yaml',
        'schemas openapi.yaml',
        '  schema-Toy Toy openapi.yaml',
      ],
      [
        'tutorial other.mdx',
        '  pets/add POST /pets pets/add openapi.yaml',
        '  schema-Toy Toy openapi.yaml',
      ],
    ],
  );
});

test('words between the tags, and notes in both languages, follow the description’s', async () => {
  await page.goto(site.url);
  const texts = await page.locator('main').evaluate((main) => main.textContent ?? '');
  assert.match(texts, /Lists them\.\s*Mind the gap of the owner\.\s*Authentication: key/);
  assert.match(texts, /MDX note with 3 and x\.[\s\S]*A callout[\s\S]*Path parameters/);
  assert.match(texts, /My own words about adding\.[\s\S]*Mind it\.[\s\S]*Heading[\s\S]*Body/);
  assert.equal(await page.locator('main aside.notice, main aside').count(), 2);
  // A note's heading is no section.
  assert.equal(await page.locator('main h3:has-text("Heading")').getAttribute('id'), null);
});

test('what a description says of authentication ends the owner’s section', async () => {
  const block = page.locator('main .block').filter({ has: page.locator('#authentication') });
  const said = /Own words on it\.\s+key\s+API key in the header X-Key\s+Get one from us\./;
  // What is not laid out yet has no text that can be seen.
  await until(
    () => block.innerText(),
    (words) => said.test(words),
    'the words on authentication',
  );
  assert.equal(await page.locator('main :is(h1, h2):text-is("Authentication")').count(), 1);
});

test('it is found by search, and on a page of its own it leads nowhere else', async () => {
  await page.locator('input[type=search]').fill('listPets');
  const first = page.locator('[role=listbox] [role=option]').first();
  await first.waitFor();
  assert.match((await first.getAttribute('href')) ?? '', /#listPets$/);
  await page.goto(`${site.url}other.html`);
  const dead = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="#"]')]
      .map(({ hash }) => decodeURIComponent(hash.slice(1)))
      .filter((id) => !document.getElementById(id)),
  );
  assert.deepEqual(dead, []);
  assert.ok(await page.locator('[id="pets/add-toy-color"]').isVisible());
});
