/** Where an owner wants "try it", and readers would find nothing to send. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { PlaceOf } from '../source/front-matter/positions.ts';
import { type ReferenceDocument, walk } from './model/page.ts';

/** Reports a page that wants forms and has none. */
export function checkTryIt(document: ReferenceDocument, report: Report, placeOf: PlaceOf): void {
  const { frontMatter, file, sections } = document;
  const isOffered = [...walk(sections)].some(
    ({ tryIt }) => Object.keys(tryIt?.operations ?? {}).length,
  );
  const place = placeOf(file, 'try_it');
  // What the config file gives every page need not be used on each.
  if (!frontMatter.try_it || isOffered || place.file !== file) return;
  report({
    kind: 'try-it-nothing',
    ...place,
    quote: 'try_it',
    message: '`try_it` is on, and nothing on this page can be tried',
    hint:
      'name a server (`try_it: {server: https://api.example.com}`), and give endpoints a table of ' +
      'parameters',
  });
}
