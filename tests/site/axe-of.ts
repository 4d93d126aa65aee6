/** axe, asked for what a test wants to know. */
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/**
 * Looks in the page itself, where Playwright's own way opens another one for each look, and writes
 * down violations alone: what passed takes a third of the time.
 */
export const axeOf = (page: Page): AxeBuilder =>
  new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], selectors: false });

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What the appearance changes; all else is the same in light and dark. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * @param parts selectors of what has changed since the whole page was looked at; none: all of it
 * @param rules by name; left out: all of WCAG 2.2 A and AA, and best practice
 */
async function violations(page: Page, parts: string[], rules?: string[]): Promise<string[]> {
  const axe = rules ? axeOf(page).withRules(rules) : axeOf(page).withTags(tags);
  for (const part of parts) axe.include(part);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

/** Nothing is found in the appearance of now, nor in the other one. @param parts as of `violations` */
export async function isClean(page: Page, what: string, ...parts: string[]): Promise<void> {
  assert.deepEqual(await violations(page, parts), [], what);
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await page.emulateMedia({ colorScheme: isDark ? 'light' : 'dark' });
  assert.deepEqual(await violations(page, parts, ofColours), [], `${what}, the other appearance`);
}

/** What is far away is not laid out, and its colours cannot be told: all is. */
export async function layOutAll(page: Page): Promise<void> {
  const content = '.chapter, .block { content-visibility: visible !important }';
  await page.addStyleTag({ content });
  await page.evaluate(() => new Promise(requestAnimationFrame));
}
