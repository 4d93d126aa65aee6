/** What is known of a file's outline when that file alone is compiled. */
import type { OutlineHeading } from '../markup/fragment.ts';

/**
 * A heading; an MDX file, or a description's part (its kind, its name, the description's path),
 * that is shown there; an operation that the heading above names.
 */
export type OutlinePiece =
  | OutlineHeading
  | { shows: string; top: boolean }
  | { places: [kind: string, name: string, of: string]; top: boolean }
  | { names: NonNullable<OutlineHeading['endpoint']> };

/**
 * The outline of a file with those of the files that it shows in it, each as if it stood there.
 * @param of outline of a module, by its id; undefined where it could not be compiled
 * @param fileOf path of a module's file, relative
 * @param placed a description's part's headings, each time anew
 */
export function flattenOutline(
  pieces: OutlinePiece[],
  of: (id: string) => OutlinePiece[] | undefined,
  fileOf: (id: string) => string,
  placed: (...part: [kind: string, name: string, of: string]) => OutlineHeading[] = () => [],
): OutlineHeading[] {
  const outline: OutlineHeading[] = [];
  const add = (pieces: OutlinePiece[], file: string | undefined, top: boolean, open: string[]) => {
    for (const piece of pieces) {
      if ('shows' in piece) {
        const { shows } = piece;
        // What shows itself is told, and is not rendered.
        if (!open.includes(shows))
          add(of(shows) ?? [], fileOf(shows), top && piece.top, [...open, shows]);
      } else if ('places' in piece) {
        for (const heading of placed(...piece.places))
          outline.push({ ...heading, top: top && piece.top });
      } else if ('names' in piece) {
        const above = outline.at(-1);
        if (above) above.endpoint ??= piece.names;
      } else outline.push({ ...piece, top: top && piece.top, ...(file !== undefined && { file }) });
    }
  };
  add(pieces, undefined, true, []);
  return outline;
}
