/**
 * Files that hosts read: `_headers` and `_redirects` (Netlify, Cloudflare), `.nojekyll` (GitHub
 * Pages). The Content-Security-Policy stands in each page, where it works on every host.
 */
import type { Site } from '../../reference/model/site.ts';
import type { Redirect } from './redirects.ts';
import { href } from '../url.ts';

export function hosts(site: Site, redirects: Redirect[]): Map<string, string> {
  const files = new Map([
    ['.nojekyll', ''],
    ['_headers', headers(site)],
  ]);
  if (redirects.length)
    files.set(
      '_redirects',
      redirects.map(({ from, to }) => `${href(site, from)} ${href(site, to)} 301\n`).join(''),
    );
  return files;
}

/** Names hold a digest of their content, so what has been fetched once never changes. */
const hashed = ['/_astro/*', '/pagefind/fragment/*', '/pagefind/index/*'];

/** Asked for again each time; the host answers “not modified”. */
const revalidated = ['/', '/*/', '/*.html', '/*.md'];

/**
 * Where two rules match, both hosts join their values with a comma (“max-age=0, max-age=31536000”):
 * so no `Cache-Control` stands under a pattern that overlaps another with one.
 */
function headers(site: Site): string {
  const rule = (pattern: string, ...lines: string[]) =>
    `${site.base.slice(0, -1)}${pattern}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  return [
    rule(
      '/*',
      'X-Content-Type-Options: nosniff',
      'Referrer-Policy: strict-origin-when-cross-origin',
      // A policy in the page cannot say who may frame it.
      'X-Frame-Options: SAMEORIGIN',
      "Content-Security-Policy: frame-ancestors 'self'",
      // What no reference needs; a page's frames do not get it either.
      'Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    ),
    ...hashed.map((pattern) => rule(pattern, 'Cache-Control: public, max-age=31536000, immutable')),
    ...revalidated.map((pattern) =>
      rule(
        pattern,
        'Cache-Control: public, max-age=0, must-revalidate',
        ...(pattern.endsWith('.md') ? ['Content-Type: text/markdown; charset=utf-8'] : []),
      ),
    ),
  ].join('\n');
}
