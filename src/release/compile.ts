/**
 * `src/` as the package ships it, in `lib/`: every module compiled by itself, since components,
 * the worker and the scripts of pages are found by their paths; templates, style sheets and data
 * copied. Run by `npm pack`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const project = path.join(import.meta.dirname, '../..');
const [src, lib] = [path.join(project, 'src'), path.join(project, 'lib')];

const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();

rmSync(lib, { recursive: true, force: true });
const tsc = path.join(project, 'node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '-p', path.join(src, 'tsconfig.package.json')], {
  stdio: 'inherit',
});
copyOthers();
pointToCompiled();
writeDigest();
chmodSync(path.join(lib, 'cli/bin.js'), 0o755);

/** All that is no TypeScript; the templates of `init` hold some that is text to us. */
function copyOthers(): void {
  for (const file of filesOf(src)) {
    const below = path.relative(src, file);
    const isTemplate = below.split(path.sep).includes('template');
    if (/^(release|tsconfig)/.test(below) || (below.endsWith('.ts') && !isTemplate)) continue;
    mkdirSync(path.dirname(path.join(lib, below)), { recursive: true });
    cpSync(file, path.join(lib, below));
  }
}

/** `.astro` files, and the compiler's output where a path is no import, still name `.ts` files. */
function pointToCompiled(): void {
  for (const file of filesOf(lib)) {
    if (!/\.(astro|js)$/.test(file) || file.includes(`${path.sep}template${path.sep}`)) continue;
    const text = readFileSync(file, 'utf8');
    const paths =
      /((?:from|import|new URL\(|import\()\s*(['"])\.{1,2}\/[^'"]+)\.ts(?=(\?[^'"]*)?\2)/g;
    const compiled = text.replace(paths, '$1.js');
    if (compiled !== text) writeFileSync(file, compiled);
  }
}

/** What caches hang on: a digest of all that ships. */
function writeDigest(): void {
  const hash = createHash('sha256');
  for (const file of [...filesOf(lib), ...filesOf(path.join(project, 'public'))])
    hash
      .update(path.relative(project, file).replaceAll('\\', '/'))
      .update('\0')
      .update(readFileSync(file));
  writeFileSync(
    path.join(lib, 'digest.json'),
    `${JSON.stringify({ digest: hash.digest('hex') })}\n`,
  );
}
