/** Languages of documents in which the interface has no words. */
import { hasWords } from '../components/words/index.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { JoinedSite } from '../reference/join-site.ts';

export function checkLanguages(
  { documents, frontMatter, placeOf }: JoinedSite,
  report: Report,
): void {
  const told = new Set<string>();
  for (const { file, frontMatter: own } of documents) {
    const { lang } = own;
    if (!file || told.has(lang) || hasWords(lang)) continue;
    told.add(lang);
    if (Object.keys({ ...frontMatter.words, ...own.words }).length) continue;
    report({
      kind: 'words-missing',
      ...placeOf(file, 'lang'),
      message: `the interface has no words in the language “${lang}”, so it is in English`,
      hint: 'write your own under `words` in the front matter',
    });
  }
}
