/** Paths below the output that are taken: none can be two files, nor a file and a folder. */
export class TakenPaths {
  /** In lower case, since some file systems, and some hosts, know no case. */
  readonly #files = new Map<string, string>();
  readonly #folders = new Map<string, string>();

  /** @param file with `/`. @param holder who has it, as `holder` is to say */
  take(file: string, holder: string): void {
    const path = file.toLowerCase();
    this.#files.set(path, holder);
    for (const folder of foldersAbove(path))
      if (!this.#folders.has(folder)) this.#folders.set(folder, holder);
  }

  /** Who stands in the way of a file; undefined where its path is free. */
  holder(file: string): string | undefined {
    const path = file.toLowerCase();
    const above = foldersAbove(path).find((folder) => this.#files.has(folder));
    return this.#files.get(above ?? path) ?? this.#folders.get(path);
  }
}

/** `a/b/c` → `a/b`, `a`. */
function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
    folders.push(path.slice(0, at));
  return folders;
}
