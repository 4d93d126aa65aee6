/** Fills the holes of a sample with what a reader has typed. Browser-safe. */
import type { Code, OptionalPart, SampleHole } from './sample/code.ts';
import { type DataLanguage, dataLiteral } from './sample/data-literal.ts';
import { encodeValue, type ValueEncoding } from './sample/encode-value.ts';
import { isJson, readJson } from './sample/json-node.ts';
import { escapeLiteral, type Literal } from './sample/string-literal.ts';

/** How the first field of a list begins, instead of with the separator. */
const firstOf = { query: ['&', '?'], form: ['&', ''], cookie: ['; ', ''] } as const;

/** @returns the value as code, or undefined where it cannot stand there (JSON that is none) */
function holeText(hole: SampleHole, value: string): string | undefined {
  const [place, literal, indent] = hole.encoding.split(' ') as [ValueEncoding, string, string];
  if (place === 'json' && !isJson(value)) return undefined;
  if (literal.endsWith('-data')) {
    return dataLiteral(readJson([value]), literal.slice(0, -5) as DataLanguage, +indent).code;
  }
  return escapeLiteral(literal as Literal, encodeValue(place, value), +indent);
}

/**
 * Writes values into a sample, each encoded for the place where it stands, so that none of them can
 * end the literal that it stands in.
 *
 * A hole without a value keeps what it shows; so does a hole for JSON whose value is none. An
 * optional part stays only if one of its parameters has a value. A filled hole replaces the holes
 * inside it.
 *
 * @param values by the names of the holes; a value in a JSON body is JSON text (`"Ada"`, `12`)
 * @returns the code that a reader sees and copies
 */
export function fillHoles(sample: Code, values: ReadonlyMap<string, string>): string {
  const started = new Set<string>();
  const places: (SampleHole | OptionalPart)[] = [...sample.optional, ...sample.holes];
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  const { code } = sample;
  let next = 0;

  /** An empty hole at the end of a part belongs to it. */
  const within = (end: number): boolean => next < places.length && places[next]!.end <= end;

  /** Writes the code from `from` to `end`, with the places that begin there. */
  function write(from: number, end: number): string {
    let out = '';
    let at = from;
    while (within(end)) {
      const place = places[next++]!;
      out += code.slice(at, place.start);
      at = place.end;
      if ('names' in place) {
        const there = !place.names.length || place.names.some((name) => values.has(name));
        if (there) out += separated(place, write(place.start, place.end));
      } else {
        const value = values.get(place.name);
        const text = value === undefined ? undefined : holeText(place, value);
        if (text === undefined) {
          out += write(place.start, place.end);
          continue;
        }
        out += text;
      }
      while (within(place.end)) next += 1;
    }
    return out + code.slice(at, end);
  }

  function separated({ list }: OptionalPart, text: string): string {
    if (!list) return text;
    const [separator, first] = firstOf[list];
    const bare = text.slice(
      text.startsWith('?') ? 1 : text.startsWith(separator) ? separator.length : 0,
    );
    const begun = started.has(list);
    started.add(list);
    return (begun ? separator : first) + bare;
  }

  return write(0, code.length);
}
