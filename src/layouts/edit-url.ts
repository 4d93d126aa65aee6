/** Where a page's source can be edited (`edit_url` in front matter). */
import type { Page } from '../reference/model/page.ts';
import type { Site } from '../reference/model/site.ts';

/**
 * @returns the owner's pattern with the file of the page's first section; undefined without either
 */
export function editUrl(site: Site, { document, kind, sections }: Page): string | undefined {
  const pattern = site.frontMatter.edit_url;
  const file = (kind === 'section' && sections[0]?.source.file) || document.file;
  if (!pattern || !file) return undefined;
  const path = file.split('/').map(encodeURIComponent).join('/');
  return pattern.includes('{file}')
    ? pattern.replaceAll('{file}', path)
    : `${pattern.replace(/\/?$/, '/')}${path}`;
}
