/** Links to a reference as other tools had it, a table a tool, and whether they land. */
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from 'playwright';
import { project } from '../phyllite.ts';
import { contentFolder } from './content.ts';
import { publish, type Published } from './published.ts';

/** What follows the address of the old page, and the id that it leads to. */
export type Row = [link: string, id: string];

const fixture = path.join(project, 'tests/fixtures/old-links');

export const tables: { tool: string; rows: Row[] }[] = readFileSync(
  path.join(fixture, 'links.txt'),
  'utf8',
)
  .trim()
  .split(/^# /m)
  .slice(2)
  .map((table) => {
    const [tool = '', ...rows] = table.trim().split('\n');
    return { tool, rows: rows.map((row) => row.split(' → ') as Row) };
  });

/** The reference that they lead to. @param base where it lies on its server */
export async function publishReference(paged: boolean, base = '/'): Promise<Published> {
  const folder = contentFolder({
    'index.md': `---\nopenapi: ./openapi.yaml\npaged: ${paged}\n---\n`,
  });
  cpSync(path.join(fixture, 'openapi.yaml'), path.join(folder.dir, 'openapi.yaml'));
  try {
    return await publish(folder.dir, base);
  } finally {
    folder.remove();
  }
}

/** Opens each link anew. @returns the rows as they landed: where that is elsewhere, with its address */
export async function landed(context: BrowserContext, url: string, rows: Row[]): Promise<Row[]> {
  const page = await context.newPage();
  const found: Row[] = [];
  for (const [link, id] of rows) {
    await page.goto('about:blank');
    await page.goto(url + link.replace(/^\//, ''));
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
    found.push([link, isThere]);
  }
  await page.close();
  return found;
}
