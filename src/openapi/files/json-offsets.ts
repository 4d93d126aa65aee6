/** Offsets of values in a JSON text that `JSON.parse` has already accepted. */
import { escapePointer, pointerParts } from './pointer.ts';

/** @returns offset of each key or item, by JSON pointer, down to `depth` steps */
export function jsonOffsets(text: string, depth: number): Map<string, number> {
  const found = new Map<string, number>();
  const scanner = new JsonScanner(text);
  const below = (pointer: string, left: number): void => {
    scanner.members((key, offset) => {
      const inner = `${pointer}/${escapePointer(key)}`;
      found.set(inner, offset);
      if (left > 1) below(inner, left - 1);
      else scanner.skipValue();
      return true;
    });
  };
  below('', depth);
  return found;
}

/** @returns offset of the key or item that a pointer leads to; undefined: to nothing */
export function jsonOffset(text: string, pointer: string): number | undefined {
  const scanner = new JsonScanner(text);
  let found: number | undefined;
  for (const part of pointerParts(pointer)) {
    found = undefined;
    scanner.members((key, offset) => {
      if (key === part) {
        found = offset;
        return false;
      }
      scanner.skipValue();
      return true;
    });
    if (found === undefined) return undefined;
  }
  return found;
}

class JsonScanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Walks the members of the object or list that stands here; of any other value there are none.
   * @param visit is told key and offset, stands before the value, and must pass over it; false
   *   stops
   */
  members(visit: (key: string, offset: number) => boolean): void {
    const open = this.#next();
    if (open !== '{' && open !== '[') {
      this.skipValue();
      return;
    }
    this.#at++;
    for (let index = 0; ; index++) {
      const sign = this.#next();
      if (sign === '}' || sign === ']' || sign === '') break;
      if (sign === ',') {
        this.#at++;
        index--;
        continue;
      }
      const offset = this.#at;
      let key = String(index);
      if (open === '{') {
        key = this.#string();
        this.#next();
        this.#at++;
      }
      if (!visit(key, offset)) return;
    }
    this.#at++;
  }

  skipValue(): void {
    let depth = 0;
    do {
      const sign = this.#next();
      if (sign === '') return;
      if (sign === '"') this.#skipString();
      else if (sign === '{' || sign === '[') {
        depth++;
        this.#at++;
      } else if (sign === '}' || sign === ']') {
        depth--;
        this.#at++;
      } else if (sign === ',' || sign === ':') this.#at++;
      else {
        literal.lastIndex = this.#at;
        literal.test(this.#text);
        this.#at = Math.max(literal.lastIndex, this.#at + 1);
      }
    } while (depth > 0);
  }

  /** The next sign that is no white space; empty at the end. */
  #next(): string {
    while (this.#text.charCodeAt(this.#at) <= 32) this.#at++;
    return this.#text[this.#at] ?? '';
  }

  #string(): string {
    const start = this.#at;
    this.#skipString();
    try {
      return JSON.parse(this.#text.slice(start, this.#at)) as string;
    } catch {
      return '';
    }
  }

  #skipString(): void {
    for (
      let end = this.#text.indexOf('"', this.#at + 1);
      ;
      end = this.#text.indexOf('"', end + 1)
    ) {
      if (end < 0) {
        this.#at = this.#text.length;
        return;
      }
      let slashes = 0;
      while (this.#text[end - 1 - slashes] === '\\') slashes++;
      if (slashes % 2 === 0) {
        this.#at = end + 1;
        return;
      }
    }
  }
}

const literal = /[^\s,:[\]{}"]*/y;
