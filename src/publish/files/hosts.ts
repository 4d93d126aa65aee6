/**
 * What hosts read: `_headers` and `_redirects` (Netlify, Cloudflare), `.nojekyll` (GitHub Pages).
 * The policy stands in each page.
 */
import type { Site } from '../../reference/model/site.ts';
import { redirectsOf } from './redirects.ts';
import { href } from '../url.ts';

export function hosts(site: Site): Map<string, string> {
  const files = new Map([
    ['.nojekyll', ''],
    ['_headers', headers(site)],
  ]);
  const redirects = redirectsOf(site);
  if (redirects.length)
    files.set(
      '_redirects',
      redirects.map(({ from, to }) => `${href(site, from)} ${href(site, to)} 301\n`).join(''),
    );
  return files;
}

/** Names hold a digest. */
const hashed = ['/_astro/*', '/pagefind/fragment/*', '/pagefind/index/*'];

/** The host answers “not modified”. */
const revalidated = ['/', '/*/', '/*.html', '/*.md'];

/**
 * Where two rules match, both hosts join values with a comma (“max-age=0, max-age=31536000”): no
 * `Cache-Control` stands under patterns that overlap.
 */
function headers(site: Site): string {
  const rule = (pattern: string, ...lines: string[]) =>
    `${site.base.slice(0, -1)}${pattern}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  return [
    rule(
      '/*',
      'X-Content-Type-Options: nosniff',
      'Referrer-Policy: strict-origin-when-cross-origin',
      // A policy in the page cannot say it.
      'X-Frame-Options: SAMEORIGIN',
      "Content-Security-Policy: frame-ancestors 'self'",
      // No reference needs them; a page's frames do not get them either.
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
