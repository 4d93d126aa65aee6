/** `nav.json`: what a page fetches when a branch is opened that it does not hold. */
import { pageHref } from '../../shared/page-href.ts';
import type { Relatives } from '../versions.ts';
import type { Entry, ReferenceDocument } from '../model/page.ts';
import { below, listedFor, MAX_ENTRIES } from './sidebar.ts';
import type { Site } from '../model/site.ts';
import { hashedFile } from '../../shared/files/digest.ts';

export interface Trees {
  /** Path below the site root; hashed, so that it can be cached for ever. */
  file: string;
  /** `NavJson` as text. */
  json: string;
}

/** What the file holds. */
export interface NavJson {
  /** Document URL (without base) → its contents. */
  trees: Record<string, object[]>;
  /** The list of documents by the reader's language; left out where every page holds it. */
  documents?: Record<
    string,
    {
      title: string;
      documents: { title: string; href: string; url: string; reference?: string }[];
    }[]
  >;
}

/** @returns undefined where every page holds all of its sidebar: one document on one page */
export function treesOf(
  site: Site,
  families: Map<ReferenceDocument, Relatives>,
): Trees | undefined {
  const { documents, navigation, base } = site;
  const listed = documents.filter((document) => document.contents.length > 0 && document.file);
  if (listed.length < 2 && listed.every(({ pages }) => pages.length < 2)) return undefined;
  const nav: NavJson = {
    trees: Object.fromEntries(listed.map((document) => [document.url, below(document).map(lean)])),
  };
  if (navigation.reduce((sum, group) => sum + group.documents.length, 0) > MAX_ENTRIES) {
    const languages = [...new Set(documents.map(({ frontMatter }) => frontMatter.lang))];
    nav.documents = Object.fromEntries(
      languages.map((lang) => {
        const reader = { frontMatter: { ...site.frontMatter, lang, reference: '' } };
        return [
          lang,
          listedFor(site, reader, families).map(({ title, documents }) => ({
            title,
            documents: documents.map(({ url, frontMatter: { title, reference } }) => ({
              title,
              href: pageHref(base, url),
              url,
              ...(reference && { reference }),
            })),
          })),
        ];
      }),
    );
  }
  const json = JSON.stringify(nav);
  return { file: hashedFile('nav.json', json), json };
}

/** Empty lists of children are most of a tree's bytes. */
const lean = ({ children, ...entry }: Entry): object => ({
  ...entry,
  ...(children.length && { children: children.map(lean) }),
});
