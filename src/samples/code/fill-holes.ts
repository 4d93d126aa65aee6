/** Samples with holes in the form that is filled: pieces, one inside the other. */
import { fillPieces, type Literals, type Piece } from '../../shared/sample/pieces.ts';
import { type Code, type OptionalPart, type SampleHole, separators } from './code.ts';
import { dataSyntaxes } from './data-literal.ts';
import { literalRules } from './string-literal.ts';

/** All that samples are written with. */
const literals: Literals = { ...literalRules, ...dataSyntaxes };

/** @returns the code in pieces: an outer place holds those within it */
export function piecesOf({ code, optional, holes }: Code): Piece[] {
  const places: (SampleHole | OptionalPart)[] = [...optional, ...holes];
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  const read = (from: number, end: number): Piece[] => {
    const pieces: Piece[] = [];
    let at = from;
    const fixed = (to: number): void => {
      if (to > at) pieces.push(code.slice(at, to));
    };
    // An empty hole at the end of a part belongs to it.
    while (next < places.length && places[next]!.end <= end) {
      const place = places[next++]!;
      fixed(place.start);
      at = place.end;
      const inside = read(place.start, place.end);
      if ('name' in place) pieces.push({ hole: place.name, as: place.encoding, in: inside });
      else {
        const list = place.list && separators[place.list];
        if (list && typeof inside[0] === 'string')
          inside[0] = inside[0].slice(
            list.find((mark) => mark && code.startsWith(mark, place.start))?.length ?? 0,
          );
        pieces.push({
          if: place.names,
          ...(list && { list }),
          in: inside.filter((one) => one !== ''),
        });
      }
    }
    fixed(end);
    return pieces;
  };
  return read(0, code.length);
}

/** @returns the rules that some samples are written with */
export function literalsOf(pieces: readonly Piece[]): Literals {
  const found: Record<string, Literals[string]> = {};
  for (const piece of pieces) {
    if (typeof piece === 'string') continue;
    const name = 'as' in piece ? piece.as.split(' ')[1]! : '';
    if (literals[name]) found[name] = literals[name];
    Object.assign(found, literalsOf(piece.in));
  }
  return found;
}

/** `fillPieces` of code. */
export const fillHoles = (sample: Code, values: ReadonlyMap<string, string>): string =>
  fillPieces(piecesOf(sample), values, literals);
