/** 1-based, in the author's file. */
export interface Position {
  line: number;
  column: number;
}

/** Keys and numbers of list items, from the outermost in. */
export type Path = readonly PropertyKey[];

export interface Placed {
  path: Path;
  /** Of the key; of a list's item, its own. */
  key: Position;
  value: Position;
  /** Of a scalar, as written. */
  text?: string;
}

/** Every key and list item, in order. */
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

  /** The first value below a key that is written so, or whose own key is; no group's title. */
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
 * 1-based line of a key, or of a value below it: `lineOf('index.mdx', 'nav', 'guide.mdx')`. Unknown
 * value: the key's; unknown key: 1; no file: 0.
 */
export type LineOf = (file: string, key: string, value?: string) => number;

/** @param content positions by the page's file */
export const lineOfKeys =
  ({ positions }: { positions: ReadonlyMap<string, Positions> }): LineOf =>
  (file, key, value) => {
    const own = positions.get(file);
    const found = value === undefined ? undefined : own?.find(key, value);
    return file ? ((found ?? own?.at([key])?.key)?.line ?? 1) : 0;
  };
