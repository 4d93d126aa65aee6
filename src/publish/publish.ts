/** Everything that lies beside the pages. */
import type { Report } from '../source/diagnostic.ts';
import type { Site } from '../reference/site.ts';
import { hosts } from './hosts.ts';
import { llms } from './llms.ts';
import { redirectPages, redirectsOf } from './redirects.ts';
import { referenceJson } from './reference-json.ts';
import { sitemap } from './sitemap.ts';
import { twins } from './twins.ts';

/**
 * @param report told of redirects that cannot be
 * @returns path below the site root → content. A file of the same path in the content folder is the owner's and goes first: it is left out here.
 */
export function publish(site: Site, report: Report = () => {}): Map<string, string> {
  redirectsOf(site, report);
  const files = new Map<string, string>();
  for (const part of [redirectPages, twins, llms, sitemap, hosts, referenceJson])
    for (const [path, content] of part(site)) if (!site.assets.has(path)) files.set(path, content);
  return files;
}
