/** Links that open an assistant which has been told of a page (`ask` in front matter). */
import type { Page } from '../../reference/model/page.ts';
import type { Site } from '../../reference/model/site.ts';
import { ASSISTANTS, isAssistant } from '../../shared/agents/assistants.ts';
import { absolute, markdownPageUrl } from '../url.ts';

/** @returns none without `--site`: an assistant cannot read a page whose origin is not known */
export function askLinks(site: Site, page: Page): { name: string; href: string }[] {
  if (!site.origin) return [];
  const prompt = `Read ${absolute(site, markdownPageUrl(page.url))} so that I can ask about it.`;
  return site.frontMatter.ask.filter(isAssistant).map((key) => {
    const { name, url } = ASSISTANTS[key];
    return { name, href: url + encodeURIComponent(prompt) };
  });
}
