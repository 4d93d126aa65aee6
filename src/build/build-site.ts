/** The whole site into an empty folder: Astro's pages, and what lies beside them. */
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { publish } from '../publish/publish.ts';
import { addCsp } from '../publish/csp/add-csp.ts';
import { fileOf } from '../publish/url.ts';
import { buildIndex } from '../search/build-index.ts';
import { openFrame } from './frame.ts';
import { compileErrors, internalFinding } from './mdx/compile-errors.ts';
import type { Progress } from './progress.ts';
import type { Session } from './session.ts';

export interface BuiltSite {
  /** Size of the site; 0 where there is none. */
  bytes: number;
  /** Directive of the Content-Security-Policy → other origins that the content makes pages load from. */
  origins: Map<string, Set<string>>;
}

/**
 * Builds the site into an empty folder. What is wrong with the content is in the session's diagnostics afterwards;
 * where that is an error the folder holds no whole site.
 */
export async function buildSite(
  session: Session,
  stage: string,
  progress: Progress,
): Promise<BuiltSite> {
  try {
    return await make(session, stage, progress);
  } catch (error) {
    // A full disk is no fault of ours.
    if ((error as NodeJS.ErrnoException).syscall) throw error;
    session.report(internalFinding(error));
    return none;
  }
}

const none: BuiltSite = { bytes: 0, origins: new Map() };

async function make(session: Session, stage: string, progress: Progress): Promise<BuiltSite> {
  if (session.content.documents.length === 0) {
    session.report({
      kind: 'content-missing',
      message: 'the content folder has no page',
      hint: 'create content/index.mdx, or give the folder that contains index.html.md',
    });
    return none;
  }
  if (session.mdxFiles().length === 0 && session.diagnostics.failed(false)) {
    await session.ready();
    return none;
  }
  // Slate sources are known without Astro, and Pagefind is a process of its own: it works while Astro starts.
  const early =
    session.mdxFiles().length === 0
      ? session.made.then(() => buildIndex(session.arrange()))
      : undefined;
  early?.catch(() => {});
  session.shared = new Map();
  session.onPage = (count, of) => progress.at(`laying out page ${count} of ${of}`);
  try {
    await (session.mdxFiles().length ? buildWithAstro : renderFrame)(session, stage);
  } catch (error) {
    compileErrors(error, session).forEach(session.report);
    if (!session.diagnostics.failed(false)) session.report(internalFinding(error));
    return none;
  }
  progress.at('checking links');
  await session.finish();
  if (session.diagnostics.failed(false)) return none;
  const site = session.reference;
  const write = writerOf(stage);
  for (const [file, source] of site.assets) {
    mkdirSync(path.join(stage, path.dirname(file)), { recursive: true });
    copyFileSync(source, path.join(stage, file));
  }
  progress.at('indexing');
  const index = early ?? buildIndex(site);
  for (const [file, content] of session.shared) write(file, content);
  for (const [file, content] of publish(site, session.report)) write(file, content);
  progress.at('writing');
  const origins = addCsp(stage, session.reference, (finding) =>
    session.report(session.inFile(finding)),
  );
  for (const [file, content] of await index) write(file, content);
  return { bytes: sizeOf(stage), origins };
}

/** Pages that hold MDX: Astro compiles it, and renders each page as it goes. */
async function buildWithAstro(session: Session, stage: string): Promise<void> {
  const [{ build }, { astroConfig }] = await Promise.all([
    import('astro'),
    import('./astro/config.ts'),
  ]);
  await build(await astroConfig(session, { outDir: stage }));
  // Astro takes no param that ends in `index`, so a folder's page is built as `~index.html`.
  for (const entry of readdirSync(stage, { recursive: true, withFileTypes: true }))
    if (entry.name === '~index.html')
      renameSync(
        path.join(entry.parentPath, entry.name),
        path.join(entry.parentPath, 'index.html'),
      );
}

/** Pages of Slate sources alone, which are data to our own. */
async function renderFrame(session: Session, stage: string): Promise<void> {
  const frame = await openFrame(session),
    write = writerOf(stage);
  try {
    const urls = (await session.paths()).map(({ props }) => props.url);
    for (const url of [...urls, '/404.html']) write(fileOf(url), await frame.render(url));
    cpSync(frame.assets, stage, { recursive: true });
  } finally {
    frame.close();
  }
}

const writerOf =
  (stage: string) =>
  (file: string, content: string | Uint8Array): void => {
    const target = path.join(stage, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  };

const sizeOf = (dir: string): number =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).reduce(
    (sum, entry) =>
      sum + (entry.isFile() ? statSync(path.join(entry.parentPath, entry.name)).size : 0),
    0,
  );
