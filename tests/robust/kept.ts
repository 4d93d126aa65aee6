/** The caches of a copy of the project, as a build left them: to be damaged and put right again. */
import { cpSync, existsSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Copy } from './copy.ts';
import { filesOf } from './files.ts';

const asTheyAre = { preserveTimestamps: true, verbatimSymlinks: true };

export class KeptCaches {
  readonly #copy: Copy;
  readonly #backup: string;
  readonly #states: Map<string, string>;

  constructor(copy: Copy) {
    this.#copy = copy;
    this.#backup = path.join(path.dirname(copy.at), 'backup');
    rmSync(this.#backup, { recursive: true, force: true });
    copy.caches.forEach((cache, index) => this.#move(cache, this.#at(index)));
    this.#states = statesOf(copy);
  }

  /** Absolute paths, sorted. */
  get files(): string[] {
    return [...this.#states.keys()];
  }

  /** What is other than it was, was made, or is gone. */
  changed(): string[] {
    return this.#touched().filter((file) => {
      const kept = this.#keptOf(file);
      if (!existsSync(file) || !existsSync(kept)) return true;
      return !readFileSync(file).equals(readFileSync(kept));
    });
  }

  restore(): void {
    for (const file of this.#touched()) {
      const kept = this.#keptOf(file);
      rmSync(file, { force: true });
      if (existsSync(kept)) cpSync(kept, file, asTheyAre);
    }
  }

  /** Only these need be read: there are thousands. */
  #touched(): string[] {
    const now = statesOf(this.#copy);
    const all = new Set([...now.keys(), ...this.#states.keys()]);
    return [...all].filter((file) => now.get(file) !== this.#states.get(file));
  }

  #keptOf(file: string): string {
    const index = this.#copy.caches.findIndex((cache) => file.startsWith(cache + path.sep));
    return path.join(this.#at(index), path.relative(this.#copy.caches[index]!, file));
  }

  #at = (index: number): string => path.join(this.#backup, String(index));

  #move(from: string, to: string): void {
    rmSync(to, { recursive: true, force: true });
    if (existsSync(from)) cpSync(from, to, { recursive: true, ...asTheyAre });
  }
}

/** Links are not followed: they lead to packages that are not this copy's. */
function statesOf(copy: Copy): Map<string, string> {
  const files = copy.caches
    .filter(existsSync)
    .flatMap((cache) => filesOf(cache).map((file) => path.join(cache, file)));
  return new Map(
    files.flatMap((file) => {
      const { size, mtimeMs } = lstatSync(file);
      return lstatSync(file).isSymbolicLink() ? [] : [[file, `${size} ${Math.round(mtimeMs)}`]];
    }),
  );
}
