/**
 * The door to the compiled pages (an Astro server entry). The same in `build`, where it is a file
 * of the frame, and in `dev`, where Vite runs it.
 */
import { createApp } from 'astro/app/entrypoint';
import type { View } from '../../layouts/head.ts';
import { partsOfId } from '../../mdx/imports/module-id.ts';
import { takeFailures, type Failure } from './attempt.ts';

/** Of the pages rendered so far (`images` of `image-service.ts`). */
export const images = async (assets: string, base: string): Promise<Map<string, Uint8Array>> =>
  (await import('./image-service.ts')).images(assets, base);

const app = createApp({ streaming: false });
// What fails is told to who asked for the page.
app.renderError = async (_request, { error, status }) => {
  throw error ?? new Error(`Astro answers with ${status}`);
};

const base = import.meta.env.BASE_URL;

/**
 * Astro's routes are patterns, in which a point is no line end, and it decodes a URL until nothing
 * is left to decode: a file may be called `a%0ab`.
 */
const forRoutes = (url: string): string => url.replace(/[\n\r\u2028\u2029]|%(?=[\da-f]{2})/gi, '-');

/** @param url of the page, without base: what components have as `Astro.url` */
async function ask(url: string, locals: App.Locals): Promise<string> {
  const absolute = new URL(
    base + encodeURI(forRoutes(url.slice(1))),
    import.meta.env.SITE ?? 'http://localhost',
  );
  return (await app.render(new Request(absolute), { locals })).text();
}

/** @returns the page's HTML. @throws what its layout throws */
export const renderPage = (view: View): Promise<string> => ask(view.page.url, { view });

/** Islands tell how long they took, which no two builds would have in common. */
const renderTime = /(<astro-island (?:[a-z-]+(?:="[^"]*")? )*)server-render-time="[^"]*" ?/g;

export interface RenderedMdx {
  /** HTML of each file, by its relative path. */
  html: Map<string, string>;
  failures: Failure[];
}

/**
 * @param url of the document, without base
 * @param files relative, all of the document: a component's script stands once in them
 */
export async function renderMdx(url: string, files: string[]): Promise<RenderedMdx> {
  const html = new Map<string, string>();
  const failures: Failure[] = [];
  const take = (file: string, rendered: string, error?: unknown) => {
    html.set(file, rendered.replace(renderTime, '$1'));
    if (error !== undefined) failures.push({ file: partsOfId(file).file, error });
  };
  await ask(url, { mdx: { files, take } });
  return { html, failures: [...takeFailures(), ...failures] };
}
