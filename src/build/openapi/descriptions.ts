/** Descriptions that were read, kept as long as their files stay as they are: `dev` asks often. */
import { statSync } from 'node:fs';
import type { readDescription, ReadDescription, ReadOptions } from '../../openapi/index.ts';

export class Descriptions {
  readonly #kept = new Map<string, { stamp: string; read: ReadDescription }>();

  /** @param file absolute path */
  open(read: typeof readDescription, file: string, options: ReadOptions): ReadDescription {
    const key = JSON.stringify([file, options.root, options.overlays]);
    const kept = this.#kept.get(key);
    if (kept && stampOf(kept.read) === kept.stamp) return kept.read;
    const found = read(file, options);
    this.#kept.set(key, { stamp: stampOf(found), read: found });
    return found;
  }
}

/** When its files were written; one that is missing may come. */
const stampOf = ({ files }: ReadDescription): string => files.map(timeOf).join();

function timeOf(file: string): string {
  try {
    const { mtimeMs, size } = statSync(file);
    return `${mtimeMs} ${size}`;
  } catch {
    // Also a name that is too long for any file.
    return '';
  }
}
