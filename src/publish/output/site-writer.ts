/**
 * Writes the files of a site into its stage. What the site before it has too, byte by byte, becomes
 * a second name of the same file: most of a site stays as it was, and files are what a small change
 * would cost most. What copies or serves the site sees by its time that it has not changed.
 */
import fs from 'node:fs';
import path from 'node:path';

/** Windows has no such flag, and makes links for few. */
const NOT_THROUGH_LINKS = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0);

export class SiteWriter {
  readonly #stage: string;
  #before: string | undefined;
  readonly #folders = new Set<string>();
  readonly #sizes = new Map<string, number>();

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
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
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
    try {
      if (!fs.readFileSync(old, { flag: NOT_THROUGH_LINKS }).equals(bytes)) return false;
    } catch {
      // It had none, or something that is no file of ours.
      return false;
    }
    try {
      fs.linkSync(old, target);
      return true;
    } catch (error) {
      // On another file system, or one that knows no second names.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') this.#before = undefined;
      return false;
    }
  }
}
