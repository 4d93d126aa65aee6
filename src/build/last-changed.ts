/** When files last changed, by the history of their folder in Git. */
import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import { relativePath } from '../shared/files/paths.ts';

/**
 * @param root the content folder
 * @returns file (relative to the folder) → date of its last commit; empty, with a note, where there
 * is no history: no Git, no repository, or a shallow clone, in which every file seems new
 */
export function lastChanges(root: string, report: Report): Map<string, Date> {
  const dates = new Map<string, Date>();
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', root, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  try {
    if (git('rev-parse', '--is-shallow-repository').trim() === 'true')
      return unknown(
        'this is a shallow clone, which has no history',
        'clone with `fetch-depth: 0`',
      );
    const top = git('rev-parse', '--show-toplevel').trim();
    const log = git('log', '--format=%x01%cI', '--name-only', '-z', '--', '.');
    for (const commit of log.split('\x01').slice(1)) {
      const [date = '', ...files] = commit.split(/[\0\n]+/);
      for (const file of files.filter(Boolean)) {
        const own = relativePath(realpathSync(root), path.join(top, file));
        if (!dates.has(own)) dates.set(own, new Date(date));
      }
    }
    return dates;
  } catch {
    return unknown(
      'the content folder has no history in Git',
      'build in a clone of its repository',
    );
  }

  function unknown(message: string, hint: string): Map<string, Date> {
    report({
      kind: 'last-changed-unknown',
      file: '',
      message: `no page says when it last changed: ${message}`,
      hint,
    });
    return new Map();
  }
}
