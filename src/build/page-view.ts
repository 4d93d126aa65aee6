/** Everything that the layout of one page needs, gathered from where it is known. */
import { wordsFor } from '../components/words/index.ts';
import type { View } from '../layouts/head.ts';
import { tabsStyle } from '../layouts/tabs-style.ts';
import { themeStyle } from '../layouts/theme-style.ts';
import { languageStyle } from '../markup/samples/language-style.ts';
import { counterpart } from '../publish/head/alternates.ts';
import { headOf } from '../publish/head/head.ts';
import { idMapFile } from '../publish/files/id-map.ts';
import { oldLinksFile } from '../publish/files/old-links.ts';
import { outlineFile } from '../publish/files/outline.ts';
import { href } from '../publish/url.ts';
import type { SiteFonts } from './fonts.ts';
import { missingPage, type MissingText } from '../reference/generated-pages.ts';
import { directionOf } from '../source/direction.ts';
import { walk, type Page, type ReferenceDocument } from '../reference/model/page.ts';
import type { JoinedSite } from '../reference/join-site.ts';
import { footersOf } from '../reference/nav/footers.ts';
import { sidebarOf } from '../reference/nav/sidebar.ts';
import { tryItPage } from '../reference/try-it.ts';
import type { Relatives } from '../reference/versions.ts';
import { isSearchable } from '../search/record.ts';
import { hashedFile } from '../shared/files/digest.ts';

export interface ViewOptions {
  /** The owner's `head.html`, as it is; empty if there is none. */
  headHtml: string;
  /** Of packages that `theme` names. */
  fonts?: SiteFonts;
  /** Takes what pages share: path → content. Left out where each page holds it itself. */
  shared?: Map<string, string>;
  /** When each file last changed (`last-changed.ts`). */
  changed?: Map<string, Date>;
  /** Stands where the page's policy will (`publish/csp/page-policies.ts`). */
  csp?: string | undefined;
  /** Of styles that Vite adds to the page (`build/dev/policy.ts`). */
  nonce?: string | undefined;
}

/** @param url of a page of the site; of one that is not there: what hosts answer then */
export function viewOf(site: JoinedSite, url: string, options: ViewOptions): View {
  const { headHtml, fonts, shared, changed, csp, nonce } = options;
  const found = site.pages.get(url);
  const page = found ?? missing(site);
  const { document } = page;
  const { frontMatter } = document;
  const words = wordsFor(frontMatter.lang, {
    ...site.frontMatter.words,
    ...frontMatter.words,
  });
  const tryIt = tryItPage(page, words);
  const cut = document.pages.length > 1 && page.kind === 'document';
  // A path as another tool's router wrote it arrives where nothing is.
  const described = found ? [document] : site.documents;
  const old = described.flatMap((one) => oldLinksFile(one) ?? []);
  const style =
    languageStyle(
      frontMatter.language_tabs,
      words.no_sample.replace('{language}', '%'),
      hasSpecific(document),
    ) +
    tabsStyle(frontMatter.language_tabs, site.frontMatter.links) +
    themeStyle(site.frontMatter.theme, site.base, fonts);
  return {
    page,
    site,
    words,
    // What no host finds has no Markdown beside it.
    head: {
      ...headOf(site, page),
      ...(!found && { markdown: '' }),
      ...(csp && { csp }),
      ...(nonce && { nonce }),
    },
    sidebar: sidebarOf(site, page),
    footers: footersOf(page, site.resolver),
    relatives: relativesOf(site, document),
    placeOf: (other) => ({
      href: href(site, (counterpart(other.pages, page) ?? other).url),
      outline: href(site, `/${outlineFile(other)}`),
    }),
    style,
    home: href(site, homeOf(site, frontMatter.lang)),
    lastChanged: changed && newestOf(changed, page),
    share: (name, text) => (shared && text ? share(shared, name, text, site.base) : undefined),
    search: site.documents.some(isSearchable),
    ...(tryIt && { tryIt: JSON.stringify(tryIt) }),
    ...(site.trees && { navUrl: site.base + site.trees.file }),
    ...(cut && { movedUrl: site.base + idMapFile(document) }),
    ...(old.length && { oldLinks: old.map((file) => site.base + file).join(' ') }),
    ...((old.length || !found) && { lost: found ? '#UI-main' : '#' }),
    ...(headHtml && { headHtml }),
    fonts: [fonts?.body, fonts?.code].flatMap((font) =>
      font ? font.preload.map((file) => site.base + file) : [],
    ),
  };
}

/** Each page of a document asks; to answer, all its sections are looked at. */
const specifics = new WeakMap<ReferenceDocument, boolean>();

function hasSpecific(document: ReferenceDocument): boolean {
  let found = specifics.get(document);
  if (found === undefined) {
    found = [...walk(document.sections)].some(({ specific }) => specific);
    specifics.set(document, found);
  }
  return found;
}

function share(files: Map<string, string>, name: string, text: string, base: string): string {
  const file = hashedFile(name, text);
  files.set(file, text);
  return base + file;
}

/** From a page without translations its readers get back to their language at the start. */
function relativesOf({ families, documents }: JoinedSite, document: ReferenceDocument): Relatives {
  const own = families.get(document) ?? { versions: [], translations: [] };
  if (own.translations.length) return own;
  const start = documents.find(({ url }) => url === '/');
  return { ...own, translations: (start && families.get(start)?.translations) ?? [] };
}

/** The index page, or its translation. */
function homeOf({ documents, families }: JoinedSite, lang: string): string {
  const index = documents.find(({ url }) => url === '/');
  const own = index && families.get(index)?.translations;
  return own?.find(({ frontMatter }) => frontMatter.lang === lang)?.url ?? '/';
}

/** When the newest of the files that a page shows changed. */
function newestOf(changed: Map<string, Date>, { document, sections }: Page): Date | undefined {
  const files = new Set([document.file, ...[...walk(sections)].map(({ source }) => source.file)]);
  const dates = [...files].flatMap((file) => changed.get(file) ?? []);
  return dates.length ? new Date(Math.max(...dates.map(Number))) : undefined;
}

/** Of its texts readers of each language see their own: `browser/not-found.ts`. */
function missing(site: JoinedSite): Page {
  const { base, documents, frontMatter } = site;
  const languages = new Set([frontMatter.lang, ...documents.map((one) => one.frontMatter.lang)]);
  const texts = [...languages].map((lang): MissingText => {
    const words = wordsFor(lang, frontMatter.words);
    const { not_found: title, not_found_hint: hint, home, did_you_mean: meant } = words;
    return { lang, dir: directionOf(lang), url: homeOf(site, lang), title, hint, home, meant };
  });
  return missingPage(texts, base, frontMatter).pages[0]!;
}
