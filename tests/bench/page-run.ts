/** Opens a page in Chromium with a slowed processor, each time in a context of its own, so that nothing is cached. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright';
import { median } from './median.ts';
import { loaded, offBy, scrollThrough, switchLanguages, watch, type Loaded } from './page-watch.ts';

export interface PageFigures extends Loaded {
  /** Milliseconds from click to frame: the median, and the slowest. NaN where there is one language or none. */
  language: number;
  languageSlowest: number;
  /** Longest frame of scrolling through, milliseconds, and how many there were. */
  longestFrame: number;
  frames: number;
  /** Pixels that a cold link is off, the worse of two headings: at once, and three seconds later. */
  deepLink: number;
  deepLinkLater: number;
}

/** Milliseconds after which a run is given up and made anew: Chromium has stopped to paint once in some hundred runs, the page idle. */
const patience = 300_000;

/** @param slower times the processor is slowed */
export async function measurePage(
  browser: Browser,
  url: string,
  { runs, slower }: { runs: number; slower: number },
): Promise<PageFigures> {
  const all: PageFigures[] = [];
  for (let run = 0, stopped = 0; run < runs; run++) {
    const figures = await Promise.race([
      once(browser, url, slower),
      new Promise<undefined>((resolve) => setTimeout(resolve, patience)),
    ]);
    if (figures) all.push(figures);
    else if (++stopped > 2) throw new Error(`${url}: the browser stopped painting three times`);
    else run--;
  }
  const figures = { ...all[0]! };
  for (const name of ['load', 'firstPaint', 'blocking', 'shift', 'language'] as const)
    figures[name] = median(all.map((one) => one[name]));
  for (const name of ['languageSlowest', 'longestFrame', 'deepLink', 'deepLinkLater'] as const)
    figures[name] = Math.max(...all.map((one) => one[name]));
  return figures;
}

/** @returns milliseconds that tasks took beyond 50 each until the page was quiet, on the processor as it is: the median */
export async function measureBlocking(
  browser: Browser,
  url: string,
  runs: number,
): Promise<number> {
  const all: number[] = [];
  for (let run = 0; run < runs; run++) {
    const { context, page } = await open(browser, url, 1);
    await page.waitForTimeout(2000);
    all.push((await page.evaluate(loaded)).blocking);
    await context.close();
  }
  return median(all);
}

async function open(
  browser: Browser,
  url: string,
  slower: number,
): Promise<{ context: BrowserContext; page: Page; session: CDPSession }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(url, { waitUntil: 'load', timeout: 180_000 });
  return { context, page, session };
}

async function once(browser: Browser, url: string, slower: number): Promise<PageFigures> {
  const { context, page } = await open(browser, url, slower);
  await page.waitForTimeout(2000);
  const figures = await page.evaluate(loaded);
  const switches = await page.evaluate(switchLanguages, 6);
  const frames = await page.evaluate(scrollThrough);
  await context.close();
  let deepLink = 0,
    deepLinkLater = 0;
  for (const id of figures.ids) {
    const { context: other, page: deep } = await open(
      browser,
      `${url}#${encodeURIComponent(id)}`,
      slower,
    );
    await deep.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    deepLink = Math.max(deepLink, await deep.evaluate(offBy, id));
    await deep.waitForTimeout(1000);
    const second = await deep.evaluate(offBy, id);
    await deep.waitForTimeout(2000);
    deepLinkLater = Math.max(deepLinkLater, second, await deep.evaluate(offBy, id));
    await other.close();
  }
  return {
    ...figures,
    language: median(switches),
    languageSlowest: switches.length ? Math.max(...switches) : NaN,
    longestFrame: Math.max(...frames),
    frames: frames.length,
    deepLink,
    deepLinkLater,
  };
}
