/** A built site in a real browser, for one test file. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { serve, type Served } from '../serve.ts';
import {
  build,
  byTag,
  isBuilt,
  textOf,
  type Built,
  type BuildOptions,
  type Files,
} from './site.ts';

export const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

const open = new Set<Site>();
// A test that fails leaves its site open, and with it this process.
after(() => Promise.all([...open].map((site) => site.close())));

/** Polls. What is not mended yet fails for sure, so it is not waited for as long as elsewhere. */
export async function until<T>(
  ask: () => T | Promise<T>,
  holds: (value: T) => boolean,
  what: string,
): Promise<T> {
  let last: unknown;
  for (const end = performance.now() + 6_000; performance.now() < end; await sleep(50)) {
    try {
      const value = await ask();
      if (holds(value)) return value;
      last = value;
    } catch (error) {
      last = String(error);
    }
  }
  return assert.fail(`${what}: ${JSON.stringify(last)}`);
}

export class Site {
  built!: Built;
  #served!: Served;
  #base = '/';

  static async of(files: Files, options: BuildOptions = {}): Promise<Site> {
    const site = new Site();
    site.built = await build(files, options);
    isBuilt(site.built);
    const at = options.args?.indexOf('--base') ?? -1;
    if (at >= 0) site.#base = `${options.args![at + 1]!.replace(/\/$/, '')}/`;
    open.add(site);
    site.#served = await serve(site.built.out, site.#base);
    return site;
  }

  url(path: string): string {
    return this.#served.origin + this.#base + path;
  }

  /** @param at path with query and hash, without a slash before it */
  async open(browser: Browser, at: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: wide, ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.get(page)?.push(error.message));
    errors.set(page, []);
    await page.goto(this.url(at));
    return page;
  }

  async close(): Promise<void> {
    if (open.delete(this)) await this.#served?.close();
  }
}

const errors = new WeakMap<Page, string[]>();

/** Closes a page, and holds it to no error of a script. */
export async function done(page: Page): Promise<void> {
  await page.context().close();
  assert.deepEqual(errors.get(page), []);
}

interface Found {
  text: string;
  href: string;
  title: string;
}

/**
 * The results of a search, in order. First come those by titles, then those by the text: they are read when
 * they have been the same for a while, and again as long as they are not as expected.
 */
export async function results(
  page: Page,
  query: string,
  isExpected: (found: Found[]) => boolean = () => true,
): Promise<Found[]> {
  const input = page.locator('input[type=search]');
  // An empty query closes the panel: it is open again with an answer to this one.
  await input.fill('');
  await input.fill(query);
  let last: string | undefined,
    calm = 0,
    found: Found[] = [];
  for (const end = performance.now() + 20_000; performance.now() < end; await sleep(50)) {
    const now = await page.evaluate(() => {
      const panel = document.querySelector<HTMLElement>('[data-search-panel]:not([hidden])');
      return panel?.textContent;
    });
    calm = now !== undefined && now === last ? calm + 1 : 0;
    last = now ?? undefined;
    if (calm < 5) continue;
    found = await foundIn(page);
    if (isExpected(found)) break;
  }
  return found;
}

const foundIn = (page: Page): Promise<Found[]> =>
  page.locator('[role=option]').evaluateAll((all) =>
    all.map((one) => ({
      text: one.textContent?.replace(/\s+/g, ' ').trim() ?? '',
      href: one.getAttribute('href') ?? '',
      title: one.querySelector('[class*=title]')?.textContent?.trim() ?? '',
    })),
  );

/** What a reader who is lost can go to: the names in the contents of the 404 page. */
export function has404(built: Built, names: string[]): void {
  const text = built.elements('404.html', byTag('nav')).map(textOf).join(' ');
  for (const name of names) assert.ok(text.includes(name), `${name} in ${text}`);
}
