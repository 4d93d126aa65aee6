/**
 * Final ids: unique in a document, and every id that Slate would give kept by its first holder
 * (contract: DESIGN "Ids"). Slate counts anew in every include, so its published pages hold
 * hundreds of doubles.
 */
import type { Fragment, OutlineHeading } from '../../markup/fragment.ts';

/** Ids of a document while they are given. */
export class Ids {
  readonly #taken: Set<string>;

  /** @param taken those that are given already */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** The same, to give further ids from, while these stay as they are. */
  copy(): Ids {
    return new Ids(this.#taken);
  }

  has(id: string): boolean {
    return this.#taken.has(id);
  }

  /** Gives `id`, or where it is taken `<parent>-<id>`, then with `-2`, `-3`. */
  give(id: string, parent: string, reserved?: Set<string>): string {
    const free = (candidate: string) => !this.#taken.has(candidate) && !reserved?.has(candidate);
    let given = id;
    if (this.#taken.has(id)) {
      const stem = parent && parent !== id ? `${parent}-${id}` : id;
      given = stem;
      for (let count = 2; !free(given); count++) given = `${stem}-${count}`;
    }
    this.#taken.add(given);
    return given;
  }
}

/**
 * Ids of a document's headings, file by file.
 * @param mode `nested`: Slate's variant that joins the ancestors' ids before the own one
 */
export function headingIds(
  outlines: OutlineHeading[][],
  mode: 'slate' | 'nested',
  ids: Ids,
): string[][] {
  const wanted =
    mode === 'nested'
      ? nested(outlines)
      : outlines.map((outline) => outline.map((heading) => heading.id));
  const reserved = new Set(wanted.flat());
  const parents: string[] = [];
  return outlines.map((outline, file) =>
    outline.map((heading, index) => {
      const parent = parents.slice(0, heading.level).findLast(Boolean) ?? '';
      const id = ids.give(wanted[file]![index]!, parent, reserved);
      parents.length = heading.level;
      parents[heading.level] = id;
      return id;
    }),
  );
}

/**
 * After slatedocs' `nesting_unique_head.rb`: what was last seen at each level above stays in force,
 * across files.
 */
function nested(outlines: OutlineHeading[][]): string[][] {
  const seen: string[] = [];
  return outlines.map((outline) =>
    outline.map((heading) => {
      seen[heading.level] = heading.nestedSlug;
      if (heading.explicit) return heading.id;
      const ancestors = seen.slice(1, heading.level).filter((slug) => slug !== undefined);
      return [...ancestors, heading.slug].join('-') || heading.id;
    }),
  );
}

/**
 * Ids by placeholder. `undefined`: the attribute goes, since another element has that id.
 * @param headings the file's final heading ids
 */
export function elementIds(
  fragment: Fragment,
  headings: string[],
  ids: Ids,
): (string | undefined)[] {
  return fragment.ids.map(({ id, kind, heading }) => {
    const parent = headings[heading] ?? '';
    if (kind === 'heading') return headings[heading];
    if (kind === 'name') return ids.has(id) ? undefined : ids.give(id, '');
    if (kind === 'parameter') return ids.give(parent ? `${parent}-${id}` : id, '');
    return ids.give(id, parent);
  });
}
