/** Links to a reference as other tools had it, opened in a browser: a table a tool. */
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext } from 'playwright';
import { launch } from '../browser.ts';
import { project } from '../phyllite.ts';
import { contentFolder, type ContentFolder } from './content.ts';
import { publish, type Published } from './published.ts';

const fixture = path.join(project, 'tests/fixtures/old-links');
const tables = readFileSync(path.join(fixture, 'links.txt'), 'utf8')
  .trim()
  .split(/^# /m)
  .slice(2)
  .map((table) => {
    const [tool = '', ...rows] = table.trim().split('\n');
    return { tool, rows: rows.map((row) => row.split(' → ') as [link: string, id: string]) };
  });

let browser: Browser, context: BrowserContext, folders: ContentFolder[];
const sites = new Map<string, Published>();
before(async () => {
  folders = [false, true].map((paged) =>
    contentFolder({ 'index.md': `---\nopenapi: ./openapi.yaml\npaged: ${paged}\n---\n` }),
  );
  for (const { dir } of folders)
    cpSync(path.join(fixture, 'openapi.yaml'), path.join(dir, 'openapi.yaml'));
  sites.set('one page', await publish(folders[0]!.dir));
  sites.set('a page a chapter', await publish(folders[1]!.dir, '/docs/'));
  browser = await launch();
  context = await browser.newContext();
});
after(async () => {
  await browser?.close();
  for (const site of sites.values()) site.close();
  for (const folder of folders) folder.remove();
});

for (const name of ['one page', 'a page a chapter'])
  for (const { tool, rows } of tables)
    test(`links of ${tool} land: ${name}`, async () => {
      const page = await context.newPage();
      const landed: [string, string][] = [];
      for (const [link, id] of rows) {
        await page.goto('about:blank');
        await page.goto(sites.get(name)!.url + link.replace(/^\//, ''));
        const isThere = await page
          .waitForFunction(
            (wanted) => {
              const own = decodeURIComponent(location.hash.slice(1)).toLowerCase();
              const box = document.getElementById(wanted)?.getBoundingClientRect();
              return own === wanted.toLowerCase() && box && box.top < innerHeight;
            },
            id,
            { timeout: 5000 },
          )
          .then(
            () => id,
            () => page.url(),
          );
        landed.push([link, isThere]);
      }
      assert.deepEqual(landed, rows);
      await page.close();
    });

test('what nothing is called stays where it is, and nothing is loaded for what is there', async () => {
  const { url } = sites.get('one page')!;
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${url}#nothing/like-it`);
  await page.waitForResponse(/UI-old-links\.json$/);
  assert.equal(page.url(), `${url}#nothing/like-it`);
  asked.length = 0;
  await page.goto('about:blank');
  await page.goto(`${url}#addPet`);
  await page.waitForLoadState('networkidle');
  assert.deepEqual(
    asked.filter((one) => /old-links/.test(one)),
    [],
  );
  await page.close();
});

test('a page that is parsed before its first frame hides nothing for a place that will not come', async () => {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const frame = requestAnimationFrame;
    window.requestAnimationFrame = (work) => {
      if (document.readyState === 'complete') return frame(work);
      addEventListener('load', () => frame(work));
      return 0;
    };
  });
  await page.goto(`${sites.get('one page')!.url}#nothing/like-it`, { waitUntil: 'load' });
  const isHidden = await page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() =>
          setTimeout(() => resolve(document.documentElement.hasAttribute('data-arriving'))),
        ),
      ),
  );
  assert.equal(isHidden, false);
  await page.close();
});
