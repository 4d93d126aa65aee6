/** The search index of a site: text index and symbol table, a language each. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Site } from '../reference/model/site.ts';
import { pagefindFiles, urlOf } from './pagefind.ts';
import { recordsOf, type SearchRecord } from './record.ts';
import { tableOf } from './symbol-table.ts';
import { digest } from '../shared/files/digest.ts';

/**
 * What `pagefind/symbols.json` holds: language → file name of its table, the one with most sections
 * first.
 */
export type TableEntry = Record<string, string>;

/**
 * Indexes every section that search may find. Gives the files to put below the site's root
 * (`pagefind/…`), none if nothing is searchable. Equal sites give equal bytes. Throws an `Error`
 * with the indexer's own words if it fails.
 */
export async function buildIndex(
  site: Pick<Site, 'documents'>,
): Promise<Map<string, Uint8Array | string>> {
  const records = recordsOf(site);
  const files = new Map<string, Uint8Array | string>();
  if (!records.length) return files;
  const index = await pagefindFiles(records);
  for (const [path, bytes] of index) files.set(`pagefind/${path}`, bytes);

  const fragments = fragmentNames(index);
  // The text index says itself which of its languages it put a record in.
  const byLanguage = Map.groupBy(
    records,
    (record) => /^(.+)_/.exec(fragments.get(urlOf(record)) ?? '')?.[1] ?? 'unknown',
  );
  const entry: TableEntry = {};
  for (const [language, own] of [...byLanguage].sort(
    (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
  )) {
    const table = JSON.stringify(
      tableOf(
        renumbered(own, records),
        own.map((record) => fragments.get(urlOf(record)) ?? ''),
      ),
    );
    const name = `symbols-${language}.${digest(table, 10)}.pf_symbols`;
    entry[language] = name;
    // Compressed as the text index is: a static host knows neither ending, so it would send it as
    // it lies.
    files.set(`pagefind/${name}`, gzipSync(table, { level: 9 }));
  }
  files.set('pagefind/symbols.json', JSON.stringify(entry));
  return files;
}

/** Records of one language, `up` counted among them. */
function renumbered(own: SearchRecord[], all: SearchRecord[]): SearchRecord[] {
  if (own.length === all.length) return own;
  const places = new Map(own.map((record, index) => [record, index]));
  return own.map((record) => ({
    ...record,
    up: record.up < 0 ? -1 : (places.get(all[record.up]!) ?? -1),
  }));
}

/**
 * URL of a record → the name that a search gives for it. A fragment is a marked, gzipped JSON text.
 */
function fragmentNames(index: Map<string, Uint8Array>): Map<string, string> {
  const names = new Map<string, string>();
  for (const [path, bytes] of index) {
    const name = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (!name) continue;
    const text = gunzipSync(bytes).toString('utf8');
    const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
    names.set(url, name);
  }
  return names;
}
