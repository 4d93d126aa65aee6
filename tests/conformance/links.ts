/**
 * Every link into a site as Slate published it still lands: each id of `expected.json` is opened at its old URL
 * (`/harvest.html#x`, `/#x`) in a browser, where the document is one page and where it is cut into pages, and its
 * heading is seen. And no link within the site is broken that Slate did not break.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { fileAt } from '../../src/publish/compare/published-page.ts';
import { fileOf } from '../../src/publish/url.ts';
import { decode } from '../../src/shared/decode.ts';
import { attributesOf, tagsOf } from '../../src/publish/csp/scan-html.ts';
import { pageUrl } from '../../src/source/scan-folder.ts';
import { serve } from '../serve.ts';
import { missesOn, type Lost, type OldId } from './landing.ts';

/** As `expected.json` has it: page file → what Slate makes of it. */
export type Expected = Record<string, { headings: [level: number, id: string, title: string][] }>;

export interface LinksFound {
  /** Ids at their old URLs. */
  ids: number;
  /** `/harvest.html#x: why`: those that do not land. */
  lost: string[];
  /** Links within the site. */
  links: number;
  /** `page.html → #x`: those that are broken, and were not with Slate. */
  broken: string[];
  /** Those that Slate broke too. */
  brokenBefore: number;
}

/** @param site folder of the built site; @param source folder of its content; @param opened page files whose ids are opened */
export async function checkLinks(
  browser: Browser,
  site: string,
  source: string,
  expected: Expected,
  opened = Object.keys(expected),
): Promise<LinksFound> {
  const found: LinksFound = { ids: 0, lost: [], links: 0, broken: [], brokenBefore: 0 };
  const served = await serve(site);
  try {
    for (const file of opened) {
      const ids = idsOf(expected[file]!.headings);
      found.ids += ids.length;
      const url = pageUrl(file);
      if (!existsSync(path.join(site, fileOf(url)))) {
        found.lost.push(`${url}: the page is not built`);
        continue;
      }
      const lost = await openAll(browser, served.origin + url, groupsOf(site, url, ids));
      found.lost.push(...lost.map(({ id, why }) => `${url}#${id}: ${why}`));
    }
  } finally {
    await served.close();
  }
  checkInner(site, source, expected, found);
  return found;
}

/** Each id once: a browser goes to the first heading that has it. */
function idsOf(headings: Expected[string]['headings']): OldId[] {
  const first = new Map<string, OldId>();
  for (const [, id, title] of headings) if (id && !first.has(id)) first.set(id, { id, title });
  return [...first.values()];
}

const tabs = 4;

/**
 * Ids that one page holds now, as the script of the old page finds it; the first of each is opened
 * as a reader comes, the others are stepped to from there.
 */
function groupsOf(site: string, url: string, ids: OldId[]): OldId[][] {
  const { ids: own, moved } = readLinks(path.join(site, fileOf(url)));
  const pages = moved
    ? (JSON.parse(readFileSync(path.join(site, moved), 'utf8')) as Record<string, string[]>)
    : {};
  const at = new Map(Object.entries(pages).flatMap(([page, all]) => all.map((id) => [id, page])));
  const pageOf = ({ id }: OldId): string => {
    if (own.has(id)) return url;
    for (let stem = id; stem; stem = stem.slice(0, Math.max(0, stem.lastIndexOf('-'))))
      if (at.has(stem)) return at.get(stem)!;
    return `nowhere ${id}`;
  };
  return [...Map.groupBy(ids, pageOf).values()];
}

/** Opens each id at its old URL. @returns those after which a reader does not see the heading */
async function openAll(browser: Browser, url: string, groups: OldId[][]): Promise<Lost[]> {
  const lost = await openIn(browser, url, groups, tabs);
  // On a busy machine a page may be late: it is given another try, alone.
  if (!lost.length) return [];
  return openIn(
    browser,
    url,
    lost.map((each) => [each]),
    1,
  );
}

