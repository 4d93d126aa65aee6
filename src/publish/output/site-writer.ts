/**
 * Writes the files of a site into its stage. What the site before it has too, byte by byte, becomes
 * a second name of the same file: most of a site stays as it was, and files are what a small change
 * would cost most. What copies or serves the site sees by its time that it has not changed.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Scratch } from './scratch.ts';

/** Windows has no such flag, and makes links for few. */
const NOT_THROUGH_LINKS = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0);

export class SiteWriter {
  readonly #stage: string;
  #before: string | undefined;
  readonly #folders = new Set<string>();
  readonly #sizes = new Map<string, number>();
  readonly #text = new Scratch();
  readonly #old = new Scratch();

  /**
   * @param stage an empty folder
   * @param before folder of the site that this one will replace, if there is one
   */
  constructor(stage: string, before?: string) {
    this.#stage = stage;
    this.#before = before !== undefined && fs.existsSync(before) ? before : undefined;
  }

  /** Of all files that were written. */
  get bytes(): number {
    return [...this.#sizes.values()].reduce((sum, size) => sum + size, 0);
  }

  /** @returns whether the file is written */
  has(file: string): boolean {
    return this.#sizes.has(file);
  }

  /**
   * @param file path below the site's root. One that was written before is replaced
   * @throws what the file system throws
   */
  write(file: string, content: string | Uint8Array): void {
    const target = path.join(this.#stage, file);
    const folder = path.dirname(target);
    if (!this.#folders.has(folder)) fs.mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    const bytes = typeof content === 'string' ? this.#text.encode(content) : content;
    this.#sizes.set(file, bytes.length);
    if (this.#isKept(file, target, bytes)) return;
    try {
      fs.writeFileSync(target, bytes, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      // Not into it: it may be a file of the site before.
      fs.rmSync(target);
      fs.writeFileSync(target, bytes);
    }
  }

  #isKept(file: string, target: string, bytes: Uint8Array): boolean {
    if (this.#before === undefined) return false;
    const old = path.join(this.#before, file);
    if (!this.#holds(old, bytes)) return false;
    try {
      fs.linkSync(old, target);
      return true;
    } catch (error) {
      // On another file system, or one that knows no second names.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') this.#before = undefined;
      return false;
    }
  }

  /** @returns whether a file is there, is no link, and has these bytes */
  #holds(file: string, bytes: Uint8Array): boolean {
    let opened: number | undefined;
    try {
      opened = fs.openSync(file, NOT_THROUGH_LINKS);
      const stat = fs.fstatSync(opened);
      if (!stat.isFile() || stat.size !== bytes.length) return false;
      const room = this.#old.room(bytes.length);
      let filled = 0;
      for (let read = 1; read && filled < room.length; filled += read)
        read = fs.readSync(opened, room, filled, room.length - filled, null);
      return filled === room.length && room.equals(bytes);
    } catch {
      // It had none, or something that is no file of ours.
      return false;
    } finally {
      if (opened !== undefined) fs.closeSync(opened);
    }
  }
}
