/** Pagefind's search of a published site, run outside a browser. */
import { createHash } from 'node:crypto';
import type { TextIndex } from '../shared/search/engine.ts';
import type { SiteFiles } from './site-files.ts';

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
 * @param language of the records to be searched, as `<html lang>` says it
 * @throws Error where the site's Pagefind is not known; search goes by titles and symbols alone then
 */
export async function openTextIndex(files: SiteFiles, language: string): Promise<TextIndex> {
  const script = await files.read('pagefind/pagefind.js');
  if (!KNOWN.has(createHash('sha256').update(script).digest('hex')))
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
