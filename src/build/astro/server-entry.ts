/**
 * The door to the compiled pages (an Astro server entry). The same in `build`, where it is a file
 * of the frame, and in `dev`, where Vite runs it.
 */
import { createApp } from 'astro/app/entrypoint';
import type { View } from '../../layouts/head.ts';
import { takeFailures, type Failure } from './attempt.ts';

const app = createApp({ streaming: false });
// What fails is told to who asked for the page.
app.renderError = async (_request, { error, status }) => {
  throw error ?? new Error(`Astro answers with ${status}`);
};

const ask = async (url: string, locals: App.Locals): Promise<string> =>
  (await app.render(new Request(`http://localhost${url}`), { locals })).text();

/** @returns the page's HTML. @throws what its layout throws */
export const renderPage = (view: View): Promise<string> => ask(import.meta.env.BASE_URL, { view });

export interface RenderedMdx {
  /** HTML of each file, by its relative path. */
  html: Map<string, string>;
  failures: Failure[];
}

/** @param files relative, of one document: a component's script stands once in them */
export async function renderMdx(files: string[]): Promise<RenderedMdx> {
  const html = new Map<string, string>();
  const failures: Failure[] = [];
  const take = (file: string, rendered: string, error?: unknown) => {
    html.set(file, rendered);
    if (error !== undefined) failures.push({ file, error });
  };
  await ask(import.meta.env.BASE_URL, { mdx: { files, take } });
  return { html, failures: [...takeFailures(), ...failures] };
}
