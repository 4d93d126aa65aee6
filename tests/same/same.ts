/**
 * `npm run same -- A [B] [--projects DIR]`: which bytes of the built sites differ between two revisions of Phyllite.
 *
 * Both revisions build the same sources: `content/` (the sample and its guide) as it stands here, the small sites of
 * `tests/fixtures/sites` and every project of DIR. B is the working tree (`.`) where it is left out. Names of hashed
 * assets do not count. A revision's sites are kept in the system's folder for temporary files, so that a second call
 * builds only what is new. Exit status 1 where anything differs.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from './checkout.ts';
import { compareSites } from './compare-sites.ts';
import { sitesOf } from './sites-of.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { projects: { type: 'string' } },
});
const [before, after = '.'] = positionals;
if (!before) {
  console.error('usage: npm run same -- REVISION [REVISION] [--projects DIR]');
  process.exit(2);
}

/** Folders to build, by the name that the table shows. */
const sources = new Map([['content', path.resolve('content')]]);
for (const folder of ['tests/fixtures/sites', values.projects]) {
  if (!folder || !existsSync(folder)) continue;
  for (const name of readdirSync(folder)) {
    const project = path.resolve(folder, name);
    const source = ['source', 'content', '.']
      .map((below) => path.join(project, below))
      .find(existsSync)!;
    if (statSync(source).isDirectory()) sources.set(name, source);
  }
}

const [old, now] = [checkout(before), checkout(after)];
let differing = 0;
for (const [name, source] of sources) {
  const [a, b] = [sitesOf(old, name, source), sitesOf(now, name, source)];
  const differences = compareSites(a, b);
  differing += differences.length;
  console.log(`${name}: ${differences.length === 0 ? 'same' : `${differences.length} differ`}`);
  for (const line of differences) console.log(`  ${line}`);
}
process.exitCode = differing === 0 ? 0 : 1;
