/**
 * Where the links of Markdown files lead: to Markdown, and with the site's origin, wherever the
 * file is read.
 */
import type { Page, ReferenceDocument } from '../../reference/model/page.ts';
import type { Site } from '../../reference/model/site.ts';
import { absolute, markdownPageUrl } from '../url.ts';
import type { DocumentTwins } from './section-twins.ts';
import { decode } from '../../shared/decode.ts';

export class MarkdownLinks {
  readonly #site: Pick<Site, 'base' | 'origin'>;
  readonly #twins: ReadonlyMap<ReferenceDocument, DocumentTwins>;
  readonly #pages: ReadonlyMap<string, Page>;

  constructor(
    site: Pick<Site, 'base' | 'origin' | 'documents'>,
    twins: ReadonlyMap<ReferenceDocument, DocumentTwins>,
  ) {
    this.#site = site;
    this.#twins = twins;
    const pages = site.documents.flatMap((document) => document.pages);
    this.#pages = new Map(pages.map((page) => [page.url, page]));
  }

  /**
   * @param page where a text stands
   * @param isHere whether the file that the text goes into holds an id of the page
   * @returns a function from a URL as the page has it to one for that file
   */
  from(page: Page, isHere: (id: string) => boolean): (url: string) => string {
    return (url) => {
      if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return url;
      const [, path, query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(url)!;
      const target = path ? this.#pageOf(path) : page;
      if (!target) return url.startsWith('/') ? this.#site.origin + url : url;
      const id = decode(hash);
      if (!path && (!hash || isHere(id))) return url;
      if (!hash) return absolute(this.#site, markdownPageUrl(target.url));
      const twin = this.#twins.get(target.document)?.homes.get(id);
      if (!twin) return `${absolute(this.#site, target.url)}${query}#${hash}`;
      return absolute(this.#site, twin.url) + (twin.section.id === id ? '' : `#${hash}`);
    };
  }

  #pageOf(path: string): Page | undefined {
    const { base } = this.#site;
    return path.startsWith(base)
      ? this.#pages.get(`/${decode(path.slice(base.length))}`)
      : undefined;
  }
}
