/** Everything that the layout of one page needs, gathered from where it is known. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { wordsFor } from '../components/words/index.ts';
import type { View } from '../layouts/head.ts';
import { tabsStyle } from '../layouts/tabs-style.ts';
import { themeStyle } from '../layouts/theme-style.ts';
import { languageStyle } from '../markup/samples/samples.ts';
import { counterpart } from '../publish/head/alternates.ts';
import { headOf } from '../publish/head/head.ts';
import { idMapFile } from '../publish/files/id-map.ts';
import { outlineFile } from '../publish/files/outline.ts';
import { href } from '../publish/url.ts';
import { missingPage } from '../reference/generated-pages.ts';
import { walk, type Page, type ReferenceDocument } from '../reference/model/page.ts';
import type { Reference } from '../reference/reference.ts';
import { isSearchable } from '../search/record.ts';
import type { Session } from './session.ts';

export function viewOf(reference: Reference, url: string, session: Session): View {
  const found = reference.page(url);
  const page = found ?? missing(reference);
  const { document } = page;
  const { frontMatter } = document;
  const words = wordsFor(frontMatter.lang, {
    ...reference.frontMatter.words,
    ...frontMatter.words,
  });
  const cut = document.pages.length > 1 && page.kind === 'document';
  const style =
    languageStyle(
      frontMatter.language_tabs,
      words.no_sample.replace('{language}', '%'),
      hasSpecific(document),
    ) +
    tabsStyle(frontMatter.language_tabs) +
    themeStyle(reference.frontMatter.theme);
  return {
    page,
    site: reference,
    words,
    // What no host finds has no Markdown beside it.
    head: { ...headOf(reference, page), ...(!found && { markdown: '' }) },
    sidebar: reference.sidebarOf(page),
    footers: reference.footersOf(page),
    relatives: reference.relativesOf(document),
    placeOf: (other) => ({
      href: href(reference, (counterpart(other.pages, page) ?? other).url),
      outline: href(reference, `/${outlineFile(other)}`),
    }),
    style,
    share: (name, text) =>
      session.shared && text ? shared(session.shared, name, text, reference.base) : undefined,
    search: reference.documents.some(isSearchable),
    ...(reference.trees && { navUrl: reference.base + reference.trees.file }),
    ...(cut && { movedUrl: reference.base + idMapFile(document) }),
    ...(session.headHtml && { headHtml: session.headHtml }),
  };
}

const hasSpecific = ({ sections }: ReferenceDocument): boolean =>
  [...walk(sections)].some(({ specific }) => specific);

function shared(files: Map<string, string>, name: string, text: string, base: string): string {
  const { name: stem, ext } = path.parse(name);
  const file = `_astro/${stem}.${createHash('sha256').update(text).digest('hex').slice(0, 10)}${ext}`;
  files.set(file, text);
  return base + file;
}

function missing({ base, frontMatter }: Reference): Page {
  const {
    not_found: title,
    not_found_hint: hint,
    home,
  } = wordsFor(frontMatter.lang, frontMatter.words);
  return missingPage({ title, hint, home }, base, frontMatter).pages[0]!;
}
