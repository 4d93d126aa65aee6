/**
 * `npm run release`: checks that this commit can be published as the version that package.json
 * names, packs it and tags it. Nothing is published: it prints the two commands that do. With
 * `--dry-run` it runs no tests, and keeps no tarball and no tag.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const project = path.join(import.meta.dirname, '../..');
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, {
    cwd: project,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  }).trim();
const { version } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as {
  version: string;
};

const problems = [
  run('git', 'status', '--porcelain') && 'there are changes that are not committed: commit them',
  run('git', 'tag', '--list', `v${version}`) &&
    `the tag v${version} exists: raise the version in package.json`,
  !new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\]`, 'm').test(
    readFileSync(path.join(project, 'CHANGELOG.md'), 'utf8'),
  ) && `CHANGELOG.md has no section [${version}]: say there what this release changes`,
].filter(Boolean);

if (problems.length > 0) {
  for (const problem of problems) console.error(`release: ${problem}`);
  process.exit(1);
}
const isDry = process.argv.includes('--dry-run');
if (!isDry) run('npm', 'test');
const pack = ['pack', '--silent', ...(isDry ? ['--dry-run'] : [])];
const tarball = run('npm', ...pack)
  .split('\n')
  .at(-1)!;
if (!isDry) run('git', 'tag', '--annotate', `v${version}`, '--message', `Phyllite ${version}`);
console.log(
  isDry
    ? `Would run the tests, pack ${tarball} and tag v${version}`
    : `Packed ${tarball} and tagged v${version}. To publish: npm publish ${tarball} && git push --tags`,
);
