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

  /** The first value below a key that is written so, or whose own key is; no group's title. */
  find(at: Path, written: string): Position | undefined {
    for (const { path, text, key: named, value } of this.#placed.values()) {
      const below = path.slice(at.length);
      if (at.some((name, depth) => path[depth] !== name) || below.includes('title')) continue;
      if (text?.trim() === written) return value;
      if (below.length && path.at(-1) === written) return named;
    }
    return undefined;
  }
}

/**
 * File and 1-based line of a key, or of a value below it: `placeOf('index.mdx', 'nav', 'guide.mdx')`.
 * What the page does not say stands in the config file. Unknown value: the key's; unknown key: 1; no
 * file: 0.
 */
export type PlaceOf = (file: string, key: string, value?: string) => { file: string; line: number };

/** The place of a key, by its name in front matter, in the config file. */
export type PlaceInConfig = (key: string, value?: string) => ReturnType<PlaceOf> | undefined;

/** @param inConfig for what no page says */
export function placesOfKeys(
  pages: { source: { file: string }; positions: Positions }[],
  inConfig: PlaceInConfig = () => undefined,
): PlaceOf {
  const known = new Map(pages.map(({ source, positions }) => [source.file, positions]));
  return (file, key, value) => {
    const own = known.get(file);
    const found = value === undefined ? undefined : own?.find([key], value);
    const line = (found ?? own?.at([key])?.key)?.line;
    if (line !== undefined) return { file, line };
    return inConfig(key, value) ?? { file, line: file ? 1 : 0 };
  };
}
