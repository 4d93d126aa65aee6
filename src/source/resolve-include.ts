/** Where an include or a partial lies: the forms of real Slate sources (SLATE.md "Files and pages"). */
import path from 'node:path';
import type { Folder } from './scan-folder.ts';

const extensions = [
  ...['', '.md', '.mdx', '.md.erb', '.html.md', '.html.md.erb'],
  ...['.markdown', '.erb', '.html.erb', '.html'],
];

export type Found = { file: string } | { problem: 'missing' | 'outside' };

/**
 * Looks a name up in the folder.
 * @param name as written: `errors`, `wp-api-v3/orders`, `_summary.md.erb`, `overview` (a folder with an
 *   `_index`)
 * @param places folders to look in, nearest first, relative to the content folder
 */
export function resolveInclude(folder: Folder, name: string, places: string[]): Found {
  const wanted = name.replaceAll('\\', '/').trim();
  if (path.posix.isAbsolute(wanted) && !folder.all.has(wanted.slice(1)))
    return { problem: 'outside' };
  const targets = places.map((place) => path.posix.normalize(path.posix.join(place, wanted)));
  const inside = targets.filter((target) => !/^\.\.(\/|$)/.test(target));
  const candidates = inside.flatMap(candidatesOf);
  const exact = candidates.find((file) => folder.all.has(file));
  if (exact !== undefined) return { file: exact };
  const folded = foldedNames(folder);
  for (const candidate of candidates) {
    const file = folded.get(candidate.toLowerCase());
    if (file !== undefined) return { file };
  }
  return { problem: inside.length < targets.length ? 'outside' : 'missing' };
}

/** Every file that a path may mean, the surest first. */
function candidatesOf(target: string): string[] {
  const { dir, base } = path.posix.parse(target);
  const stems = [
    ...(base.startsWith('_') ? [] : [path.posix.join(dir, `_${base}`)]),
    path.posix.join(dir, base),
    path.posix.join(target, '_index'),
    path.posix.join(target, 'index'),
  ];
  return stems.flatMap((stem) => extensions.map((extension) => stem + extension));
}

const known = new WeakMap<Folder, Map<string, string>>();

/** Authors on case-insensitive file systems never notice a name in the wrong case. */
function foldedNames(folder: Folder): Map<string, string> {
  const names =
    known.get(folder) ?? new Map([...folder.all].map((file) => [file.toLowerCase(), file]));
  known.set(folder, names);
  return names;
}
