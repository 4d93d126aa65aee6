/** The pages of a document and their URLs (contract: DESIGN "URLs"). */
import type { OutlineHeading } from '../markup/fragment.ts';
import { parameterize } from '../shared/slug.ts';

/** A top-level section of a document: where it begins, and which headings it holds. */
export interface Chapter {
  /** [file, index in its outline] of its heading. */
  heading: [number, number];
  id: string;
  title: string;
}

/** URLs in use; compared without regard to case, since some hosts' file systems do. */
export class Routes {
  readonly #taken = new Set<string>();
  readonly #ending: string;

  /** @param form of addresses: `/x.html`, or `/x/` */
  constructor(form: 'file' | 'directory' = 'file') {
    this.#ending = form === 'file' ? '.html' : '/';
  }

  /** @returns false where it is taken already */
  take(url: string): boolean {
    const key = (url.endsWith('/') ? `${url}index.html` : url).toLowerCase();
    if (this.#taken.has(key)) return false;
    this.#taken.add(key);
    return true;
  }

  /**
   * A page's URL beside its document: `/coupons.html`, or `/harvest/coupons.html` for
   * `/harvest.html`.
   */
  beside(document: string, name: string): { url: string; renamed: boolean } {
    const dir = folderOf(document);
    const stem = stemOf(name);
    for (let count = 0; ; count++) {
      const url = `${dir}${stem}${count ? `-section${count > 1 ? `-${count}` : ''}` : ''}${this.#ending}`;
      if (count || !device.test(stem)) if (this.take(url)) return { url, renamed: count > 0 };
    }
  }
}

/** Names that Windows keeps for devices, whatever their ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** File systems end a name at 255 bytes, and nobody reads half of that. */
const longest = 120;

/** An id as a file name: as it is where every host and file system takes it. */
function stemOf(id: string): string {
  const plain = /^[a-z0-9][\w-]*$/i.test(id) ? id : parameterize(id.normalize('NFC')) || encode(id);
  return plain.length > longest ? plain.slice(0, longest).replace(/-[^-]*$/, '') : plain;
}

/**
 * Where the pages of a document lie: `/` → `/`, `/harvest.html` → `/harvest/`, `/open-banking/` →
 * `/open-banking/`.
 */
export const folderOf = (document: string): string =>
  document.endsWith('/') ? document : `${document.slice(0, -'.html'.length)}/`;

/** An id of no Latin letter as a file name of plain ASCII. */
const encode = (name: string): string =>
  [...name].map((char) => char.codePointAt(0)!.toString(36)).join('-') || 'section';

/** The document's chapters: its headings of the highest level that stand at the top of the text. */
export function chaptersOf(outlines: OutlineHeading[][], ids: string[][]): Chapter[] {
  const level = Math.min(
    ...outlines
      .flat()
      .filter((heading) => heading.top)
      .map((heading) => heading.level),
  );
  return outlines.flatMap((outline, file) =>
    outline.flatMap((heading, index): Chapter[] =>
      heading.top && heading.level === level
        ? [{ heading: [file, index], id: ids[file]![index]!, title: heading.title }]
        : [],
    ),
  );
}
