/** Code with named holes, put together piece by piece without losing their places. */
import { encodeValue, type ValueEncoding } from '../../shared/sample/encode-value.ts';
import { escapeBeside, escapeLiteral, type Literal } from './string-literal.ts';
import { type Hole, isPlaceholder, type Template } from '../request/template.ts';
import type { DataLanguage } from './data-literal.ts';

/**
 * How a value is written into a hole: by the place in the request where it stands, then by the
 * literal around it (`json python-data`: JSON as Python's own data), then by the spaces that this
 * literal wants before each further line.
 */
export type HoleEncoding = `${ValueEncoding} ${Literal | `${DataLanguage}-data`} ${number}`;

/** A place of a sample that a value can be put into. */
export interface SampleHole {
  name: string;
  /** Offsets in the sample's code, in UTF-16 code units. */
  start: number;
  end: number;
  encoding: HoleEncoding;
}

/** What stands before the first field of a list, and before any other that is there. */
export const separators = { query: ['?', '&'], form: ['', '&'], cookie: ['', '; '] } as const;
export type SeparatedList = keyof typeof separators;

/** Code that is there only if one of these parameters has a value. */
export interface OptionalPart {
  /** Empty: always there; the part is one of a `list`. */
  names: string[];
  start: number;
  end: number;
  /** The part begins with the separator of such a list. */
  list?: SeparatedList;
}

/** Code with its holes and its optional parts, outer ones before inner ones. */
export interface Code {
  code: string;
  holes: SampleHole[];
  optional: OptionalPart[];
}

export const emptyCode: Code = { code: '', holes: [], optional: [] };

/** Puts pieces one behind the other. */
export function joinCode(pieces: readonly (Code | string)[], separator = ''): Code {
  const joined: Code = { code: '', holes: [], optional: [] };
  pieces.forEach((piece, index) => {
    if (index) joined.code += separator;
    const by = joined.code.length;
    if (typeof piece === 'string') {
      joined.code += piece;
      return;
    }
    joined.code += piece.code;
    const shift = <T extends { start: number; end: number }>(place: T): T => ({
      ...place,
      start: place.start + by,
      end: place.end + by,
    });
    joined.holes.push(...piece.holes.map(shift));
    joined.optional.push(...piece.optional.map(shift));
  });
  return joined;
}

/** Tag of a template literal: the code that it reads as. */
export const code = (strings: TemplateStringsArray, ...values: (Code | string)[]): Code =>
  joinCode(strings.flatMap((text, index) => [text, values[index] ?? '']));

/** Names the whole of a piece of code as one hole; holes inside it stay. */
export const holeOver = (name: string, encoding: HoleEncoding, inside: Code): Code => ({
  ...inside,
  holes: [{ name, start: 0, end: inside.code.length, encoding }, ...inside.holes],
});

/** Marks code that is left out while none of the parameters has a value. */
export const optionalCode = (names: string[], inside: Code, list?: SeparatedList): Code => ({
  ...inside,
  optional: [
    { names, start: 0, end: inside.code.length, ...(list && { list }) },
    ...inside.optional,
  ],
});

/** @returns a hole's text in a literal, as a placeholder or as an example that is encoded */
export function holeCode(hole: Hole, value: ValueEncoding, literal: Literal, indent = 0): Code {
  const place = hole.sent ? 'text' : value;
  const shown = isPlaceholder(hole) ? hole.shown : encodeValue(place, hole.shown);
  const inside = { ...emptyCode, code: escapeLiteral(literal, shown, indent) };
  return holeOver(hole.hole, `${place} ${literal} ${indent}`, inside);
}

/** How a language writes strings: fixed text, text with holes, and the path of a file. */
export const stringsIn = (literal: Literal, quote: string) => ({
  text: (value: string): string => quote + escapeLiteral(literal, value) + quote,
  string: (template: Template): Code =>
    code`${quote}${templateCode(template, 'text', literal)}${quote}`,
  path: (template: Template): Code =>
    code`${quote}${templateCode(template, 'file', literal)}${quote}`,
});

/**
 * A string of JavaScript or Python: in `'`, or in `"` where that saves escapes and it has no hole.
 */
export function quotedCode(template: Template, literal: 'js' | 'python'): Code {
  const [text, ...others] = template;
  const apostrophes = typeof text === 'string' && !others.length && /^[^"\\]*'[^"\\]*$/.test(text);
  // What `"` needs escaped in Java, these two need escaped in it as well.
  if (apostrophes) return code`"${escapeLiteral('java', text)}"`;
  return code`'${templateCode(template, 'text', literal)}'`;
}

/** @returns on which sides of a template's piece another one stands */
export const sides = (template: Template, index: number): { before: boolean; after: boolean } => ({
  before: index > 0,
  after: index < template.length - 1,
});

/**
 * A template as the inside of a string literal.
 *
 * @param value what is done to a value that is put into one of its holes
 */
export const templateCode = (
  template: Template,
  value: ValueEncoding,
  literal: Literal,
  indent = 0,
): Code =>
  joinCode(
    template.map((piece, index) =>
      typeof piece === 'string'
        ? escapeBeside(literal, piece, sides(template, index), indent)
        : holeCode(piece, value, literal, indent),
    ),
  );
