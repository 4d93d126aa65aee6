/** What no author wrote: lists of documents and of pages, and the page for what is not there. */
import { pageHref } from '../shared/page-href.ts';
import type { FrontMatter } from '../source/front-matter/front-matter.ts';
import { escapeAttribute as escape } from '../shared/html.ts';
import type { Page, ReferenceDocument } from './model/page.ts';
import type { RowLayout, RowPart } from '../markup/fragment.ts';
import type { Section } from './model/section.ts';
import type { NavigationGroup } from './model/site.ts';

interface Made {
  url: string;
  title: string;
  /** Inside of the prose, below the heading. */
  html: string;
  markdown(urlOf: (url: string) => string): string;
  /** Of the site: what holds for the whole of it. */
  frontMatter: FrontMatter;
}

function made({ url, title, html, markdown, frontMatter }: Made): ReferenceDocument {
  const document: ReferenceDocument = {
    file: '',
    url,
    listed: false,
    contents: [],
    sections: [],
    pages: [],
    frontMatter: {
      ...frontMatter,
      title,
      // Of no family: it stands for none of its members.
      reference: '',
      version: '',
      search: false,
      language_tabs: [],
      includes: [],
      redirects: [],
      toc_footers: [],
      meta: [],
      columns: 2,
    },
  };
  const row: RowLayout = {
    level: 1,
    hasTop: true,
    parts: [partOf(`<h1 id="UI-page">${escape(title)}</h1>${html}`, 400)],
  };
  document.sections = [
    {
      ...sectionOf(row),
      id: 'UI-page',
      level: 1,
      title,
      markdown: (urlOf = (url) => url) => `# ${title}\n\n${markdown(urlOf)}\n`,
    },
  ];
  const page: Page = { kind: 'document', url, document, title, sections: document.sections };
  document.pages = [page];
  return document;
}

/**
 * A list of all documents, in their groups: the page at `/` of a folder that has none, or beside
 * the contents of a very large site.
 */
export function listPage(
  url: string,
  navigation: NavigationGroup[],
  base: string,
  frontMatter: FrontMatter,
): ReferenceDocument {
  const groups = navigation.map(({ title, documents }) => ({
    title,
    items: documents.map(({ url, frontMatter: { title } }) => ({
      title,
      href: pageHref(base, url),
    })),
  }));
  return made({
    url,
    title: frontMatter.title,
    frontMatter,
    html: groups
      .map(({ title, items }) => (title ? `<h2>${escape(title)}</h2>` : '') + listHtml(items))
      .join(''),
    markdown: (urlOf) =>
      groups
        .map(
          ({ title, items }) =>
            (title ? `## ${title}\n\n` : '') +
            items.map(({ href, title }) => `- [${title}](${urlOf(href)})`).join('\n'),
        )
        .join('\n\n'),
  });
}

/** Gives a page its title as an h1. */
export function addTitle(page: Page): void {
  const id = page.part === undefined ? '' : ` id="${escape(page.id ?? '')}"`;
  const title = `<h1 data-generated${id}>${escape(page.title)}</h1>`;
  page.sections.unshift(
    sectionOf({ level: 1, hasTop: true, bare: true, parts: [partOf(title, 100)] }),
  );
}

const listHtml = (items: { title: string; href: string }[]): string =>
  `<ul>${items
    .map(({ href, title }) => `<li><a href="${escape(href)}">${escape(title)}</a></li>`)
    .join('')}</ul>`;

/**
 * Gives a paged document's own page what no author wrote there: under the text the list of its
 * pages, in the groups of the contents; and every page that begins without an h1 its title. Both
 * are no sections of the document: search, twins and exports pass over them.
 */
export function listPages(document: ReferenceDocument, base: string): void {
  const [own, ...rest] = document.pages;
  const pages = rest.filter(({ kind }) => kind === 'section');
  if (!own || !pages.length) return;
  for (const page of [own, ...pages])
    if (!page.sections.some(({ row }) => row.hasTop)) addTitle(page);
  const hrefs = new Set(pages.map(({ url }) => pageHref(base, url)));
  const groups = document.contents
    .filter(({ href }) => !href)
    .map(({ title, children }) => ({ title, items: children }));
  groups.forEach(({ items }) => items.forEach(({ href }) => hrefs.delete(href)));
  const ungrouped = pages
    .map(({ title, url }) => ({ title, href: pageHref(base, url) }))
    .filter(({ href }) => hrefs.has(href));
  const html =
    groups.map(({ title, items }) => `<h2>${escape(title)}</h2>${listHtml(items)}`).join('') +
    (ungrouped.length ? (groups.length ? '<hr>' : '') + listHtml(ungrouped) : '');
  const lines = Math.min(100, pages.length + 2 * groups.length);
  const list = `<div class="pages" data-generated>${html}</div>`;
  own.sections.push(
    sectionOf({ level: 0, continues: true, parts: [partOf(list, Math.round(48 + lines * 34))] }),
  );
}

/** @param height px */
const partOf = (prose: string, height: number): RowPart => ({
  prose,
  code: '',
  height,
  proseHeight: height,
});

/** Text that no author wrote. */
const sectionOf = (row: RowLayout): Section => ({
  id: '',
  level: 0,
  title: '',
  row,
  prose: '',
  code: '',
  markdown: () => '',
  symbols: [],
  languages: [],
  children: [],
  source: { file: '', line: 1 },
});

/** What the page for what is not there says in one language. */
export interface MissingText {
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The first page in that language, without base. */
  url: string;
  title: string;
  hint: string;
  /** Of the link to it. */
  home: string;
  /** Before what was probably meant. */
  meant: string;
}

/**
 * What a host answers where nothing is. @param texts the site's first language first; the others
 * are shown by script below their own address
 */
export function missingPage(
  texts: MissingText[],
  base: string,
  frontMatter: FrontMatter,
): ReferenceDocument {
  const first = texts[0]!;
  const below = ({ hint, home, url }: MissingText) =>
    `<p>${escape(hint)}</p><p><a href="${escape(pageHref(base, url))}">${escape(home)}</a></p>`;
  const others = texts
    .slice(1)
    .filter(({ url }) => url !== '/')
    .map(
      (text) =>
        `<div lang="${text.lang}" dir="${text.dir}" hidden data-not-found="` +
        `${escape(pageHref(base, text.url))}"><h2>${escape(text.title)}</h2>${below(text)}</div>`,
    );
  const meant = texts.map(
    ({ lang, dir, meant }, at) =>
      `<p lang="${lang}" dir="${dir}"${at ? ' hidden' : ''}>${escape(meant)}</p>`,
  );
  const suggestions = `<div data-suggestions hidden>${meant.join('')}<ul></ul></div>`;
  return made({
    url: '/404.html',
    title: first.title,
    frontMatter,
    html: `<div data-not-found-first>${below(first)}</div>${others.join('')}${suggestions}`,
    markdown: () => first.hint,
  });
}
