/** The caches of a copy of the project, as a build left them: to be damaged and put right again. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Copy } from './copy.ts';
import { filesOf } from './files.ts';

const asTheyAre = { preserveTimestamps: true, verbatimSymlinks: true };

export class KeptCaches {
  readonly #copy: Copy;
  readonly #backup: string;
  readonly #digests: Map<string, string>;

  constructor(copy: Copy) {
    this.#copy = copy;
    this.#backup = path.join(path.dirname(copy.at), 'backup');
    rmSync(this.#backup, { recursive: true, force: true });
    copy.caches.forEach((cache, index) => this.#move(cache, this.#at(index)));
    this.#digests = digestsOf(copy);
  }

  /** Absolute paths, sorted. */
  get files(): string[] {
    return [...this.#digests.keys()];
  }

  /** What is other than it was, was made, or is gone. */
  changed(): string[] {
    const now = digestsOf(this.#copy);
    const all = new Set([...now.keys(), ...this.#digests.keys()]);
    return [...all].filter((file) => now.get(file) !== this.#digests.get(file));
  }

  restore(): void {
    this.#copy.caches.forEach((cache, index) => this.#move(this.#at(index), cache));
  }

  #at = (index: number): string => path.join(this.#backup, String(index));

  #move(from: string, to: string): void {
    rmSync(to, { recursive: true, force: true });
    if (existsSync(from)) cpSync(from, to, { recursive: true, ...asTheyAre });
  }
}

/** Links are not followed: they lead to packages that are not this copy's. */
function digestsOf(copy: Copy): Map<string, string> {
  const files = copy.caches
    .filter(existsSync)
    .flatMap((cache) => filesOf(cache).map((file) => path.join(cache, file)))
    .filter((file) => !lstatSync(file).isSymbolicLink());
  return new Map(
    files.map((file) => [file, createHash('sha1').update(readFileSync(file)).digest('hex')]),
  );
}
