/** Where every URL and id of the site stands: what links resolve against. */
import path from 'node:path';
import { stem } from '../../source/scan-folder.ts';
import type { Page, ReferenceDocument } from '../model/page.ts';

export class LinkIndex {
  readonly #documents = new Map<string, ReferenceDocument>();
  readonly #pages = new Map<string, Page>();
  readonly #ids = new Map<ReferenceDocument, Map<string, Page>>();

  /**
   * A document under every name that authors use for it: its URL, without `.html`, its source file.
   */
  add(document: ReferenceDocument): void {
    const bare = `/${stem(document.file)}`;
    const names = [
      document.url,
      bare,
      `${bare}.html`,
      `/${document.file}`,
      `${bare}.md`,
      `${bare}.html.md`,
      `${bare}.mdx`,
    ];
    if (document.url.endsWith('/') && document.url !== '/') names.push(document.url.slice(0, -1));
    for (const name of names) if (!this.#documents.has(name)) this.#documents.set(name, document);
    for (const page of document.pages) this.#pages.set(page.url, page);
  }

  put(document: ReferenceDocument, id: string, page: Page): void {
    let ids = this.#ids.get(document);
    if (!ids) this.#ids.set(document, (ids = new Map()));
    if (!ids.has(id)) ids.set(id, page);
  }

  document(url: string): ReferenceDocument | undefined {
    return this.#documents.get(url) ?? this.#documents.get(url.toLowerCase());
  }

  page(url: string): Page | undefined {
    return this.#pages.get(url);
  }

  /** Every name that a link may lead to, with the slash at its head. */
  *names(): Generator<string> {
    yield* this.#documents.keys();
    yield* this.#pages.keys();
  }

  /** The page of the document that holds the id. */
  of(document: ReferenceDocument, id: string): Page | undefined {
    return this.#ids.get(document)?.get(id);
  }

  idsOf(document: ReferenceDocument): Map<string, Page> {
    return this.#ids.get(document) ?? new Map();
  }
}

/**
 * A path as written in a document, as a path below the site root; undefined if it leads above it.
 */
export function absolute(document: string, written: string): string | undefined {
  // Without the slash at its head, since `join` would take `/../x` for `/x`.
  const folder = path.posix.dirname(`${document}x`).slice(1);
  const joined = path.posix.normalize(
    written.startsWith('/') ? written.replace(/^\/+/, '') || '.' : path.posix.join(folder, written),
  );
  return joined === '..' || joined.startsWith('../')
    ? undefined
    : joined === '.' || joined === './'
      ? '/'
      : `/${joined}`;
}
