/** Pages that no author wrote: the list at `/` of a folder without an index, and the page for what is not there. */
import type { FrontMatter } from '../source/front-matter.ts';
import { escape } from './filled.ts';
import type { Page, ReferenceDocument } from './page.ts';
import type { NavigationGroup } from './site.ts';

interface Made {
  url: string;
  title: string;
  /** Inside of the prose, below the heading. */
  html: string;
  markdown: string;
  /** Of the site: what holds for the whole of it. */
  frontMatter: FrontMatter;
}

function made({ url, title, html, markdown, frontMatter }: Made): ReferenceDocument {
  const document: ReferenceDocument = {
    file: '', url, listed: false, contents: [], sections: [], pages: [],
    frontMatter: { ...frontMatter, title, search: false, language_tabs: [], includes: [], redirects: [], toc_footers: [], meta: [], columns: 2 },
  };
  document.sections = [{
    id: 'UI-page', level: 1, title, prose: '', code: '', symbols: [], languages: [], children: [], source: { file: '', line: 1 },
    html: `<div class="row" data-level="1" data-size="8"><div class="prose"><h1 id="UI-page">${escape(title)}</h1>${html}</div></div>`,
    markdown: `# ${title}\n\n${markdown}\n`,
  }];
  const page: Page = { kind: 'document', url, document, title, sections: document.sections };
  document.pages = [page];
  return document;
}

/** The page at `/` of a folder that has none: a list of its documents. */
export function listPage(navigation: NavigationGroup[], base: string, frontMatter: FrontMatter): ReferenceDocument {
  const documents = navigation.flatMap((group) => group.documents).map(({ url, frontMatter: { title } }) => ({ title, href: base + url.slice(1) }));
  return made({
    url: '/', title: frontMatter.title, frontMatter,
    html: `<ul>${documents.map(({ href, title }) => `<li><a href="${escape(href)}">${escape(title)}</a></li>`).join('')}</ul>`,
    markdown: documents.map(({ href, title }) => `- [${title}](${href})`).join('\n'),
  });
}

/** What a host answers where nothing is. @param words `title`, `hint` and the name of the link to the start */
export function missingPage(words: { title: string; hint: string; home: string }, base: string, frontMatter: FrontMatter): ReferenceDocument {
  return made({
    url: '/404.html', title: words.title, frontMatter,
    html: `<p>${escape(words.hint)}</p><p><a href="${escape(base)}">${escape(words.home)}</a></p>`,
    markdown: words.hint,
  });
}
