/** Where a URL that an author wrote leads, from the page it stands on. */
import { pageHref } from '../../shared/page-href.ts';
import type { WrittenLink } from '../../markup/fragment.ts';
import { parameterize } from '../../shared/slug.ts';
import type { Page, ReferenceDocument } from '../model/page.ts';
import type { Relatives } from '../versions.ts';
import { absolute, type LinkIndex } from './link-index.ts';
import { decode } from '../../shared/decode.ts';

export interface Resolved {
  /** Ready for the attribute, not yet escaped. */
  url: string;
  /** Set where it leads nowhere on this site. */
  problem?: 'anchor' | 'page' | 'image' | 'outside';
  /**
   * For `page` and `image`: the path below the site's root that it would be, with the slash at its
   * head.
   */
  target?: string;
  /** For `anchor`: the document that lacks it. */
  document?: ReferenceDocument;
  /** File of the content folder that it is, if it is one. */
  asset?: string;
}

export class Resolver {
  readonly #places: LinkIndex;
  readonly #assets: { has(file: string): boolean };
  readonly #base: string;
  readonly #families: Map<ReferenceDocument, Relatives>;

  constructor(
    places: LinkIndex,
    assets: { has(file: string): boolean },
    base: string,
    families = new Map<ReferenceDocument, Relatives>(),
  ) {
    this.#places = places;
    this.#assets = assets;
    this.#base = base;
    this.#families = families;
  }

  /**
   * As Slate reads it, from the page; where nothing is there, from the file that the link stands in,
   * as the include's author sees it.
   * @param page where the link stands; a page of kind `all` holds every id of its document
   * @param file of the content, which is another than the page's where it is an include
   */
  resolve(link: WrittenLink, document: ReferenceDocument, page: Page, file: string): Resolved {
    const { borrowed } = document;
    // A borrowed page's link is its original's.
    const resolved = borrowed
      ? this.#resolve(link, borrowed, borrowed.pages[document.pages.indexOf(page)]!, file)
      : this.#resolve(link, document, page, file);
    if (!this.#families.size || resolved.problem || resolved.url.startsWith('#')) return resolved;
    // It leads to its target as readers of this language have it.
    const { pathname, hash } = new URL(resolved.url, 'http://site');
    if (resolved.asset || !resolved.url.startsWith(this.#base)) return resolved;
    const target = this.#places.page(`/${decode(pathname.slice(this.#base.length))}`);
    const own = target && this.#inLanguage(target, document.frontMatter.lang);
    if (!own || !(borrowed || own.borrowed)) return resolved;
    const { url, id } = this.#sameHeading(target, own, decode(hash.slice(1)));
    return { ...resolved, url: pageHref(this.#base, url) + (id && `#${encodeFragment(id)}`) };
  }

  #inLanguage({ document }: Page, lang: string): ReferenceDocument | undefined {
    return this.#families
      .get(document)
      ?.translations.find((other) => other !== document && other.frontMatter.lang === lang);
  }

  /** In a translation: the heading in the same place among as many; else its page. */
  #sameHeading(page: Page, other: ReferenceDocument, id: string): { url: string; id: string } {
    const { document } = page;
    const top =
      document.pages.length === other.pages.length
        ? other.pages[document.pages.indexOf(page)]!
        : other.pages[0]!;
    const ids = [...this.#places.idsOf(document).keys()];
    const others = [...this.#places.idsOf(other).entries()];
    const found = id
      ? (others.find(([one]) => one === id) ??
        (ids.length === others.length ? others[ids.indexOf(id)] : undefined))
      : undefined;
    return found ? { url: found[1].url, id: found[0] } : { url: top.url, id: '' };
  }

  #resolve(link: WrittenLink, document: ReferenceDocument, page: Page, file: string): Resolved {
    // From where the file lies: with `urls: directory` its URL is one folder deeper.
    const from = document.file ? `/${document.file}` : document.url;
    const { above, ...resolved } = this.#from(from, link, document, page);
    if (!resolved.problem && !above) return resolved;
    const own = link.file ?? file;
    if (own === document.file || /^[/#?]/.test(link.url.trim())) return resolved;
    const { above: isAbove, ...beside } = this.#from(`/${own}`, link, document, page);
    return beside.problem || isAbove ? resolved : beside;
  }

  /** @param from path below the site's root of what the URL is relative to */
  #from(
    from: string,
    { url, kind, text }: WrittenLink,
    document: ReferenceDocument,
    page: Page,
  ): Resolved & { above?: true } {
    const written = url.trim();
    if (written === '' || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) return { url: written };
    const [, before, query, hash] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(written) ?? [];
    if (kind === 'link' && !before)
      return hash && hash !== '#'
        ? this.#anchor(hash.slice(1), text, document, page, query ?? '')
        : { url: written };
    const target = absolute(from, decode(before ?? ''));
    // A link may lead above the site, to what else its host holds; a file must be of the folder.
    if (target === undefined)
      return kind === 'link' ? { url: written, above: true } : { url: written, problem: 'outside' };
    const asset = this.#asset(target, kind);
    if (asset)
      return {
        url:
          this.#base +
          encodeURI(asset).replace(/[#?]/g, encodeURIComponent) +
          (query ?? '') +
          (hash ?? ''),
        asset,
      };
    if (kind === 'link') {
      const other = this.#places.document(target);
      if (other && hash && hash !== '#')
        return this.#anchor(hash.slice(1), text, other, page, query ?? '');
      const found = other?.url ?? this.#places.page(target)?.url;
      if (found) return { url: pageHref(this.#base, found) + (query ?? '') + (hash ?? '') };
    }
    return {
      url: before!.startsWith('/')
        ? this.#base + before!.slice(1) + (query ?? '') + (hash ?? '')
        : written,
      problem: kind === 'image' ? 'image' : 'page',
      target,
    };
  }

  #asset(target: string, kind: WrittenLink['kind']): string | undefined {
    const file = target.slice(1);
    if (this.#assets.has(file)) return file;
    // Middleman looks for `![](foo.png)` in `images/`.
    if (kind === 'image' && this.#assets.has(`images/${file}`)) return `images/${file}`;
    return undefined;
  }

  #anchor(
    written: string,
    text: string,
    document: ReferenceDocument,
    page: Page,
    query: string,
  ): Resolved {
    const name = decode(written);
    const here = page.document === document;
    for (const id of spellings(written, name, text)) {
      const holder = id && this.#places.of(document, id);
      if (!holder) continue;
      // A link whose id is only its text's is meant so where it holds spaces (`[x](#Send Test)`).
      if (id !== written && id !== name && !/[\s%A-Z]/.test(written)) break;
      const url =
        here && (holder === page || page.kind === 'all') ? '' : pageHref(this.#base, holder.url);
      return { url: `${url}${query}#${encodeFragment(id)}` };
    }
    const url = here ? '' : pageHref(this.#base, document.url);
    return { url: `${url}${query}#${encodeFragment(name)}`, problem: 'anchor', document };
  }
}

/** The ids that a link may mean, the likeliest first: most links have theirs as they are written. */
function* spellings(written: string, name: string, text: string): Generator<string> {
  yield written;
  if (name !== written) yield name;
  yield parameterize(name);
  yield parameterize(text);
}

const encodeFragment = (id: string) => id.replace(/[\s"<>`%]/g, (char) => encodeURIComponent(char));
