/** For each document of a description: what other tools' links to its parts lead to. */
import type { LinkIndex } from '../../reference/links/link-index.ts';
import { walk, type ReferenceDocument } from '../../reference/model/page.ts';
import type { Section } from '../../reference/model/section.ts';
import type { Site } from '../../reference/model/site.ts';
import type { OldLinkEntry, OldLinks } from '../../shared/links/old-link.ts';
import { folderOf } from '../../reference/routes.ts';
import { href } from '../url.ts';

/** Path below the site root; undefined where nothing of the document is a description's. */
export const oldLinksFile = ({ url, sections }: ReferenceDocument): string | undefined =>
  [...walk(sections)].some(({ described }) => described)
    ? `${folderOf(url).slice(1)}UI-old-links.json`
    : undefined;

export function oldLinks(
  site: Pick<Site, 'base' | 'documents'>,
  places: LinkIndex,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const document of site.documents) {
    const file = oldLinksFile(document);
    if (!file) continue;
    const pages: OldLinks['pages'] = {};
    for (const section of walk(document.sections)) {
      const entry = entryOf(section);
      const page = entry && href(site, places.of(document, section.id)?.url ?? document.url);
      if (page) (pages[page] ??= []).push(entry);
    }
    files.set(
      file,
      JSON.stringify({ title: document.frontMatter.title, pages } satisfies OldLinks),
    );
  }
  return files;
}

function entryOf({ id, endpoint, described }: Section): OldLinkEntry | undefined {
  if (!described) return undefined;
  const { kind, operation, webhook, hook } = described;
  const [method, path] = endpoint ? [endpoint.method, endpoint.path] : [hook?.method, webhook];
  if (kind === 'chapter' || kind === 'schema' || !method) return [id];
  const called = operation ?? hook?.operationId;
  return called && called !== id ? [id, method, path ?? '', called] : [id, method, path ?? ''];
}
