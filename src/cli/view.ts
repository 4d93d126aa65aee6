/** Everything that the layout of one page needs. */
import { headOf } from '../publish/head.ts';
import type { Head } from '../publish/head.ts';
import { wordsFor, type Words } from '../components/words/index.ts';
import { languageStyle } from '../markup/code.ts';
import type { Page } from '../reference/page.ts';
import type { Reference } from '../reference/reference.ts';
import type { Sidebar } from '../reference/sidebar.ts';
import type { Session } from './session.ts';

export interface View {
  page: Page;
  site: Reference;
  sidebar: Sidebar;
  head: Head;
  languageStyle: string;
  words: Words;
}

export function viewOf(reference: Reference, url: string, session: Session): View {
  const page = reference.page(url);
  if (!page) throw new Error(`no page at ${url}`);
  const { frontMatter } = page.document;
  const words = wordsFor(frontMatter.lang, { ...session.content.frontMatter.words, ...frontMatter.words });
  return {
    page, site: reference, words,
    sidebar: reference.sidebarOf(page),
    head: headOf(reference, page),
    languageStyle: languageStyle(frontMatter.language_tabs, words.no_sample.replace('{language}', '%')),
  };
}
