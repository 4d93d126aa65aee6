/**
 * Our pages and the content's MDX, compiled by Astro to a module that renders them (the frame).
 * Without MDX, components and a style sheet of the owner's it is the same for every reference, and
 * compiling it is most of what a small build takes; so it is kept, by `--no-cache` too: nothing of
 * the content is in it.
 */
import { readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { RenderedMdx } from './astro/server-entry.ts';
import { moduleFiles } from './astro/virtual-modules.ts';
import { noConfig } from '../config/site-config.ts';
import { allMdxFiles, placedIn, type SiteContent, type SiteOptions } from './content.ts';
import { isIntact, writeChecksums } from './checksums.ts';
import { mdxContextOf } from './mdx/context.ts';
import { MdxOutlines } from './mdx/outlines.ts';
import { remove, removeOrphans, temporaryFolder, type OwnFolder } from '../publish/output/claim.ts';
import { frames } from './astro-root.ts';
import { digestOf } from './project.ts';
import type { View } from '../layouts/head.ts';

export interface Renderer {
  /** Headings of each MDX file, by its relative path. */
  outlines: Pick<MdxOutlines, 'get'>;
  /** @param url of a document, without base. @param files relative, of the document */
  renderMdx(url: string, files: string[]): Promise<RenderedMdx>;
  /** @returns the page's HTML. @throws what its layout throws */
  renderPage(view: View): Promise<string>;
}

export interface FrameRenderer extends Renderer {
  /** Folder of what lies beside the pages: scripts, styles, icon. */
  assets: string;
  /** Images that the pages rendered so far name besides: path below the site root → content. */
  images(): Promise<Map<string, Uint8Array>>;
  /** To be called when all is rendered. */
  close(): void;
}

/** Milliseconds after which a frame that nobody used is removed. */
const MAX_AGE_MS = 24 * 3600 * 1000;

/**
 * @throws what the compiler finds in the content's MDX and components; what its own steps find is
 * reported
 */
export async function openRenderer(
  content: SiteContent,
  options: SiteOptions,
  report: Report,
): Promise<FrameRenderer> {
  const { integrations, vite } = options.config ?? noConfig;
  const isOurs =
    moduleFiles(content).length === 0 &&
    !content.folder.all.has('styles.css') &&
    !integrations.length &&
    !Object.keys(vite).length;
  if (!isOurs) {
    const outlines = new MdxOutlines(content.folder.root);
    outlines.placed = placedIn(content);
    const own = await compile(content, options, outlines, report);
    return { ...(await load(own.folder, options.base)), outlines, close: () => drop(own) };
  }
  // Our layout has the origin from what it is to show.
  const { base } = options;
  const kept = path.join(frames, digestOf(base));
  // Ours alone name no images: what makes them need not be loaded.
  const loadKept = async () => ({ ...(await load(kept, base)), images: async () => new Map() });
  if (isIntact(kept)) {
    removeOrphans(frames);
    utimesSync(kept, new Date(), new Date());
    return loadKept();
  }
  const bare = { ...options, origin: '', ours: true };
  const own = await compile(content, bare, new MdxOutlines(content.folder.root), report);
  const { folder: made } = own;
  const close = () => drop(own);
  try {
    writeChecksums(made);
    if (!isIntact(kept)) rmSync(kept, { recursive: true, force: true });
    renameSync(made, kept);
  } catch {
    // Another build was faster, or what is there cannot be replaced.
  }
  if (!isIntact(kept)) return { ...(await load(made, base)), images: async () => new Map(), close };
  close();
  return loadKept();
}

async function load(dir: string, base: string): Promise<FrameRenderer> {
  const entry = pathToFileURL(path.join(dir, 'server', 'entry.mjs')).href;
  const frame = (await import(entry)) as typeof import('./astro/server-entry.ts');
  const { renderMdx, renderPage } = frame;
  const assets = path.join(dir, 'client');
  const images = () => frame.images(assets, base);
  return {
    assets,
    images,
    outlines: { get: () => undefined },
    renderMdx,
    renderPage,
    close: () => {},
  };
}

/** @returns the folder it lies in, of this process, where it finds Astro's own modules */
async function compile(
  content: SiteContent,
  options: SiteOptions & { ours?: boolean },
  outlines: MdxOutlines,
  report: Report,
): Promise<OwnFolder> {
  const own = temporaryFolder(frames);
  sweep();
  try {
    // Loading takes half a second, in which the other thread makes fragments.
    const [{ build }, { astroConfig }] = await Promise.all([
      import('astro'),
      import('./astro/config.ts'),
    ]);
    const config = await astroConfig({
      ...options,
      outDir: own.folder,
      content: () => content,
      mdx: allMdxFiles(content).length > 0,
      mdxContext: (module) =>
        mdxContextOf(content, module, (id) => ({
          report,
          outline: (pieces) => outlines.set(id, pieces),
        })),
    });
    // No collections of content, no types: looking for them opens another Vite, which bundles what
    // `dev` shows. Not among Astro's types; without it a build only takes longer.
    await build(config, { sync: false } as object);
    return own;
  } catch (error) {
    drop(own);
    throw error;
  }
}

function drop({ folder, stop }: OwnFolder): void {
  stop();
  remove(folder);
}

/** Frames that nobody uses. */
function sweep(): void {
  for (const name of readdirSync(frames)) {
    const dir = path.join(frames, name);
    if (Date.now() - (statSync(dir, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > MAX_AGE_MS)
      rmSync(dir, { recursive: true, force: true });
  }
}
