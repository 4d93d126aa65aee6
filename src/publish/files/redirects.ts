/** Old paths of documents (`redirects` in front matter): who asks for one is sent on. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Site } from '../../reference/model/site.ts';
import { escape, scriptJson } from '../../shared/html.ts';
import { contentSecurityPolicy } from '../csp/policy.ts';
import { ownPath } from '../../source/folder/own-paths.ts';
import { TakenPaths } from '../../source/folder/taken-paths.ts';
import { fileOf, href, markdownPageUrl } from '../url.ts';

export interface Redirect {
  /** Old URL, without base. */
  from: string;
  /** URL of the document, without base. */
  to: string;
}

/**
 * @param report told of a path that cannot be one, that a page holds, or that two documents want;
 * such a one is left out
 */
export function redirectsOf(site: Site, report: Report): Redirect[] {
  const taken = new TakenPaths();
  for (const { pages, file } of site.documents)
    for (const { url } of pages) {
      taken.take(fileOf(url), `${url} is the page of ${file}`);
      taken.take(fileOf(markdownPageUrl(url)), `${url} as Markdown stands there`);
    }
  // A page of ours stands before a file that is carried, which is told (`publish.ts`).
  for (const asset of site.assets.keys())
    if (!/\.html?$/i.test(asset)) taken.take(asset, `/${asset} is a file of the content folder`);
  const redirects: Redirect[] = [];
  for (const { file, url, frontMatter } of site.documents) {
    for (const written of frontMatter.redirects) {
      const from = pathOf(written, site.base);
      if (from === undefined) {
        report({
          kind: 'redirect-invalid',
          file,
          quote: written,
          message: `\`redirects\` lists “${written}”, which is not a path of this site`,
          hint: 'write the old path from the site’s root: /old-page.html',
        });
        continue;
      }
      const old = fileOf(pageFile(from));
      const own = ownPath(old) ?? ownPath(from.slice(1));
      const holder = own === undefined ? taken.holder(old) : `the build itself writes ${own}`;
      if (holder !== undefined)
        report({
          kind: 'redirect-taken',
          file,
          quote: written,
          message: `\`redirects\` lists “${written}”, but ${holder}`,
          hint: 'remove one of the two',
        });
      else {
        taken.take(old, `${file} redirects ${from} too`);
        redirects.push({ from, to: url });
      }
    }
  }
  return redirects;
}

/** Bytes of a name, as file systems have it; the page's ending comes on top. */
const MAX_NAME = 250;

/**
 * `old`, `/old`, `/docs/old`, `old.html`: as a path below the base. Read as a host reads it, after
 * decoding. Undefined for other origins, queries and hashes, which no static host can answer; for `..`
 * and backslashes; for `*` and `:name`, which are rules to hosts; for controls and line ends, which
 * end a rule; for names that no file can have.
 */
function pathOf(written: string, base: string): string | undefined {
  let path = written.trim();
  if (!path || /^[a-z][a-z0-9+.-]*:|^\/\/|\s/i.test(path)) return undefined;
  if (!path.startsWith('/')) path = `/${path}`;
  if (base !== '/' && path.startsWith(base)) path = path.slice(base.length - 1);
  try {
    path = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const isBroken = /[?#\\*:\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?:^|\/)\.\.?(?:\/|$)|\/\//u.test(path);
  const isLong = path.split('/').some((name) => Buffer.byteLength(name) > MAX_NAME);
  return isBroken || isLong ? undefined : path;
}

/**
 * An old path without an ending is answered by a page of its own, which hosts serve with and
 * without `.html`.
 */
const pageFile = (from: string): string =>
  from.endsWith('/') || /\.[a-z0-9]+$/i.test(from) ? from : `${from}.html`;

/**
 * A page for each old path, for hosts that know no `_redirects`. A path such as `/old.pdf` cannot
 * be answered by a page.
 */
export function redirectPages(site: Site, redirects: Redirect[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const { from, to } of redirects) {
    const url = pageFile(from);
    if (/\/$|\.html?$/i.test(url)) files.set(fileOf(url), redirectPage(href(site, to), site));
  }
  return files;
}

/** With script, the query (`?ruby`) and the hash come along; without, the page alone. */
function redirectPage(to: string, site: Site): string {
  const canonical = escape(site.origin + to);
  const head = [
    '<meta charset="utf-8"><title>Moved</title>',
    `<link rel="canonical" href="${canonical}"><meta name="robots" content="noindex">`,
    `<script>location.replace(${scriptJson(to)} + location.search + location.hash)</script>`,
    `<noscript><meta http-equiv="refresh" content="0; url=${escape(to)}"></noscript>`,
  ].join('');
  const page = (policy: string) => `<!DOCTYPE html>
<html lang="en"><head>${policy}${head}</head>
<body><p>This page has moved to <a href="${escape(to)}">${escape(to)}</a>.</p></body></html>
`;
  const policy = escape(contentSecurityPolicy(page(''), {}).policy);
  return page(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}
