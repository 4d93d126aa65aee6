/** The outlines of a content's MDX files, as far as they are compiled. */
import { rollUpEndpoints } from '../../markup/endpoints/roll-up.ts';
import type { OutlineHeading } from '../../markup/fragment.ts';
import type { PlacedPiece } from '../../markup/placed.ts';
import { partsOfId } from '../../mdx/imports/module-id.ts';
import { flattenOutline, type OutlinePiece } from '../../mdx/outline-piece.ts';
import { relativePath } from '../../shared/files/paths.ts';

/** What an MDX file places of descriptions. @param file relative */
export type PlacedIn = (file: string) => ReadonlyMap<string, PlacedPiece> | undefined;

export class MdxOutlines {
  readonly #root: string;
  readonly #pieces = new Map<string, OutlinePiece[]>();
  /** What files place of descriptions: the content's, as it was last read. */
  placed: PlacedIn = () => undefined;

  /** @param root absolute path of the content folder */
  constructor(root: string) {
    this.#root = root;
  }

  /** @param id of a module, relative */
  set(id: string, outline: OutlinePiece[]): void {
    this.#pieces.set(id, outline);
  }

  /** @param file relative. @returns its headings, with those of the files that it imports */
  get(file: string): OutlineHeading[] | undefined {
    const pieces = this.#pieces.get(file);
    if (!pieces) return undefined;
    const relative = (id: string) => relativePath(this.#root, id);
    const placed = this.placed(file);
    const used = new Set<string>();
    const outline = flattenOutline(
      pieces,
      (id) => this.#pieces.get(relative(id)),
      (id) => relative(partsOfId(id).file),
      (...part) => {
        const key = part.join('\n');
        const isFirst = !used.has(key) && used.add(key);
        return (isFirst && placed?.get(key)?.outline) || [];
      },
    );
    return rollUpEndpoints(outline);
  }

  /** @param id of a module, relative. @returns the modules that it shows, by their absolute ids */
  shownBy(id: string): string[] {
    return (this.#pieces.get(id) ?? []).flatMap((piece) => ('shows' in piece ? [piece.shows] : []));
  }
}
