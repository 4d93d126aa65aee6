/**
 * Where the values of a file stand: line and column, found only when a finding or a heading needs
 * them.
 */
import { jsonOffset, jsonOffsets } from './json-offsets.ts';
import { yamlOffsets } from './yaml-offsets.ts';

/** Pointers of so many steps are looked up all at once: `/paths/~1pets/get`. */
export const INDEXED_DEPTH = 3;

export interface Position {
  /** 1-based. */
  line: number;
  column: number;
}

/** Positions in one text. Offsets of a key count, where a value has one. */
export class Positions {
  readonly #text: string;
  readonly #isJson: boolean;
  #index: Map<string, number> | undefined;
  #all: Map<string, number> | undefined;
  #lines: number[] | undefined;

  /** @param index offsets down to `INDEXED_DEPTH`, where they are known */
  constructor(text: string, isJson: boolean, index?: Map<string, number>) {
    this.#text = text;
    this.#isJson = isJson;
    this.#index = index;
  }

  /** @param pointer JSON pointer; where it leads to nothing, the nearest value above it counts */
  at(pointer: string): Position {
    for (let rest = pointer; rest; rest = rest.slice(0, rest.lastIndexOf('/'))) {
      const offset = this.#offset(rest);
      if (offset !== undefined) return this.of(offset);
    }
    return { line: 1, column: 1 };
  }

  /** @param offset into the text, 0-based */
  of(offset: number): Position {
    this.#lines ??= lineStarts(this.#text);
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lines[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#lines[low]! + 1 };
  }

  #offset(pointer: string): number | undefined {
    if (depthOf(pointer) <= INDEXED_DEPTH) {
      this.#index ??= this.#isJson
        ? jsonOffsets(this.#text, INDEXED_DEPTH)
        : yamlOffsets(this.#text, INDEXED_DEPTH);
      return this.#index.get(pointer);
    }
    if (this.#isJson) return jsonOffset(this.#text, pointer);
    this.#all ??= yamlOffsets(this.#text, Number.POSITIVE_INFINITY);
    return this.#all.get(pointer);
  }
}

const depthOf = (pointer: string): number => pointer.split('/').length - 1;

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
