/**
 * Puts each page's Content-Security-Policy first in its head. Last of all steps, since it is
 * computed from the page as written.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '../../reference/model/page.ts';
import type { Site } from '../../reference/model/site.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { withPolicy } from './policy.ts';
import { fileOf } from '../url.ts';

/**
 * @param stage folder of the built site
 * @returns origins that authors' content made necessary: directive → origins, for the summary
 */
export function addCsp(stage: string, site: Site, report: Report): Map<string, Set<string>> {
  const { csp } = site.frontMatter;
  if (csp === false) return new Map();
  const pages = new Map<string, Page>(
    site.documents.flatMap(({ pages }) => pages).map((page) => [fileOf(page.url), page]),
  );
  const index = site.documents.find(({ url }) => url === '/')?.file;
  const origins = new Map<string, Set<string>>();
  for (const name of readdirSync(stage, { recursive: true }).map(String)) {
    const file = name.replaceAll('\\', '/');
    const page = pages.get(file);
    // HTML that the owner's folder holds besides is the owner's own.
    if (!page && file !== '404.html') continue;
    const {
      html,
      findings,
      origins: needed,
    } = withPolicy(readFileSync(path.join(stage, name), 'utf8'), csp);
    writeFileSync(path.join(stage, name), html);
    for (const { ofSite, ...finding } of findings)
      report({ ...finding, file: (ofSite ? index : page?.document.file) ?? '' });
    for (const [directive, list] of needed)
      origins.set(directive, new Set([...(origins.get(directive) ?? []), ...list]));
  }
  return origins;
}
