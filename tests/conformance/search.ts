/** Runs a table of queries against the search index of a built site, in Node, with the code that runs in the browser. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Engine } from '../../src/shared/search/engine.ts';
import type { TextIndex } from '../../src/shared/search/text/text-search.ts';
import { group } from '../../src/shared/search/group.ts';

export interface SearchQuery {
  query: string;
  /** Language of the page that the reader searches from. */
  lang: string;
  /** Which site it belongs to: `restdb`, `woocommerce` … */
  source: string;
  /** Id of the section that has to come first, or `page.html#id`; several where each is as good. */
  first: string | string[];
  /** URL of the page that the reader searches from; `/` if left out. */
  from?: string;
}

export interface SearchOutcome extends SearchQuery {
  /** Place of the first right result, from 1; 0: not found. */
  place: number;
  /** What came, best first: `page#id` of the sections. */
  got: string[];
  instead?: string;
}

export interface SearchScore {
  outcomes: SearchOutcome[];
  /** Shares, 0 to 1. */
  first: number;
  topThree: number;
}

/** Asks every query of the site in `siteDir` (a built site, with `pagefind/` in it). */
export async function runQueries(
  siteDir: string,
  queries: readonly SearchQuery[],
): Promise<SearchScore> {
  const engines = new Map<string, Promise<Engine>>();
  const outcomes: SearchOutcome[] = [];
  await withBrowserNames(async (setLanguage) => {
    for (const query of queries) {
      setLanguage(query.lang);
      let engine = engines.get(query.lang);
      if (!engine) engines.set(query.lang, (engine = open(siteDir, query.lang)));
      const { catalogue } = await engine;
      const document = catalogue.pages.find(({ url }) => url === (query.from ?? '/'))?.document;
      const { hits, instead } = await (await engine).find(query.query, document);
      const shown = group(catalogue, hits).flatMap(({ results }) => results);
      const got = shown.map(({ section }) => {
        const item = catalogue.items[section]!;
        return `${catalogue.pages[item.page]!.url}#${item.id}`;
      });
      const right = [query.first].flat();
      const place =
        got.findIndex((url) =>
          right.some((id) =>
            id.includes('#') ? url === id || url === `/${id}` : url.endsWith(`#${id}`),
          ),
        ) + 1;
      outcomes.push({ ...query, place, got: got.slice(0, 5), ...(instead ? { instead } : {}) });
    }
  });
  const share = (most: number): number =>
    outcomes.filter(({ place }) => place > 0 && place <= most).length / (outcomes.length || 1);
  return { outcomes, first: share(1), topThree: share(3) };
}

/** The table of a score, for people: what was not first, then the shares. */
export function report({ outcomes, first, topThree }: SearchScore): string {
  const missed = outcomes
    .filter(({ place }) => place !== 1)
    .map(
      ({ source, query, first: right, place, got }) =>
        `${source}: “${query}” ${place ? `came ${place}.` : 'was not found.'} Wanted ${[right].flat().join(' or ')}, got ${got.slice(0, 3).join(' ')}`,
    );
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
  return [
    ...missed,
    `${outcomes.length} queries: first right ${percent(first)}, among the first three ${percent(topThree)}`,
  ].join('\n');
}

async function open(siteDir: string, language: string): Promise<Engine> {
  const folder = path.join(path.resolve(siteDir), 'pagefind');
  return Engine.load({
    language,
    fetch: async (file) => new Uint8Array(await readFile(path.join(folder, file))),
    loadText: async () => {
      // The language is part of the name so that each has an instance of its own.
      const url = `${pathToFileURL(path.join(folder, 'pagefind.js')).href}?${language}`;
      const module = (await import(url)) as TextIndex & { init(): Promise<void> };
      await module.init();
      return module;
    },
  });
}

/** Lends Node what the text index asks of a browser: `fetch` of its files and the page's language. */
async function withBrowserNames(
  run: (setLanguage: (language: string) => void) => Promise<void>,
): Promise<void> {
  const names = globalThis as unknown as { fetch: typeof fetch; document?: unknown };
  const { fetch: ownFetch, document: ownDocument } = names;
  let language = 'en';
  names.document = { currentScript: null, querySelector: () => ({ getAttribute: () => language }) };
  names.fetch = async (input, init) => {
    const url = String(input);
    return url.startsWith('file:')
      ? new Response(await readFile(fileURLToPath(url.replace(/\?.*$/, ''))))
      : ownFetch(input, init);
  };
  try {
    await run((next) => (language = next));
  } finally {
    names.fetch = ownFetch;
    if (ownDocument === undefined) delete names.document;
    else names.document = ownDocument;
  }
}
