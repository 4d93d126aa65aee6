/** Whether a folder may be replaced by a new site: nothing that Phyllite did not write is ever removed. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { OutputError } from './output-error.ts';

/** Files that stand in for an empty folder, or that systems leave. */
const nothing = new Set([
  '.gitkeep',
  '.keep',
  '.gitignore',
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
]);

/**
 * @param target absolute, resolved
 * @param kept folders that must not lie in the target, and be none of it (project, content, working folder)
 * @throws {OutputError} where it holds anything but a site of Phyllite's
 */
export function mustBeReplaceable(target: string, kept: string[]): void {
  for (const folder of [...kept, os.homedir(), os.tmpdir(), process.cwd()])
    if (folder && isWithin(resolved(folder), target))
      throw new OutputError(
        `the output folder ${target} is, or holds, ${folder}`,
        'choose a folder of its own for the site: --out dist',
      );
  let stat: fs.Stats;
  try {
    stat = fs.statSync(target);
  } catch {
    return;
  }
  if (!stat.isDirectory())
    throw new OutputError(
      `the output folder ${target} is a file`,
      'remove it, or choose another --out',
    );
  const entries = fs.readdirSync(target).filter((name) => !nothing.has(name));
  if (entries.length === 0) return;
  if (entries.includes('.git'))
    throw new OutputError(
      `the output folder ${target} is a Git repository, which a new site would replace`,
      'build into another folder, and copy from there',
    );
  if (!isOurs(target))
    throw new OutputError(
      `the output folder ${target} is not empty, and holds no site that Phyllite built`,
      'empty it yourself, or choose another --out',
    );
}

/** The marks of a site of ours: `reference.json`, which every build writes, or the generator named in a page. */
export function isOurs(folder: string): boolean {
  return (
    /^\s*\{\s*"generator":\s*"phyllite"/.test(head(path.join(folder, 'reference.json'))) ||
    ['index.html', '404.html'].some((file) =>
      /<meta name="generator" content="Phyllite/.test(head(path.join(folder, file))),
    )
  );
}

/** The first 32 KB: a page's head may begin with a long policy. */
function head(file: string): string {
  let open: number | undefined;
  try {
    open = fs.openSync(file, 'r');
    const buffer = Buffer.alloc(32 * 1024);
    return buffer.toString('utf8', 0, fs.readSync(open, buffer));
  } catch {
    return '';
  } finally {
    if (open !== undefined) fs.closeSync(open);
  }
}

/** `inner` is `outer`, or lies in it. */
export function isWithin(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return (
    relative === '' ||
    !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
  );
}

/** The real path, of as much as there is: links are followed, and the system's own writing of a name is taken. */
export function resolved(file: string): string {
  const absolute = path.resolve(file);
  try {
    return fs.realpathSync.native(absolute);
  } catch {
    const parent = path.dirname(absolute);
    return parent === absolute ? absolute : path.join(resolved(parent), path.basename(absolute));
  }
}
