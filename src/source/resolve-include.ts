/** Where an include or a partial lies: the forms that real Slate sources use (SLATE.md "Files and pages"). */
import path from 'node:path';
import type { Folder } from './scan-folder.ts';

const extensions = [
  '',
  '.md',
  '.mdx',
  '.md.erb',
  '.html.md',
  '.html.md.erb',
  '.markdown',
  '.erb',
  '.html.erb',
  '.html',
];

export type Found = { file: string } | { problem: 'missing' | 'outside'; tried: string[] };

/**
 * Looks a name up in the folder.
 * @param name as written: `errors`, `wp-api-v3/orders`, `_summary.md.erb`, `overview` (a folder with an `_index`)
 * @param places folders to look in, nearest first, relative to the content folder
 */
export function resolveInclude(folder: Folder, name: string, places: string[]): Found {
  const wanted = name.replaceAll('\\', '/').trim();
  if (path.posix.isAbsolute(wanted) && !folder.all.has(wanted.slice(1)))
    return { problem: 'outside', tried: [] };
  const tried: string[] = [];
  let outside = false;
  for (const place of places) {
    const target = path.posix.normalize(path.posix.join(place, wanted));
    if (target === '..' || target.startsWith('../')) {
      outside = true;
      continue;
    }
    const dir = path.posix.dirname(target),
      base = path.posix.basename(target);
    const bases = base.startsWith('_') ? [base] : [`_${base}`, base];
    for (const stem of [
      ...bases.map((b) => path.posix.join(dir, b)),
      path.posix.join(target, '_index'),
      path.posix.join(target, 'index'),
    ]) {
      for (const extension of extensions) {
        const file = stem + extension;
        if (folder.all.has(file)) return { file };
        tried.push(file);
      }
    }
  }
  const folded = byFoldedName(folder);
  for (const file of tried) {
    const match = folded.get(file.toLowerCase());
    if (match) return { file: match };
  }
  return { problem: outside ? 'outside' : 'missing', tried };
}

const foldedNames = new WeakMap<Folder, Map<string, string>>();

/** Authors on case-insensitive file systems never notice a name in the wrong case. */
function byFoldedName(folder: Folder): Map<string, string> {
  let names = foldedNames.get(folder);
  if (!names)
    foldedNames.set(
      folder,
      (names = new Map([...folder.all].map((file) => [file.toLowerCase(), file]))),
    );
  return names;
}
