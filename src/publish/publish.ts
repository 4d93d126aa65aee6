/** Everything that lies beside the pages. */
import type { Report } from '../diagnostics/diagnostic.ts';
import type { LinkIndex } from '../reference/links/link-index.ts';
import type { Site } from '../reference/model/site.ts';
import type { Trees } from '../reference/nav/trees.ts';
import { TakenPaths } from '../source/folder/taken-paths.ts';
import { hosts } from './files/hosts.ts';
import { idMap } from './files/id-map.ts';
import { oldLinks } from './files/old-links.ts';
import { outlines } from './files/outline.ts';
import { redirectPages, redirectsOf } from './files/redirects.ts';
import { referenceJson } from './files/reference-json.ts';
import { sitemap } from './files/sitemap.ts';
import { llms } from './markdown/llms.ts';
import { markdownSite } from './markdown/markdown-site.ts';
import { twinFiles } from './markdown/twin-files.ts';
import { fileOf } from './url.ts';

/** What a joined reference tells besides: for the sidebar and for old links. */
interface Joined {
  trees: Trees | undefined;
  places: LinkIndex;
}

/**
 * @param report told of redirects that cannot be
 * @returns path below the site root → content
 */
export function publish(
  site: Site & Partial<Joined>,
  report: Report = () => {},
): Map<string, string> {
  const redirects = redirectsOf(site, report);
  const files = new Map<string, string>();
  // What crawlers may read is the owner's to say: their own robots.txt goes first.
  const add = (made: Map<string, string>): void => {
    for (const [path, content] of made)
      if (path !== 'robots.txt' || !site.assets.has(path)) files.set(path, content);
  };
  add(redirectPages(site, redirects));
  for (const part of [sitemap, outlines]) add(part(site));
  add(hosts(site, redirects));
  const markdown = markdownSite(site);
  for (const part of [twinFiles, llms, referenceJson]) add(part(markdown, report));
  add(site.downloads);
  if (site.trees) files.set(site.trees.file, site.trees.json);
  if (site.places) {
    const { base, documents, places } = site;
    add(idMap({ base, documents, places }));
    add(oldLinks(site, places));
  }
  return files;
}

/**
 * @param files what `publish` gives
 * @returns files of the content folder that the site has as they are, path → where each lies. What
 * stands in the way of a file of ours is left out, and told
 */
export function carriedAssets(
  site: Site,
  files: ReadonlyMap<string, unknown>,
  report: Report,
): Map<string, string> {
  const taken = new TakenPaths();
  const pages = site.documents.flatMap((document) => document.pages.map(({ url }) => fileOf(url)));
  for (const file of [...files.keys(), ...pages]) taken.take(file, file);
  const carried = new Map<string, string>();
  for (const [file, source] of site.assets) {
    const holder = taken.holder(file);
    if (holder === undefined) carried.set(file, source);
    // A description is carried as its download, in one file.
    else if (!site.downloads.has(file) && file !== 'robots.txt')
      report({
        kind: 'asset-taken',
        file,
        message: `this file would stand where the build’s own ${holder} does, and is left out`,
        hint: 'rename or remove it',
      });
  }
  return carried;
}
