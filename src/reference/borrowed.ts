/**
 * Pages that a language lacks. They stand in the site's first language, but at an address of the
 * reader's language and inside its interface, so that no link leads a reader out of their language.
 */
import { directionOf } from '../source/direction.ts';
import type { SourceDocument } from '../source/document.ts';

export interface BorrowedSource {
  original: SourceDocument;
  source: SourceDocument;
}

/**
 * @param first the site's first language: that of its index page
 * @returns for each language into which a document has been translated, the listed documents of the
 * first language that are not there, in order
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

/** Where the pages of a language lie: beside its translation of the index page, else `/de/`. */
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

/** What a document without a `reference` is known by in its family of borrowed pages. */
export const familyName = ({ file }: Pick<SourceDocument, 'file'>): string => `file ${file}`;
