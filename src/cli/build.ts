/** `phyllite build`: a content folder to a static site, whole or not at all. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build as astroBuild } from 'astro';
import { OutputError } from '../publish/output-error.ts';
import { openOutput } from '../publish/staging.ts';
import { publish } from '../publish/publish.ts';
import { securePages } from '../publish/secure.ts';
import { buildIndex } from '../search/build-index.ts';
import type { Arguments } from './arguments.ts';
import { astroConfig } from './astro-config.ts';
import { mdxErrors } from './mdx-errors.ts';
import { project } from './project.ts';
import { tell } from './tell.ts';
import { openSession, type Session } from './session.ts';

/** @returns exit status */
export async function build(args: Arguments): Promise<number> {
  const started = performance.now();
  if (!existsSync(args.root) || !statSync(args.root).isDirectory()) {
    process.stderr.write(`phyllite: there is no folder ${args.root}\n`);
    return 2;
  }
  let output;
  try {
    output = await openOutput(args.out, { project, content: args.root });
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    process.stderr.write(`phyllite: ${error.message}; ${error.mend}\n`);
    return 2;
  }
  process.chdir(project);
  try {
    const session = openSession({ root: args.root, base: args.base, origin: args.site, cache: args.cache });
    const made = await makeSite(session, output.stage);
    const failed = session.diagnostics.failed(args.strict);
    if (failed) output.abort();
    else await output.commit();
    tell(session, args, { ...made, milliseconds: performance.now() - started });
    if (!failed && args.format === 'text') process.stdout.write(`Written to ${args.out}\n`);
    return failed ? 1 : 0;
  } catch (error) {
    output.abort();
    throw error;
  }
}

/**
 * Builds the site into an empty folder. What is wrong with the content is in the session's diagnostics afterwards;
 * where that is an error the folder holds no whole site.
 */
export async function makeSite(session: Session, stage: string): Promise<{ bytes: number }> {
  if (session.content.documents.length === 0) {
    session.report({ kind: 'content-missing', message: 'the content folder holds no page', mend: 'write content/index.mdx, or name the folder that holds index.html.md' });
    return { bytes: 0 };
  }
  if (session.mdxFiles().length === 0 && session.diagnostics.failed(false)) {
    await session.ready();
    return { bytes: 0 };
  }
  try {
    await astroBuild(astroConfig(session, { outDir: stage }));
  } catch (error) {
    const found = mdxErrors(error, session.options.root);
    if (!found.length && !session.diagnostics.failed(false)) throw error;
    // What the front matter's own reader has told is not told again in the compiler's words.
    const told = new Set(session.diagnostics.list().filter(({ kind }) => kind === 'yaml-broken').map(({ file }) => file));
    found.filter(({ file }) => !told.has(file ?? '')).forEach(session.report);
    return { bytes: 0 };
  }
  session.finish();
  if (session.diagnostics.failed(false)) return { bytes: 0 };
  const site = session.reference;
  const write = (file: string, content: string | Uint8Array) => {
    const target = path.join(stage, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  };
  for (const [file, source] of site.assets) {
    mkdirSync(path.join(stage, path.dirname(file)), { recursive: true });
    copyFileSync(source, path.join(stage, file));
  }
  const index = buildIndex(site);
  foldersOf(stage);
  for (const [file, content] of publish(site, session.report)) write(file, content);
  securePages(stage, session.reference, session.report);
  for (const [file, content] of await index) write(file, content);
  return { bytes: sizeOf(stage) };
}

/** Astro takes no param that ends in `index`, so a folder's page is built as `~index.html`. */
function foldersOf(stage: string): void {
  for (const entry of readdirSync(stage, { recursive: true, withFileTypes: true })) {
    if (entry.name === '~index.html') renameSync(path.join(entry.parentPath, entry.name), path.join(entry.parentPath, 'index.html'));
  }
}

const sizeOf = (dir: string): number => readdirSync(dir, { recursive: true, withFileTypes: true })
  .reduce((sum, entry) => sum + (entry.isFile() ? statSync(path.join(entry.parentPath, entry.name)).size : 0), 0);

export const readLine = (root: string) => (file: string, line: number): string | undefined => {
  try {
    return readFileSync(path.join(root, file), 'utf8').split(/\r?\n/)[line - 1];
  } catch {
    return undefined;
  }
};