async function openIn(
  browser: Browser,
  url: string,
  groups: OldId[][],
  tabs: number,
): Promise<Lost[]> {
  const lost: Lost[] = [];
  const context = await browser.newContext();
  const queue = [...groups];
  await Promise.all(
    Array.from({ length: Math.min(tabs, groups.length) }, async () => {
      const page = await context.newPage();
      for (let group = queue.shift(); group; group = queue.shift()) {
        const { id } = group[0]!;
        await go(page, `${url}#${encodeURIComponent(id)}`);
        if (await lands(page, id)) lost.push(...(await missesOn(page, group)));
        else lost.push(...group.map((each) => ({ ...each, why: 'the browser is not there' })));
      }
    }),
  );
  await context.close();
  return lost;
}

/** To the same page it is a step within it, as a reader's click is; a page that has sent the reader on is loaded anew. */
async function go(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'commit' }).catch((error: Error) => {
    // Sent on before it was loaded, or late: `lands` says which.
    if (!/interrupted by another navigation|ERR_ABORTED|Timeout/.test(error.message)) throw error;
  });
}

/** Milliseconds after which a page is taken to have come to rest, on the busiest machine. */
const patience = 20_000;

async function lands(page: Page, id: string): Promise<boolean> {
  for (const end = performance.now() + patience; performance.now() < end; ) {
    const there = await page
      .evaluate((id) => {
        if (
          decodeURIComponent(location.hash.slice(1)) !== id ||
          getComputedStyle(document.documentElement).visibility !== 'visible'
        )
          return false;
        const target = document.getElementById(id);
        return (
          target !== null &&
          target === document.querySelector(':target') &&
          document.readyState !== 'loading'
        );
      }, id)
      .catch(() => false);
    if (there) return true;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return false;
}

/** A page as far as links to it and from it go. */
interface Linked {
  ids: Set<string>;
  /** URL of the document that it is a page of. */
  document: string;
  /** File of where its ids stand now, if it is cut. */
  moved?: string;
  /** As written. */
  links: string[];
}

function readLinks(file: string): Linked {
  const linked: Linked = { ids: new Set(), document: '', links: [] };
  for (const { name, attributes: written } of tagsOf(readFileSync(file, 'utf8'))) {
    if (!written) continue;
    const attributes = attributesOf(written);
    if (name === 'html') {
      linked.document = attributes.get('data-document') ?? '';
      linked.moved = attributes.get('data-moved')?.slice(1);
    }
    for (const id of [attributes.get('id'), name === 'a' ? attributes.get('name') : undefined])
      if (id) linked.ids.add(id);
    const href = name === 'a' ? attributes.get('href') : undefined;
    if (href && !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) linked.links.push(href);
  }
  return linked;
}

function checkInner(site: string, source: string, expected: Expected, found: LinksFound): void {
  const files = new Set(
    readdirSync(site, { recursive: true }).map((name) => String(name).replaceAll('\\', '/')),
  );
  const pages = new Map<string, Linked>();
  const pageOf = (file: string) =>
    pages.get(file) ?? pages.set(file, readLinks(path.join(site, file))).get(file)!;
  // With Slate a link led somewhere if its page was there, with a heading or an author's own anchor of that name.
  const headings = new Map(
    Object.entries(expected).map(([file, { headings }]) => [
      pageUrl(file),
      new Set(headings.map(([, id]) => id)),
    ]),
  );
  const anchors = new Set(
    sourcesOf(source).flatMap((text) =>
      [...text.matchAll(/\b(?:id|name)=["']([^"']+)["']/g)].map(([, id]) => id!),
    ),
  );
  for (const file of [...files].filter((name) => name.endsWith('.html'))) {
    for (const url of pageOf(file).links) {
      found.links++;
      const [, before = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
      const target = before ? fileAt(before, file, (name) => files.has(name)) : file;
      const id = decode(hash);
      if (target && (!id || !target.endsWith('.html') || pageOf(target).ids.has(id))) continue;
      if (
        target
          ? headings.get(pageOf(target).document)?.has(id) || anchors.has(id)
          : headings.has(path.posix.resolve(`/${path.posix.dirname(file)}`, before))
      )
        found.broken.push(`${file} → ${url}`);
      else found.brokenBefore++;
    }
  }
}

const sourcesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.(md|markdown|erb|mdx)$/.test(name))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
