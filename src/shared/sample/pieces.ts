/** Samples as pieces: what is fixed, and holes that are filled with what a reader types. Browser-safe. */
import { encodeValue, type ValueEncoding } from './encode-value.ts';
import { type Data, dataCode, escapeText, type Rule } from './escape.ts';

/** A hole, or code that is there only if something has a value; `in` is what it shows or holds. */
export type Piece =
  | string
  | {
      hole: string;
      /** How a value is written: `path shell 0`, place, literal and indentation. */
      as: string;
      in: Piece[];
    }
  | {
      /** Empty: always there. */
      if: string[];
      /** Of a list: what stands before its first field, and before any other. */
      list?: readonly [first: string, other: string];
      in: Piece[];
    };

/** How values are written into the literals of the samples, by the names of these. */
export type Literals = Readonly<Record<string, readonly Rule[] | Data>>;

/** @returns the value as code, or undefined where it cannot stand there (JSON that is none) */
function written(as: string, value: string, literals: Literals): string | undefined {
  const [place, name, indent] = as.split(' ') as [ValueEncoding, string, string];
  const literal = literals[name] ?? [];
  try {
    if (place === 'json') JSON.parse(value);
  } catch {
    return undefined;
  }
  return 'rules' in literal
    ? dataCode(value, literal, +indent)
    : escapeText(literal as Rule[], encodeValue(place, value), +indent);
}

/**
 * Writes values into a sample, each encoded for the place where it stands, so that none of them can
 * end the literal that it stands in.
 *
 * A hole without a value keeps what it shows; so does a hole for JSON whose value is none. A filled
 * hole replaces those inside it.
 *
 * @param values by the names of the holes; a value in a JSON body is JSON text (`"Ada"`, `12`)
 * @returns the code that a reader sees and copies
 */
export function fillPieces(
  pieces: readonly Piece[],
  values: ReadonlyMap<string, string>,
  literals: Literals,
): string {
  const begun = new Set<string>();
  const write = (inside: readonly Piece[]): string =>
    inside
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        if ('hole' in piece) {
          const value = values.get(piece.hole);
          const text = value === undefined ? value : written(piece.as, value, literals);
          return text ?? write(piece.in);
        }
        if (piece.if.length && !piece.if.some((name) => values.has(name))) return '';
        const [first = '', other = ''] = piece.list ?? [];
        const before = begun.has(first + other) ? other : first;
        begun.add(first + other);
        return before + write(piece.in);
      })
      .join('');
  return write(pieces);
}
