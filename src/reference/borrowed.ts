/**
 * Pages that a language lacks stand in the site's first language, but at an address and inside the
 * interface of the reader's.
 */
import { directionOf } from '../source/direction.ts';
import type { SourceDocument } from '../source/document.ts';

export interface BorrowedSource {
  original: SourceDocument;
  source: SourceDocument;
}

/**
 * For each language with translations: listed documents of the first language that are not there.
 * @param first the index page's language
 */
export function borrowedSources(sources: SourceDocument[], first: string): BorrowedSource[] {
  const originals = sources.filter(
    ({ listed, frontMatter }) => listed && frontMatter.lang === first,
  );
  const translations = sources.filter(
    (one) => one.listed && one.frontMatter.lang !== first && originals.some(isSame(one)),
  );
  const languages = [...new Set(translations.map(({ frontMatter }) => frontMatter.lang))];
  return languages.flatMap((lang) => {
    const own = translations.filter(({ frontMatter }) => frontMatter.lang === lang);
    const folder = folderOf(own, originals, lang);
    return originals
      .filter((original) => !own.some(isSame(original)))
      .map((original) => ({ original, source: inLanguage(original, lang, folder) }));
  });
}

const isSame =
  ({ frontMatter: { reference, version } }: SourceDocument) =>
  ({ frontMatter }: SourceDocument): boolean =>
    reference !== '' && frontMatter.reference === reference && frontMatter.version === version;

/** Beside the translation of the index page, else `/de/`. */
function folderOf(own: SourceDocument[], originals: SourceDocument[], lang: string): string {
  const index = originals.find(({ url }) => url === '/');
  const home = index && own.find(isSame(index));
  return home?.url.endsWith('/') ? home.url : `/${lang.toLowerCase()}/`;
}

function inLanguage(original: SourceDocument, lang: string, folder: string): SourceDocument {
  const { url, frontMatter } = original;
  return {
    ...original,
    url: folder + url.slice(1),
    listed: false,
    frontMatter: {
      ...frontMatter,
      lang,
      dir: directionOf(lang),
      reference: frontMatter.reference || familyName(original),
      redirects: [],
      search: false,
    },
  };
}

/** Of a document without a `reference`. */
export const familyName = ({ file }: Pick<SourceDocument, 'file'>): string => `file ${file}`;
