/** Descriptions that were read, kept as long as their files stay as they are: `dev` asks often. */
import type { readDescription, ReadDescription, ReadOptions } from '../../openapi/index.ts';
import { writtenAt } from '../../shared/files/written-at.ts';

interface Kept {
  read: ReadDescription;
  /** When each of its files was written; one that is missing may come. */
  written: Map<string, string>;
}

export class Descriptions {
  readonly #kept = new Map<string, Kept>();

  /** @param file absolute path */
  open(read: typeof readDescription, file: string, options: ReadOptions): ReadDescription {
    const key = JSON.stringify([file, options.root, options.overlays]);
    const kept = this.#kept.get(key);
    const known = kept ? [...kept.written.keys()] : [file, ...(options.overlays ?? [])];
    // Looked at before they are read: a save that comes meanwhile is not in what was read.
    const before = new Map(known.map((one) => [one, writtenAt(one)]));
    if (kept && known.every((one) => before.get(one) === kept.written.get(one))) return kept.read;
    const found = read(file, options);
    const written = new Map(found.files.map((one) => [one, before.get(one) ?? writtenAt(one)]));
    this.#kept.set(key, { read: found, written });
    return found;
  }
}
