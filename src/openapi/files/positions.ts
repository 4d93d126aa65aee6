/**
 * Where the values of a file stand: line and column, found only when a finding or a heading needs
 * them.
 */
import { jsonOffset, jsonOffsets } from './json-offsets.ts';
import { yamlOffsets } from './yaml-offsets.ts';
import { lowerBound } from '../../shared/binary-search.ts';
import { lineStarts } from '../../shared/line-starts.ts';

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
    const lines = (this.#lines ??= lineStarts(this.#text));
    const line = lowerBound(lines.length, (index) => lines[index]! <= offset);
    return { line, column: offset - lines[line - 1]! + 1 };
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
