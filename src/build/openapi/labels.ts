/** What parts of a description are called in a page's language, or in the owner's words. */
import { wordsFor } from '../../components/words/index.ts';
import { labels, type Labels } from '../../openapi/index.ts';

/** Words that other parts of the interface have, too. */
const shared: Record<string, string> = {
  one_of: 'one_of',
  required: 'attribute_required',
};

export function labelsFor(lang: string, own: Readonly<Record<string, string>>): Labels {
  const words: Record<string, string> = wordsFor(lang, own);
  const entries = Object.entries(labels).map(([key, english]) => [
    key,
    words[shared[key] ?? `api_${key}`] ?? english,
  ]);
  return Object.fromEntries(entries) as Labels;
}
