/** The page at `/` of a folder that has none: a list of its documents. */
import type { FrontMatter } from '../source/front-matter.ts';
import { escape } from './filled.ts';
import type { Page, ReferenceDocument } from './page.ts';
import type { Section } from './section.ts';
import type { NavigationGroup } from './site.ts';

export function listPage(navigation: NavigationGroup[], base: string, frontMatter: FrontMatter): ReferenceDocument {
  const title = frontMatter.title;
  const document: ReferenceDocument = {
    file: '', url: '/', listed: false, contents: [], sections: [], pages: [],
    frontMatter: { ...frontMatter, title, search: true, language_tabs: [], includes: [], redirects: [], columns: 2 },
  };
  const items = (escaped: boolean) => navigation.flatMap(({ documents }) => documents).map(({ url, frontMatter: { title } }) =>
    escaped ? `<li><a href="${escape(base + url.slice(1))}">${escape(title)}</a></li>` : `- [${title}](${base}${url.slice(1)})`).join('\n');
  const section: Section = {
    id: 'documents', level: 1, title, prose: '', code: '', symbols: [], languages: [], children: [], source: { file: '', line: 1 },
    html: `<div class="row" data-level="1" data-size="8"><div class="prose"><h1 id="documents">${escape(title)}</h1><ul>${items(true)}</ul></div></div>`,
    markdown: `# ${title}\n\n${items(false)}\n`,
  };
  document.sections = [section];
  const page: Page = { kind: 'document', url: '/', document, title, sections: [section] };
  document.pages = [page];
  return document;
}
