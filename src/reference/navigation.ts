/** Order and groups of the documents in the sidebar. */
import type { FrontMatter } from '../source/front-matter.ts';
import type { Report } from '../source/diagnostic.ts';
import { nearest } from '../source/nearest.ts';
import type { ReferenceDocument } from './page.ts';
import type { NavigationGroup } from './site.ts';

/** The owner's `nav`, then what it does not name, by title; the index page first. */
export function navigationOf(documents: ReferenceDocument[], { nav }: FrontMatter, report: Report): NavigationGroup[] {
  const index = documents.find(({ url }) => url === '/');
  const named = new Set<ReferenceDocument>();
  const find = (item: string): ReferenceDocument[] => {
    const wanted = item.replace(/^\.?\//, '');
    const found = documents.find(({ file, url }) => [file, url, url.slice(1)].includes(wanted) || file.replace(/(\.html)?\.(md|mdx|markdown)(\.erb)?$/, '') === wanted);
    if (found) named.add(found);
    else {
      const near = nearest(wanted, documents.map(({ file }) => file));
      report({ kind: 'nav-missing', file: index?.file ?? '', line: 1, message: `\`nav\` names ${item}, which is no page of this folder`, mend: near ? `did you mean ${near}?` : 'name a page file, such as harvest.html.md' });
    }
    return found ? [found] : [];
  };
  const groups: NavigationGroup[] = [];
  for (const item of nav) {
    if (typeof item !== 'string') groups.push({ title: item.title, documents: item.items.flatMap(find) });
    else {
      const last = groups.at(-1);
      if (last && !last.title) last.documents.push(...find(item));
      else groups.push({ title: '', documents: find(item) });
    }
  }
  const rest = documents.filter((document) => document.listed && !named.has(document))
    .sort((a, b) => Number(b === index) - Number(a === index) || a.frontMatter.title.localeCompare(b.frontMatter.title, 'en', { numeric: true }));
  if (!rest.length) return groups;
  return nav.length && rest[0] === index ? [{ title: '', documents: [rest[0]!] }, ...groups, ...(rest.length > 1 ? [{ title: '', documents: rest.slice(1) }] : [])] : [...groups, { title: '', documents: rest }];
}
