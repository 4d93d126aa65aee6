/** A page with a slowed processor over a compressing host: what a reader waits for. */
import type { Browser, Page } from 'playwright';
import { median } from '../median.ts';
import { loaded, watch } from '../page-watch.ts';

export interface PageFigures {
  /** Milliseconds. */
  load: number;
  firstPaint: number;
  blocking: number;
  /** Bytes. */
  transferred: number;
}

const PATIENCE_MS = 180_000;
/** Long enough for an application to draw itself. */
const QUIET_MS = 12_000;

async function opened<T>(
  browser: Browser,
  slower: number,
  use: (page: Page, count: () => number) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    bypassCSP: true,
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
    return await use(page, () => bytes);
  } finally {
    await context.close();
  }
}

/** Medians of so many runs. */
export async function measure(
  browser: Browser,
  url: string,
  { runs, slower }: { runs: number; slower: number },
): Promise<PageFigures> {
  const all: PageFigures[] = [];
  for (let run = 0; run < runs; run++)
    all.push(
      await opened(browser, slower, async (page, count) => {
        await page.goto(url, { waitUntil: 'load', timeout: PATIENCE_MS });
        await page.waitForTimeout(QUIET_MS);
        return { ...(await page.evaluate(loaded)), transferred: count() };
      }),
    );
  const of = (name: keyof PageFigures) => median(all.map((one) => one[name]));
  return {
    load: of('load'),
    firstPaint: of('firstPaint'),
    blocking: of('blocking'),
    transferred: of('transferred'),
  };
}

/**
 * Milliseconds until a heading with this text has come near the window's top, and has stayed for a
 * second. NaN where it does not within three minutes.
 */
export async function untilInPlace(
  browser: Browser,
  url: string,
  title: string,
  slower: number,
): Promise<number> {
  return opened(browser, slower, async (page) => {
    const start = Date.now();
    await page.goto(url, { waitUntil: 'commit', timeout: PATIENCE_MS });
    let since: number | undefined;
    while (Date.now() - start < PATIENCE_MS) {
      const isThere = await page.evaluate(inPlace, title).catch(() => false);
      if (!isThere) since = undefined;
      else if (Date.now() - (since ??= Date.now()) > 1000) return since - start;
      await page.waitForTimeout(50);
    }
    return NaN;
  });
}

/** Runs in the page. */
function inPlace(title: string): boolean {
  return [...document.querySelectorAll('h1, h2, h3, h4, h5')].some((heading) => {
    const { top } = heading.getBoundingClientRect();
    return (heading.textContent ?? '').trim().startsWith(title) && top > -40 && top < 200;
  });
}
