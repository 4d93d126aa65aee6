/** Order and groups of the documents in the sidebar. */
import type { FrontMatter } from '../../source/front-matter/front-matter.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { PlaceOf } from '../../source/front-matter/positions.ts';
import { namesOf, navName, pagesIn } from '../../source/nav-name.ts';
import { nearest } from '../../shared/nearest.ts';
import type { ReferenceDocument } from '../model/page.ts';
import type { NavigationGroup } from '../model/site.ts';

export interface NavigationOptions {
  report: Report;
  placeOf: PlaceOf;
}

/** The owner's `nav`, then what it does not name, by title; the index page first. */
export function navigationOf(
  documents: ReferenceDocument[],
  { nav }: FrontMatter,
  { report, placeOf }: NavigationOptions,
): NavigationGroup[] {
  const index = documents.find(({ url }) => url === '/');
  const named = new Set<ReferenceDocument>();
  const byName = new Map(
    documents.toReversed().flatMap((document) =>
      namesOf(document)
        .toReversed()
        .map((name) => [name, document]),
    ),
  );
  const find = (item: string): ReferenceDocument[] => {
    const found = byName.get(navName(item));
    const at = placeOf(index?.file ?? '', 'nav', item);
    if (!found) {
      const near = nearest(
        navName(item),
        documents.map(({ file }) => file),
      );
      report({
        ...at,
        kind: 'nav-missing',
        message: `\`nav\` names ${item}, which is not a page of this folder`,
        hint: near ? `did you mean ${near}?` : 'name a page file, such as harvest.html.md',
      });
      return [];
    }
    if (named.has(found)) {
      report({
        ...at,
        kind: 'nav-twice',
        message: `\`nav\` names ${found.file} twice`,
        hint: 'remove it from one of the two places',
      });
      return [];
    }
    named.add(found);
    return found.listed ? [found] : [];
  };
  const groups: NavigationGroup[] = [];
  for (const item of nav) {
    if (typeof item !== 'string') {
      const title = 'items' in item ? item.title : '';
      const text = typeof title === 'string' ? title : (Object.values(title)[0] ?? '');
      groups.push({
        title: text,
        ...(typeof title !== 'string' && { titles: title }),
        documents: pagesIn([item]).flatMap(find),
      });
    } else {
      const last = groups.at(-1);
      if (last && !last.title) last.documents.push(...find(item));
      else groups.push({ title: '', documents: find(item) });
    }
  }
  const rest = documents
    .filter((document) => document.listed && !named.has(document))
    .sort(
      (a, b) =>
        Number(b === index) - Number(a === index) ||
        a.frontMatter.title.localeCompare(b.frontMatter.title, 'en', { numeric: true }),
    );
  if (nav.length && rest[0] === index && index)
    groups.unshift({ title: '', documents: rest.splice(0, 1) });
  groups.push({ title: '', documents: rest });
  return groups.filter((group) => group.documents.length > 0);
}
