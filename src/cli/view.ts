/** Everything that the layout of one page needs, gathered from where it is known. */
import { wordsFor } from '../components/words/index.ts';
import type { View } from '../layouts/head.ts';
import { languageStyle } from '../markup/code.ts';
import { counterpart } from '../publish/alternates.ts';
import { headOf } from '../publish/head.ts';
import { movedFile } from '../publish/moved.ts';
import { outlineFile } from '../publish/outline.ts';
import { href } from '../publish/url.ts';
import { missingPage } from '../reference/made-page.ts';
import type { Page } from '../reference/page.ts';
import type { Reference } from '../reference/reference.ts';
import { isSearchable } from '../search/record.ts';
import type { Session } from './session.ts';

export function viewOf(reference: Reference, url: string, session: Session): View {
  const page = reference.page(url) ?? missing(reference);
  const { document } = page;
  const { frontMatter } = document;
  const words = wordsFor(frontMatter.lang, { ...reference.frontMatter.words, ...frontMatter.words });
  const cut = document.pages.length > 1 && page.kind === 'document';
  return {
    page, site: reference, words,
    head: headOf(reference, page),
    sidebar: reference.sidebarOf(page),
    footers: reference.footersOf(page),
    relatives: reference.relativesOf(document),
    placeOf: (other) => ({ href: href(reference, (counterpart(other.pages, page) ?? other).url), outline: href(reference, `/${outlineFile(other)}`) }),
    languageStyle: languageStyle(frontMatter.language_tabs, words.no_sample.replace('{language}', '%')),
    search: reference.documents.some(isSearchable),
    ...(reference.trees && { navUrl: reference.base + reference.trees.file }),
    ...(cut && { movedUrl: reference.base + movedFile(document) }),
    ...(session.headHtml && { headHtml: session.headHtml }),
  };
}

function missing({ base, frontMatter }: Reference): Page {
  const { not_found: title, not_found_hint: hint, home } = wordsFor(frontMatter.lang, frontMatter.words);
  return missingPage({ title, hint, home }, base, frontMatter).pages[0]!;
}
