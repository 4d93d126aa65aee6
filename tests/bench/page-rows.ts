/** Rows of a page in a browser with a slowed processor, and of `dev`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright';
import { serve } from '../serve.ts';
import { measureDev } from './dev-run.ts';
import { measureBlocking, measurePage, type PageFigures } from './page-run.ts';
import { htmlFigures } from './site-figures.ts';
import { bytes, count, milliseconds, pixels, type Row } from './table.ts';

export interface PageTargets {
  /** Milliseconds. */
  load?: number;
  blocking?: number;
  firstPaint?: number;
}

const rate = (figure: number | undefined, value: number) =>
  figure !== undefined && { target: milliseconds(figure), met: value <= figure };

/**
 * @param site folder; @param file the page, relative to it
 * @param published the same page as Slate published it, absolute
 */
export async function pageRows(
  browser: Browser,
  site: string,
  file: string,
  {
    runs,
    slower,
    published,
    targets = {},
  }: { runs: number; slower: number; published?: string | undefined; targets?: PageTargets },
): Promise<Row[]> {
  const open = async (folder: string, name: string): Promise<PageFigures> => {
    const server = await serve(folder);
    try {
      return await measurePage(
        browser,
        `${server.origin}/${name.split('/').map(encodeURIComponent).join('/')}`,
        { runs, slower },
      );
    } finally {
      await server.close();
    }
  };
  const here = await open(site, file);
  const there =
    published === undefined
      ? undefined
      : await open(path.dirname(published), path.basename(published));
  const by = (name: 'load' | 'blocking' | 'firstPaint', part: number) =>
    there
      ? {
          against: `published ${milliseconds(there[name])}`,
          ratio: here[name] / there[name],
          target: part.toFixed(3),
          met: here[name] <= part * there[name],
        }
      : rate(targets[name], here[name]);
  const rows: Row[] = [
    { what: `${file}: load`, measured: milliseconds(here.load), ...by('load', 1 / 8) },
    {
      what: `${file}: blocking time`,
      measured: milliseconds(here.blocking),
      ...by('blocking', 1 / 8),
    },
    {
      what: `${file}: first paint`,
      measured: milliseconds(here.firstPaint),
      ...by('firstPaint', 1 / 2),
    },
    {
      what: `${file}: elements`,
      measured: count(here.elements),
      ...(there && {
        against: `published ${count(there.elements)}`,
        ratio: here.elements / there.elements,
        target: '0.36',
        met: here.elements <= 0.36 * there.elements,
      }),
    },
  ];
  if (here.languages > 1)
    rows.push({
      what: `${file}: language switch`,
      measured: `${milliseconds(here.language)}, slowest ${milliseconds(here.languageSlowest)}`,
      ...(there && {
        against: `published ${milliseconds(there.language)}`,
        ratio: here.language / there.language,
      }),
      target: '50 ms',
      met: here.language < 50,
    });
  rows.push(
    {
      what: `${file}: longest of ${count(here.frames)} frames of scrolling`,
      measured: milliseconds(here.longestFrame),
      target: '100 ms',
      met: here.longestFrame <= 100,
    },
    {
      what: `${file}: deep link off`,
      measured: `${pixels(here.deepLink)}, later ${pixels(here.deepLinkLater)}`,
      target: '8 px',
      met: Math.max(here.deepLink, here.deepLinkLater) <= 8,
    },
    {
      what: `${file}: layout shift`,
      measured: here.shift.toFixed(4),
      target: '0',
      met: here.shift < 0.0005,
    },
  );
  if (published !== undefined) {
    const [ours, slate] = [path.join(site, file), published].map((name) =>
      htmlFigures(readFileSync(name)),
    ) as [ReturnType<typeof htmlFigures>, ReturnType<typeof htmlFigures>];
    rows.push(
      {
        what: `${file}: HTML`,
        measured: bytes(ours.bytes),
        against: `published ${bytes(slate.bytes)}`,
        ratio: ours.bytes / slate.bytes,
        target: '0.40',
        met: ours.bytes <= 0.4 * slate.bytes,
      },
      {
        what: `${file}: HTML gzipped`,
        measured: bytes(ours.gzipped),
        against: `published ${bytes(slate.gzipped)}`,
        ratio: ours.gzipped / slate.gzipped,
        target: '0.60',
        met: ours.gzipped <= 0.6 * slate.gzipped,
      },
    );
  }
  return rows;
}

/** The one figure whose target is for a processor as it is. */
export async function blockingRow(
  browser: Browser,
  site: string,
  file: string,
  runs: number,
): Promise<Row> {
  const server = await serve(site);
  try {
    const blocking = await measureBlocking(browser, `${server.origin}/${file}`, runs);
    return {
      what: `${file}: blocking time, processor not slowed`,
      measured: milliseconds(blocking),
      ...rate(0, Math.round(blocking)),
    };
  } finally {
    await server.close();
  }
}

/** @param targets milliseconds to the answer and to the screen */
export async function devRows(
  browser: Browser,
  name: string,
  dir: string,
  include: string,
  runs: number,
  targets: { answer: number; screen: number },
  url: string,
): Promise<Row[]> {
  const { answer, screen } = await measureDev(browser, dir, include, { url, runs });
  return [
    {
      what: `dev, ${name}: saved to the server's answer`,
      measured: milliseconds(answer),
      ...rate(targets.answer, answer),
    },
    {
      what: `dev, ${name}: saved to the screen`,
      measured: milliseconds(screen),
      ...rate(targets.screen, screen),
    },
  ];
}
