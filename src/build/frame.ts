/**
 * Our pages, compiled by Astro: layout, components, styles and scripts, without any content. They are the same for
 * every reference whose folder has no component, MDX or style sheet of its own, and compiling them is most of what a
 * build takes; so they are kept.
 */
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { digestOf, project } from './project.ts';
import type { Session } from './session.ts';
import { moduleFiles } from './astro/virtual-modules.ts';

export interface Frame {
  /** Folder of what lies beside the pages: scripts, styles, icon. */
  assets: string;
  /** The HTML of a page of the session's reference. */
  render(url: string): Promise<string>;
  /** To be called when all is rendered. */
  close(): void;
}

const frames = path.join(project, 'node_modules', '.cache', 'phyllite', 'frames');

/** Milliseconds after which one that nobody used is removed. */
const forgotten = 24 * 3600 * 1000;

/** @throws what the compiler finds in the owner's components */
export async function openFrame(session: Session): Promise<Frame> {
  const { base, origin, cache } = session.options;
  const isOurs = moduleFiles(session).length === 0 && !session.content.folder.all.has('styles.css');
  if (!cache || !isOurs) {
    const dir = await compile(session);
    return opened(dir, () => rmSync(dir, { recursive: true, force: true }));
  }
  const kept = path.join(frames, digestOf(['src', 'public'], JSON.stringify([base, origin])));
  if (existsSync(kept)) {
    try {
      const frame = await opened(kept, () => {});
      utimesSync(kept, new Date(), new Date());
      return frame;
    } catch {
      // Broken: made anew.
      rmSync(kept, { recursive: true, force: true });
    }
  }
  sweep();
  const made = await compile(session);
  try {
    renameSync(made, kept);
  } catch {
    // Another build was faster.
    rmSync(made, { recursive: true, force: true });
  }
  return opened(kept, () => {});
}

async function opened(dir: string, close: () => void): Promise<Frame> {
  const { render } = (await import(
    pathToFileURL(path.join(dir, 'server', 'entry.mjs')).href
  )) as Pick<Frame, 'render'>;
  return { assets: path.join(dir, 'client'), render, close };
}

/** @returns the folder it lies in, below the project, where it finds Astro's own modules */
async function compile(session: Session): Promise<string> {
  const dir = path.join(frames, `new-${randomUUID()}`);
  mkdirSync(dir, { recursive: true });
  try {
    // Loaded here, since that takes half a second in which the session's other thread is at work.
    const [{ build }, { frameConfig }] = await Promise.all([
      import('astro'),
      import('./astro/config.ts'),
    ]);
    await build(await frameConfig(session, dir));
    return dir;
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

function sweep(): void {
  if (!existsSync(frames)) return;
  for (const name of readdirSync(frames)) {
    const dir = path.join(frames, name);
    if (Date.now() - (statSync(dir, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > forgotten)
      rmSync(dir, { recursive: true, force: true });
  }
}
