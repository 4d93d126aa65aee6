/**
 * In `dev`, the files beside the pages (search index, Markdown, nav.json …), made when first asked
 * for.
 */
import { publish } from '../../publish/publish.ts';
import { buildIndex } from '../../search/build-index.ts';
import type { Reading } from './reading.ts';

type Files = Map<string, string | Uint8Array>;

const published = new WeakMap<Reading, Promise<Files>>();
const indexes = new WeakMap<Reading, Promise<Files>>();

/** @param file path below the site root. @returns undefined where there is none */
export async function fileOfReading(
  reading: Reading,
  file: string,
): Promise<string | Uint8Array | undefined> {
  if (file.startsWith('pagefind/'))
    return (await once(indexes, reading, async () => buildIndex(await reading.whole()))).get(file);
  if (!/\.(md|txt|json|xml)$/.test(file)) return undefined;
  return (await once(published, reading, async () => publish(await reading.whole()))).get(file);
}

function once(
  made: WeakMap<Reading, Promise<Files>>,
  reading: Reading,
  make: () => Promise<Files>,
): Promise<Files> {
  const files = made.get(reading) ?? make();
  made.set(reading, files);
  return files;
}
