/**
 * `src/` as the package ships it, in `lib/`. Run by `npm pack`.
 *
 * What Node runs is bundled (`bundle.ts`). What Vite compiles with an owner's content stays a module
 * by itself, since it is found by its path: templates, style sheets, data, and every module that
 * those import. Types and comments are taken out of these, and nothing else: pages get the same
 * scripts from the package as from the repository, and a line of `lib/` is that line of `src/`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { vite } from '../build/project.ts';
import { listFiles } from '../publish/list-files.ts';
import { bundle } from './bundle.ts';
import { modulesByPath } from './modules-by-path.ts';
import { pointToCompiled } from './point-to-compiled.ts';

const project = path.join(import.meta.dirname, '../..');
const [src, lib] = [path.join(project, 'src'), path.join(project, 'lib')];

const text = (file: string): string => readFileSync(file, 'utf8');

rmSync(lib, { recursive: true, force: true });
const tsc = path.join(project, 'node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '-p', path.join(src, 'tsconfig.package.json')], {
  stdio: 'inherit',
});
await bundle(project, path.join(lib, 'cli'));
const { parseSync } = await vite();
const byPath = modulesByPath(src);
for (const below of listFiles(src)) {
  if (/^(release\/|tsconfig|env\.d)/.test(below)) continue;
  const [file, target] = [path.join(src, below), path.join(lib, below)];
  // The templates of `init` hold some that is text to us.
  const isTemplate = below.includes('/template/');
  if (!isTemplate && /\.(ts|json)$/.test(below) && !byPath.has(file)) continue;
  mkdirSync(path.dirname(target), { recursive: true });
  if (isTemplate) cpSync(file, target);
  else if (below.endsWith('.ts')) writeFileSync(target.replace(/ts$/, 'js'), compiled(file));
  else if (below.endsWith('.astro')) writeFileSync(target, pointToCompiled(text(file)));
  else cpSync(file, target);
}
writeDigest();
chmodSync(path.join(lib, 'cli/bin.js'), 0o755);

/** @param file a module in TypeScript. @returns it in JavaScript */
function compiled(file: string): string {
  const script = stripTypeScriptTypes(text(file));
  const { comments, errors } = parseSync('module.js', script);
  if (errors.length) throw new Error(`${file}: ${errors[0]!.message}`);
  let made = script;
  // Those that tools read stay.
  for (const { value, start, end } of comments.toReversed())
    if (!value.includes('@vite-ignore'))
      made = made.slice(0, start) + value.replace(/[^\n]+/g, '') + made.slice(end);
  return pointToCompiled(made);
}

/** What caches hang on: a digest of all that ships. */
function writeDigest(): void {
  const hash = createHash('sha256');
  for (const dir of [lib, path.join(project, 'public')])
    for (const file of listFiles(dir))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(path.join(dir, file)));
  writeFileSync(
    path.join(lib, 'digest.json'),
    `${JSON.stringify({ digest: hash.digest('hex') })}\n`,
  );
}
