/**
 * Where Phyllite keeps what it has made. Nothing else is written outside the output folder; the
 * package itself may belong to another user.
 */
import './home.ts';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { canBeWritten } from './can-be-written.ts';
import { digest } from '../shared/files/digest.ts';
import { foldersUp } from '../shared/files/paths.ts';

/** The cache folder, absolute: the same for all of a process, whose folder Astro makes us change. */
export const caches = cachesOf(process.cwd());

/** Where Node keeps compiled code; in the folder of its threads, too. */
export const codeCache = path.join(caches, 'node-code');

/** A cache folder of one content folder, so that two builds never mix. */
export function cacheFolder(root: string): string {
  const name = path.basename(root).replace(/[^\w-]/g, '') || 'content';
  return path.join(caches, `${name}-${shortDigest(root)}`);
}

/** The first of these that can be written: what is asked for, the project's, the user's, a temporary one. */
function cachesOf(folder: string): string {
  const asked = process.env['PHYLLITE_CACHE'];
  // The nearest folder above that has a package.json.
  const own = asked
    ? undefined
    : [...foldersUp(folder)].find((dir) => existsSync(path.join(dir, 'package.json')));
  const places = [
    ...(asked ? [path.resolve(folder, asked)] : []),
    ...(own ? [path.join(own, 'node_modules', '.cache', 'phyllite')] : []),
    path.join(userCache(), 'phyllite'),
  ];
  return places.find(canBeWritten) ?? path.join(os.tmpdir(), `phyllite-${shortDigest(userName())}`);
}

function userCache(): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: windows } = process.env;
  if (process.platform === 'win32' && windows) return windows;
  if (xdg && path.isAbsolute(xdg)) return xdg;
  const mac = process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache'];
  return path.join(os.homedir(), ...mac);
}

function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // A user of a container may be a bare number.
    return `user ${process.getuid?.() ?? ''}`;
  }
}

/** @returns twelve digits that stand for a text in a file's name */
export function shortDigest(text: string): string {
  return digest(text, 12);
}
