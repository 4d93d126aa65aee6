/** A revision of the repository in a folder of its own, with its packages. */
import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Checkout {
  /** Commit, or `.` for the working tree, whose sites are never kept. */
  commit: string;
  dir: string;
}

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();

/** Where revisions and their sites are kept between calls. */
export const kept = path.join(tmpdir(), 'phyllite-same');

/** @param revision anything that git takes; `.` is the working tree as it stands */
export function checkout(revision: string): Checkout {
  if (revision === '.') return { commit: '.', dir: process.cwd() };
  const commit = git('rev-parse', '--short=12', `${revision}^{commit}`);
  const dir = path.join(kept, commit, 'phyllite');
  if (!existsSync(dir)) {
    git('worktree', 'prune');
    git('worktree', 'add', '--detach', '--force', dir, commit);
  }
  if (!existsSync(path.join(dir, 'node_modules'))) addPackages(dir, commit);
  return { commit, dir };
}

/** Packages are linked from here where the lock files are the same, else installed. */
function addPackages(dir: string, commit: string): void {
  const unchanged = git('diff', '--name-only', commit, '--', 'package-lock.json') === '';
  if (unchanged) linkTree('node_modules', path.join(dir, 'node_modules'));
  else
    execFileSync('npm', ['ci'], {
      cwd: dir,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
}

function linkTree(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.name === '.cache') continue;
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.isDirectory()) linkTree(source, target);
    else linkSync(source, target);
  }
}
