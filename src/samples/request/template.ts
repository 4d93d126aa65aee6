/** Text with named holes: places whose content a reader may change. */

/** One place of a template that has a name. */
export interface Hole {
  /** A parameter's name, or a JSON pointer into the body (`/address/city`). */
  hole: string;
  /** What stands there until a value is given: an example, or the placeholder `{id}`. */
  shown: string;
  /** What it shows, and what it is filled with, is in the form in which it is sent already. */
  sent?: boolean;
}

/** Text in pieces; a piece is text that is fixed, or a hole. */
export type Template = readonly (string | Hole)[];

/** A place of a text that is covered by a hole. */
export interface HoleRange {
  name: string;
  start: number;
  end: number;
}

/** @returns true where the hole shows a placeholder (`{id}`), not an example value */
export const isPlaceholder = ({ shown }: Hole): boolean => /^\{[^{}]*\}$/.test(shown);

/** @returns the text that a reader sees while no value is given */
export const shownText = (template: Template): string =>
  template.map((piece) => (typeof piece === 'string' ? piece : piece.shown)).join('');

/** @returns the names of the template's holes, in order */
export const holeNames = (template: Template): string[] =>
  template.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.hole]));

// `{{name}}` belongs to a template language of the author's and is no placeholder.
const placeholder = /(?<!\{)\{([A-Za-z_][\w.-]*)\}/g;

/**
 * Reads `{placeholders}` of a text as holes.
 *
 * @param map applied to the text between the placeholders
 */
export function readTemplate(text: string, map = (piece: string) => piece): Template {
  const pieces: (string | Hole)[] = [];
  let from = 0;
  for (const match of text.matchAll(placeholder)) {
    if (match.index > from) pieces.push(map(text.slice(from, match.index)));
    pieces.push({ hole: match[1]!, shown: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push(map(text.slice(from)));
  return pieces;
}

/** @returns where the template's holes stand in its shown text */
export function holeRanges(template: Template): HoleRange[] {
  let start = 0;
  return template.flatMap((piece) => {
    const from = start;
    start += typeof piece === 'string' ? piece.length : piece.shown.length;
    return typeof piece === 'string' ? [] : [{ name: piece.hole, start: from, end: start }];
  });
}
