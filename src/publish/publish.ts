/** Everything that lies beside the pages. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { LinkIndex } from '../reference/links/link-index.ts';
import type { Site } from '../reference/model/site.ts';
import type { Trees } from '../reference/nav/trees.ts';
import { hosts } from './files/hosts.ts';
import { llms } from './files/llms.ts';
import { idMap } from './files/id-map.ts';
import { outlines } from './files/outline.ts';
import { redirectPages, redirectsOf } from './files/redirects.ts';
import { referenceJson } from './files/reference-json.ts';
import { sitemap } from './files/sitemap.ts';
import { markdownFiles } from './files/markdown-files.ts';

/** What a joined reference tells besides: for the sidebar and for old links. */
interface Joined {
  trees: Trees | undefined;
  places: LinkIndex;
}

/**
 * @param report told of redirects that cannot be
 * @returns path below the site root → content. A file of the same path in the content folder is the
 * owner's and goes first: it is left out here.
 */
export function publish(
  site: Site & Partial<Joined>,
  report: Report = () => {},
): Map<string, string> {
  redirectsOf(site, report);
  const files = new Map<string, string>();
  for (const part of [redirectPages, markdownFiles, llms, sitemap, hosts, referenceJson, outlines])
    for (const [path, content] of part(site)) if (!site.assets.has(path)) files.set(path, content);
  for (const [path, content] of site.downloads) files.set(path, content);
  if (site.trees) files.set(site.trees.file, site.trees.json);
  if (site.places)
    for (const [path, content] of idMap({
      base: site.base,
      documents: site.documents,
      places: site.places,
    }))
      files.set(path, content);
  return files;
}
