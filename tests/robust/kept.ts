/** A cache folder as a build left it: to be damaged and put right again. */
import { cpSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
import { filesOf, foldersOf } from './files.ts';

/** A link to a folder is copied as a folder would be. */
const asTheyAre = { recursive: true, preserveTimestamps: true, verbatimSymlinks: true };

/** All paths are below the cache folder. */
export class KeptCache {
  readonly #cache: string;
  readonly #backup: string;
  readonly #states: Map<string, string>;

  /** @param backup folder that does not lie in the cache */
  constructor(cache: string, backup: string) {
    this.#cache = cache;
    this.#backup = backup;
    rmSync(backup, { recursive: true, force: true });
    cpSync(cache, backup, asTheyAre);
    this.#states = statesOf(cache);
  }

  /** Sorted; links are among them. */
  get files(): string[] {
    return [...this.#states.keys()];
  }

  get folders(): string[] {
    return foldersOf(this.#backup);
  }

  /** What is other than it was, was made, or is gone. */
  changed(): string[] {
    return this.#touched().filter(
      (file) => bytesAt(this.#cache, file) !== bytesAt(this.#backup, file),
    );
  }

  restore(): void {
    mkdirSync(this.#cache, { recursive: true });
    const at = (file: string) => path.join(this.#cache, file);
    const now = statesOf(this.#cache);
    const isOurs = (file: string) => now.get(file) === this.#states.get(file);
    const kept = new Set(this.folders);
    const others = [
      ...foldersOf(this.#cache).filter((folder) => !kept.has(folder)),
      ...[...now.keys()].filter((file) => !isOurs(file)),
    ];
    for (const file of others) rmSync(at(file), { recursive: true, force: true });
    for (const folder of kept) mkdirSync(at(folder), { recursive: true });
    for (const file of this.files)
      if (!isOurs(file)) cpSync(path.join(this.#backup, file), at(file), asTheyAre);
  }

  /** Only these need be read: there are thousands. */
  #touched(): string[] {
    const now = statesOf(this.#cache);
    const all = new Set([...now.keys(), ...this.#states.keys()]);
    return [...all].filter((file) => now.get(file) !== this.#states.get(file));
  }
}

/** Links are not followed: they lead to packages that are nobody's cache. */
const statesOf = (cache: string): Map<string, string> =>
  new Map(
    filesOf(cache).map((file) => {
      const full = path.join(cache, file);
      const stat = lstatSync(full);
      return [
        file,
        stat.isSymbolicLink() ? readlinkSync(full) : `${stat.size} ${Math.round(stat.mtimeMs)}`,
      ];
    }),
  );

function bytesAt(root: string, file: string): string | undefined {
  const full = path.join(root, file);
  try {
    return lstatSync(full).isSymbolicLink()
      ? `to ${readlinkSync(full)}`
      : readFileSync(full, 'latin1');
  } catch {
    // A folder is now where a file was, or a file where a folder was; or there is nothing.
    return undefined;
  }
}
