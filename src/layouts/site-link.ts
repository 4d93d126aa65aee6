/** Links that the owner sets for the whole site (`links`, `banner`). */
import type { Site } from '../reference/model/site.ts';

/** @param href as written: a path from the site's root is led below its base */
export const siteLink = ({ base }: Pick<Site, 'base'>, href: string): string =>
  /^\/(?!\/)/.test(href) ? base + href.slice(1) : href;

export interface Banner {
  text: string;
  href?: string;
}

/**
 * @param today such as `2027-01-31`
 * @returns what stands above every page; undefined where there is nothing, or its last day is over
 */
export function bannerOf(
  site: Site,
  today = new Date().toISOString().slice(0, 10),
): Banner | undefined {
  const { banner } = site.frontMatter;
  const { text, href, until } = typeof banner === 'string' ? { text: banner } : banner;
  if (!text || (until && until < today)) return undefined;
  return { text, ...(href && { href: siteLink(site, href) }) };
}
