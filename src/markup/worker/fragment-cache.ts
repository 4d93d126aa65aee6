/**
 * Fragments kept across builds, by a digest of all they depend on, each with a checksum. Safe to
 * delete at any time.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../../shared/files/make-folder.ts';
import type { Fragment } from '../fragment.ts';

export class FragmentCache {
  readonly #memory = new Map<string, Fragment>();
  readonly #dir: string | null;
  readonly #version: string;
  #used = new Set<string>();

  /**
   * @param dir folder for the files, made when first written; null keeps to memory (`--no-cache`)
   * @param version of the code that makes fragments
   */
  constructor(dir: string | null, version: string) {
    this.#dir = dir;
    this.#version = version;
  }

  /** Whether anything is found by a later build. */
  get isKept(): boolean {
    return this.#dir !== null;
  }

  key(...parts: string[]): string {
    const hash = createHash('sha256').update(this.#version);
    for (const part of parts) hash.update(String(part.length)).update(':').update(part);
    return hash.digest('hex').slice(0, 32);
  }

  get(key: string): Fragment | undefined {
    this.#used.add(key);
    const kept = this.#memory.get(key);
    if (kept || !this.#dir) return kept;
    try {
      const file = readFileSync(this.#file(key));
      const end = file.indexOf('\n');
      const json = file.subarray(end + 1);
      // Cut, or changed since: made anew.
      if (file.toString('latin1', 0, end) !== sumOf(key, json)) return undefined;
      const fragment = JSON.parse(json.toString()) as Fragment;
      this.#memory.set(key, fragment);
      return fragment;
    } catch {
      return undefined;
    }
  }

  set(key: string, fragment: Fragment): void {
    this.#memory.set(key, fragment);
    if (!this.#dir) return;
    // Written aside and renamed: another build may read at the same time.
    const file = this.#file(key),
      aside = `${file}.${process.pid}`;
    try {
      makeFolder(this.#dir);
      const json = JSON.stringify(fragment);
      writeFileSync(aside, `${sumOf(key, json)}\n${json}`);
      replace(aside, file);
    } catch {
      // A cache that cannot be written costs time, nothing else.
      removeQuietly(aside);
    }
  }

  /** Forgets what was not asked for since the last call, in memory and on disk. */
  sweep(): void {
    for (const key of this.#memory.keys()) if (!this.#used.has(key)) this.#memory.delete(key);
    if (this.#dir) {
      try {
        // Also what a killed build had not renamed yet. Where it is one at work, that makes the
        // fragment anew the next time.
        for (const name of readdirSync(this.#dir))
          if (!name.endsWith('.json') || !this.#used.has(name.slice(0, -'.json'.length)))
            rmSync(path.join(this.#dir, name), { recursive: true, force: true });
      } catch {
        // Not made yet.
      }
    }
    this.#used = new Set();
  }

  #file(key: string): string {
    return path.join(this.#dir!, `${key}.json`);
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Its folder is none.
  }
}

function replace(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // A folder stands there.
    rmSync(to, { recursive: true, force: true });
    renameSync(from, to);
  }
}

const sumOf = (key: string, json: string | Buffer): string =>
  createHash('sha256').update(key).update(json).digest('hex').slice(0, 32);
