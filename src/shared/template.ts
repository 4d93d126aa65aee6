/** Text with named holes: places whose content a reader may change. */

export interface Hole {
  /** A parameter's name, or a JSON pointer into the body (`/address/city`). */
  hole: string;
  /** An example, or the placeholder `{id}`. */
  shown: string;
  /** In the form in which it is sent, as is what fills it. */
  sent?: boolean;
}

/** Fixed text and holes. */
export type Template = readonly (string | Hole)[];

export interface HoleRange {
  name: string;
  start: number;
  end: number;
}

/** `{id}`, not an example value. */
export const isPlaceholder = ({ shown }: Hole): boolean => /^\{[^{}]*\}$/.test(shown);

export const shownText = (template: Template): string =>
  template.map((piece) => (typeof piece === 'string' ? piece : piece.shown)).join('');

export const holeNames = (template: Template): string[] =>
  template.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.hole]));

// `{{name}}` is the author's own template language.
const placeholder = /(?<!\{)\{([A-Za-z_][\w.-]*)\}/g;

/** Reads `{placeholders}` as holes. @param map for the text between */
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

export function holeRanges(template: Template): HoleRange[] {
  let start = 0;
  return template.flatMap((piece) => {
    const from = start;
    start += typeof piece === 'string' ? piece.length : piece.shown.length;
    return typeof piece === 'string' ? [] : [{ name: piece.hole, start: from, end: start }];
  });
}
