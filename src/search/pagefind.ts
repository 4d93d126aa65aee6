/** The text index: one Pagefind record a section. */
import { createIndex, type PagefindIndex } from 'pagefind';
import { signedWords } from '../shared/search/signs.ts';
import { codeMark, persian, spaceOut } from '../shared/search/word-spacing.ts';
import { withIndexer } from './indexer.ts';
import { sampleCaptions } from './sample-captions.ts';
import { codeOf, proseOf } from './words.ts';
import type { SearchRecord } from './record.ts';

/** Files of Pagefind's own interfaces, which the box here replaces (a quarter of a megabyte). */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/**
 * Runs the indexer over `records`. Gives its files, path below `pagefind/` → bytes. Throws an
 * `IndexerError` with what the indexer reports.
 */
export const pagefindFiles = (records: SearchRecord[]): Promise<Map<string, Uint8Array>> =>
  withIndexer(() => filesOf(records));

async function filesOf(records: SearchRecord[]): Promise<Map<string, Uint8Array>> {
  const made = await createIndex({});
  const index = made.index;
  if (!index) throw new Error(`it could not be begun: ${made.errors.join('; ')}`);
  try {
    await addAll(index, records);
    const { errors, files } = await index.getFiles();
    if (errors.length) throw new Error(errors.join('; '));
    const entry = files.find(({ path }) => path === 'pagefind-entry.json');
    const { languages } = JSON.parse(new TextDecoder().decode(entry?.content)) as {
      languages: Record<string, { wasm: string | null }>;
    };
    const programs = new Set(
      Object.values(languages).map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`),
    );
    return new Map(
      files
        .filter(
          ({ path }) => !unused.test(path) && (!path.startsWith('wasm.') || programs.has(path)),
        )
        .sort((a, b) => (a.path < b.path ? -1 : 1))
        .map(({ path, content }) => [path, content]),
    );
  } finally {
    // Where it has ended there is none left.
    await index.deleteIndex().catch(() => {});
  }
}

async function addAll(index: PagefindIndex, records: SearchRecord[]): Promise<void> {
  const captions = sampleCaptions(records);
  const answers = await Promise.all(
    records.map((record) =>
      index.addHTMLFile({ url: urlOf(record), content: htmlOf(record, captions.get(record)) }),
    ),
  );
  const errors = answers.flatMap((answer) => answer.errors);
  if (errors.length) throw new Error(`it refused a section: ${errors.join('; ')}`);
}

/** `page#id` without base; the browser adds the base. */
export const urlOf = ({ page, id }: Pick<SearchRecord, 'page' | 'id'>): string =>
  id ? `${page}#${id}` : page;

/**
 * The record as HTML, since only HTML carries weights: the title (as `h1`) over the prose over the
 * code. Title, breadcrumb, page, method and path come back with a result. No filters: the symbol
 * table knows the document of each record, and the indexer writes a filter's values in the order of
 * a hash map, which changes from run to run.
 *
 * @param captions of its samples, where they tell it from others
 */
export function htmlOf(record: SearchRecord, captions: readonly string[] = []): string {
  const { lang } = record.document.frontMatter;
  const text = (own: string): string => escape(spaceOut(persian(own, lang)));
  const data = Object.entries({
    title: record.title,
    breadcrumb: record.crumbs.join(' › '),
    page: record.pageTitle,
    method: record.method,
    path: record.path,
  }).filter(([, value]) => value);
  const meta = data.map(([name]) => `${name}[data-${name}]`).join(', ');
  const attributes = data.map(([name, value]) => ` data-${name}="${escape(value)}"`).join('');
  return (
    `<!doctype html><html lang="${escape(lang)}"><body>` +
    `<i data-pagefind-meta="${meta}"${attributes}></i>` +
    `<h1>${text(record.title)}</h1>` +
    `<p>${text(proseOf(record))}</p>` +
    `<p>${codeMark}</p><p data-pagefind-weight="0.25">${text(codeOf(record))}</p>` +
    `${asides(record, captions)}</body></html>`
  );
}

/** Words with signs in letters, and captions of samples, behind a mark of their own: never shown. */
function asides(record: SearchRecord, captions: readonly string[]): string {
  const signed = signedWords(`${record.title}\n${proseOf(record)}`);
  const samples = [
    ...captions.map((caption) => escape(spaceOut(caption))),
    ...signedWords(captions.join('\n')),
  ];
  if (!signed.length && !samples.length) return '';
  const lines = [
    `<p>${codeMark}</p>`,
    signed.length ? `<p>${signed.join(' ')}</p>` : '',
    samples.length ? `<p data-pagefind-weight="0.25">${samples.join('. ')}</p>` : '',
  ];
  return lines.join('');
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
