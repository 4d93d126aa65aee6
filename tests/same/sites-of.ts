/** The site that a revision builds of a source. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { kept, type Checkout } from './checkout.ts';

/** The folder with the site; it is missing where the build failed. */
export function sitesOf({ commit, dir }: Checkout, name: string, source: string): string {
  const out = path.join(kept, commit === '.' ? 'working-tree' : commit, 'sites', name);
  if (commit !== '.' && existsSync(out)) return out;
  rmSync(out, { recursive: true, force: true });
  const node = path.join(dir, 'node_modules/.bin/node');
  const args = ['src/cli/phyllite.ts', 'build', source, '--out', out, '--no-cache'];
  const { status, stderr } = spawnSync(node, args, { cwd: dir, encoding: 'utf8' });
  if (status === 2) console.error(`${name} at ${commit}: ${stderr.slice(-500)}`);
  return out;
}
