/** Which files of the content folder are no part of the site. */
/**
 * @param patterns as in a `.gitignore`, without `!`: `*.psd` and `drafts/` at any depth, `/b.md` and
 * `internal/**` from the content folder; of a folder all that lies in it
 * @param isOurs what nobody asked for: a whole name means a file, since a folder `changelog/` may
 * hold pages
 * @returns whether a file is meant. @param file relative, with `/`
 */
export function ignoring(patterns: readonly string[], isOurs = false): (file: string) => boolean {
  const globs = patterns
    .map((pattern) => pattern.trim())
    .filter(Boolean)
    .map((pattern) => globOf(pattern, isOurs && !pattern.includes('*')));
  return (file) => {
    const name = file.toLowerCase();
    return globs.some((glob) => glob.test(name));
  };
}

/** Compared without regard to case: `README.MD` is one, too. */
function globOf(pattern: string, isFile: boolean): RegExp {
  const written = pattern.toLowerCase().replace(/^\.?\//, '/');
  const inner = written.replace(/^\/|\/$/g, '');
  const anchored = inner.includes('/') || written.startsWith('/');
  const source = inner
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => wild[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('');
  const end = written.endsWith('/') ? '/' : isFile ? '$' : '(?:/|$)';
  return new RegExp(`${anchored ? '^' : '(?:^|/)'}${source}${end}`, 'u');
}

const wild: Record<string, string> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };

interface Files {
  pages: string[];
  assets: string[];
  leftOut: string[];
}

/** The folder without what a list of patterns leaves out: what the owner says, the summary need not. */
export function withoutIgnored<T extends Files>(
  folder: T,
  patterns: readonly string[],
  isOurs = false,
): T {
  const isIgnored = ignoring(patterns, isOurs);
  const kept = (files: string[]) => files.filter((file) => !isIgnored(file));
  return {
    ...folder,
    pages: kept(folder.pages),
    assets: kept(folder.assets),
    leftOut: kept(folder.leftOut),
  };
}

/** The folder without what nobody asked to leave out: it is noted in `leftOut`. */
export function withoutUnasked<T extends Files>(folder: T, patterns: readonly string[]): T {
  const isIgnored = ignoring(patterns, true);
  const leftOut = [...folder.pages, ...folder.assets].filter(isIgnored);
  return leftOut.length ? { ...withoutIgnored(folder, patterns, true), leftOut } : folder;
}
