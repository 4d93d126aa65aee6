/** Search of a published site with the ranking that its readers have. */
import type { Catalogue } from '../shared/search/catalogue.ts';
import { Engine } from '../shared/search/engine.ts';
import { excerpt } from '../shared/search/excerpt.ts';
import { group, type Result } from '../shared/search/group.ts';
import type { SiteFiles } from './site-files.ts';
import { openTextIndex } from './text-index.ts';

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
