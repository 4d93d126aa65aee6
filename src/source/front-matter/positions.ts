/** Where the keys and values of front matter stand. */

/** A place in the author's file, both 1-based. */
export interface Position {
  line: number;
  column: number;
}

/** Names of keys and numbers of list items, from the outermost in. */
export type Path = readonly PropertyKey[];

/** A value of front matter in its place. */
export interface Placed {
  path: Path;
  /** Of the key; of a list's item, of the item itself. */
  key: Position;
  value: Position;
  /** As written; of a scalar only. */
  text?: string;
}

/** Every key and list item of a file's front matter, in the order in which they stand. */
export class Positions {
  readonly #placed = new Map<string, Placed>();

  add(placed: Placed): void {
    this.#placed.set(JSON.stringify(placed.path), placed);
  }

  /** The nearest that is known: a value that stands alone is also its list's first item. */
  at(path: Path): Placed | undefined {
    const known = this.#placed.get(JSON.stringify(path));
    return known || !path.length ? known : this.at(path.slice(0, -1));
  }

  /** @returns the first value below a key that is written so, or whose own key is; no title of a group */
  find(key: string, written: string): Position | undefined {
    for (const { path, text, key: named, value } of this.#placed.values()) {
      if (path[0] !== key || path.slice(1).includes('title')) continue;
      if (text?.trim() === written) return value;
      if (path.length > 1 && path.at(-1) === written) return named;
    }
    return undefined;
  }
}

/**
 * Line (1-based) of a key, or of a value that stands below it: `lineOf('index.mdx', 'nav', 'guide.mdx')`.
 * A value that is not found gives the key's line; a key that is not, the first line; no file, 0.
 */
export type LineOf = (file: string, key: string, value?: string) => number;

/** @param content its positions, by the page's file */
export const lineOfKeys =
  ({ positions }: { positions: ReadonlyMap<string, Positions> }): LineOf =>
  (file, key, value) => {
    const own = positions.get(file);
    const found = value === undefined ? undefined : own?.find(key, value);
    return file ? ((found ?? own?.at([key])?.key)?.line ?? 1) : 0;
  };
