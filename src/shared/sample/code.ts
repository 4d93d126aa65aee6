/** Code with named holes, put together without losing their places. */
import { encodeValue, type ValueEncoding } from './encode-value.ts';
import { escapeBeside, escapeLiteral, type Literal } from './string-literal.ts';
import { type Hole, isPlaceholder, type Template } from '../template.ts';
import type { DataLanguage } from './data-literal.ts';

/**
 * How a value is written into a hole: its place in the request, the literal around it
 * (`python-data`: JSON as Python's own data), the spaces that this literal wants before each
 * further line.
 */
export type HoleEncoding = `${ValueEncoding} ${Literal | `${DataLanguage}-data`} ${number}`;

export interface SampleHole {
  name: string;
  /** In UTF-16 code units. */
  start: number;
  end: number;
  encoding: HoleEncoding;
}

/** Their separators depend on which fields are there. */
export type SeparatedList = 'query' | 'form' | 'cookie';

/** Code that is there only if one of these parameters has a value. */
export interface OptionalPart {
  /** Empty: always there; one of a `list`. */
  names: string[];
  start: number;
  end: number;
  /** Begins with the list's separator. */
  list?: SeparatedList;
}

/** Outer holes and parts before inner ones. */
export interface Code {
  code: string;
  holes: SampleHole[];
  optional: OptionalPart[];
}

export const emptyCode: Code = { code: '', holes: [], optional: [] };

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

/** Tag of a template literal. */
export const code = (strings: TemplateStringsArray, ...values: (Code | string)[]): Code =>
  joinCode(strings.flatMap((text, index) => [text, values[index] ?? '']));

/** One hole over a piece of code; holes inside it stay. */
export const holeOver = (name: string, encoding: HoleEncoding, inside: Code): Code => ({
  ...inside,
  holes: [{ name, start: 0, end: inside.code.length, encoding }, ...inside.holes],
});

/** Code that is left out while none of the parameters has a value. */
export const optionalCode = (names: string[], inside: Code, list?: SeparatedList): Code => ({
  ...inside,
  optional: [
    { names, start: 0, end: inside.code.length, ...(list && { list }) },
    ...inside.optional,
  ],
});

/** A hole's text in a literal: a placeholder, or an encoded example. */
export function holeCode(hole: Hole, value: ValueEncoding, literal: Literal, indent = 0): Code {
  const place = hole.sent ? 'text' : value;
  const shown = isPlaceholder(hole) ? hole.shown : encodeValue(place, hole.shown);
  const inside = { ...emptyCode, code: escapeLiteral(literal, shown, indent) };
  return holeOver(hole.hole, `${place} ${literal} ${indent}`, inside);
}

/** JavaScript's or Python's string in `'`, or in `"` where that saves escapes and has no hole. */
export function quotedCode(template: Template, literal: 'js' | 'python'): Code {
  const [text, ...others] = template;
  const apostrophes = typeof text === 'string' && !others.length && /^[^"\\]*'[^"\\]*$/.test(text);
  // `"` needs Java's escapes here as well.
  if (apostrophes) return code`"${escapeLiteral('java', text)}"`;
  return code`'${templateCode(template, 'text', literal)}'`;
}

/** Whether another piece stands before and after it. */
export const sides = (template: Template, index: number): { before: boolean; after: boolean } => ({
  before: index > 0,
  after: index < template.length - 1,
});

/** A template as the inside of a string literal. @param value how a hole's value is encoded */
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
