/** Search of a published site with the ranking that its readers have. */
import type { Catalogue } from '../shared/search/catalogue.ts';
import { Engine } from '../shared/search/engine.ts';
import type { TextIndex } from '../shared/search/text/text-search.ts';
import { excerpt } from '../shared/search/excerpt.ts';
import { group, type Result } from '../shared/search/group.ts';
import type { SiteFiles } from './site-files.ts';
import { digest } from '../shared/files/digest.ts';

export const openSearch = (files: SiteFiles, language: string): Promise<Engine> =>
  Engine.load({
    language,
    fetch: (file) => files.read(`pagefind/${file}`),
    loadText: () => openTextIndex(files, language),
  });

/** Characters of a result's excerpt. */
const EXCERPT = 200;

/**
 * @param document URL (without base) of the document to search first, other versions of which are left out
 * @returns results as a Markdown list, best first; a sentence where there is none
 */
export async function searchResults(
  engine: Engine,
  query: string,
  { limit, document }: { limit: number; document?: string | undefined },
): Promise<string> {
  const own = engine.catalogue.documents.findIndex(({ url }) => url === document);
  const { hits, instead } = await engine.find(query, own < 0 ? undefined : own);
  if (!hits.length) return `Nothing was found for "${query}".`;
  const results = group(engine.catalogue, hits, limit).flatMap((page) =>
    page.results.map((result) => ({ result, page: page.title })),
  );
  const items = await Promise.all(
    results.map(async ({ result, page }) => {
      const where = [page, ...result.crumbs].join(' › ');
      const endpoint = `${result.method} ${result.path}`.trim();
      const head = `- **${result.title}**${endpoint ? ` \`${endpoint}\`` : ''} (${where})`;
      const address = addressOf(engine.catalogue, result);
      return `${head}\n  section: ${address}\n  ${await excerptOf(engine, result, query)}`;
    }),
  );
  const note = instead ? `Nothing has "${query}"; these are for "${instead}".\n\n` : '';
  return note + items.join('\n');
}

/** Of the section, also where the browser would land on one of its rows. */
function addressOf({ items, pages }: Catalogue, { section }: Result): string {
  const { page, id } = items[section]!;
  return id ? `${pages[page]!.url}#${id}` : pages[page]!.url;
}

async function excerptOf(engine: Engine, result: Result, query: string): Promise<string> {
  const text = await engine.text(result.section).catch(() => undefined);
  if (!text) return '';
  const { symbol, by, title } = result;
  const sought = by === 'symbol' && symbol && !symbol.includes(' ') ? `${symbol} ${query}` : query;
  const [prose, code] = [text.prose, text.code].map((own) => excerpt(own, sought, title, EXCERPT));
  const isFound = (spans: typeof prose) => spans?.some(({ marked }) => marked);
  const spans = isFound(prose) || !isFound(code) ? prose! : code!;
  return spans
    .map(({ text }) => text)
    .join('')
    .trim();
}

/**
 * SHA-256 of the `pagefind.js` of each Pagefind that Phyllite has used. A site is another's: its
 * script is run only if it is, to the byte, one of these. (Its WebAssembly can do nothing but
 * count.) A search by the text alone fails in the tests when Pagefind is updated: add its digest.
 */
const KNOWN = new Set(['252d272bd34d483d19a752060f6a065114d15ab12c42d8f905ca565e2768a009']);

interface Pagefind {
  createInstance(options: { basePath: string }): TextIndex & { init(): Promise<void> };
}

/**
 * Opens Pagefind's search of a published site, outside a browser.
 * @param language of the records to be searched, as `<html lang>` says it
 * @throws Error where the site's Pagefind is not known; search goes by titles and symbols alone then
 */
async function openTextIndex(files: SiteFiles, language: string): Promise<TextIndex> {
  const script = await files.read('pagefind/pagefind.js');
  if (!KNOWN.has(digest(script)))
    throw new Error('The text index of the site is of an unknown version.');
  const { createInstance } = run(new TextDecoder().decode(script), {
    fetch: async (url: string) => new Response(await files.read(url.replace(/\?.*$/, ''))),
    document: { currentScript: null, querySelector: () => ({ getAttribute: () => language }) },
  });
  const index = createInstance({ basePath: 'pagefind/' });
  await index.init();
  return index;
}

/** Runs the module as a function: it has our `fetch` and `document`, and no global is touched. */
function run(script: string, names: Record<string, unknown>): Pagefind {
  const body = script.replaceAll('import.meta', 'meta').replace(/export\s*\{/, 'return {');
  return new Function('meta', ...Object.keys(names), body)({}, ...Object.values(names)) as Pagefind;
}
