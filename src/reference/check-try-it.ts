/** Where an owner wants "try it", and readers would find nothing to send. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { LineOf } from '../source/front-matter/positions.ts';
import { type ReferenceDocument, walk } from './model/page.ts';

/** Reports a document with endpoints of which none has a form. */
export function checkTryIt(document: ReferenceDocument, report: Report, lineOf: LineOf): void {
  const { frontMatter, file, sections } = document;
  const all = [...walk(sections)];
  const isOffered = all.some(({ tryIt }) => Object.keys(tryIt?.operations ?? {}).length);
  if (!frontMatter.try_it || isOffered || !all.some(({ endpoint }) => endpoint)) return;
  report({
    kind: 'try-it-nothing',
    file,
    line: lineOf(file, 'try_it'),
    quote: 'try_it',
    message: '`try_it` is on, and no endpoint of this document can be tried',
    hint:
      'name a server (`try_it: {server: https://api.example.com}`), and give endpoints a table of ' +
      'parameters',
  });
}
