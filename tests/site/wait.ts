/** Waiting for what a page comes to. What follows a click is never looked at in the moment after it: a slow machine is not there yet. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright';

/** Polls, since a page's policy forbids the evaluation that Playwright waits with. A page that is just being left cannot answer. */
export async function until<T>(
  ask: () => T | Promise<T>,
  holds: (value: T) => boolean,
  what: string,
): Promise<T> {
  let last: unknown;
  for (const start = performance.now(); performance.now() - start < 20_000; ) {
    try {
      const value = await ask();
      if (holds(value)) return value;
      last = value;
    } catch (error) {
      last = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return assert.fail(`${what}: ${JSON.stringify(last)}`);
}

/** Path, query and hash of where the reader is. */
export const at = (page: Page): string => page.url().replace(/^https?:\/\/[^/]*/, '');

/** Waits for the reader to be at a path with its query and hash, and for that page to be loaded. */
export async function arrives(page: Page, where: string | RegExp): Promise<void> {
  const is = (at: string) => (typeof where === 'string' ? at === where : where.test(at));
  await until(() => at(page), is, `arrives at ${where}`);
  await page.waitForLoadState();
}

/** Waits for a text that holds to lie in the clipboard, which a page writes after the click has ended. */
export const copied = (page: Page, holds: (text: string) => boolean): Promise<string> =>
  until(() => page.evaluate(() => navigator.clipboard.readText()), holds, 'copied');
