/** The pages before and after a page, across documents in the order of the sidebar. */
import type { Page } from '../reference/model/page.ts';
import type { Sidebar } from '../reference/nav/sidebar.ts';

type Neighbours = Pick<Page, 'previous' | 'next'>;

/** @returns within a paged document its own pages; at its ends the documents beside it */
export function neighboursOf(
  { document, kind, previous, next }: Page,
  sidebar: Sidebar,
): Neighbours {
  if (kind === 'all') return {};
  const documents = sidebar.groups.flatMap((group) => group.documents);
  const at = documents.findIndex(({ current }) => current);
  if (at < 0 || !document.file) return { ...(previous && { previous }), ...(next && { next }) };
  const before = previous ?? (kind === 'document' ? documents[at - 1] : undefined);
  const after = next ?? documents[at + 1];
  return {
    ...(before && { previous: { title: before.title, href: before.href } }),
    ...(after && { next: { title: after.title, href: after.href } }),
  };
}
