/**
 * The door to the compiled pages (an Astro server entry): a page is asked for by its URL of the reference, not by its
 * path on a server.
 */
import { createApp } from 'astro/app/entrypoint';

const app = createApp({ streaming: false });
// What fails is told to who asked for the page.
app.renderError = async (_request, { error, status }) => {
  throw error ?? new Error(`Astro answers with ${status}`);
};

/** @param url of a page of the session's reference. @returns its HTML. @throws what its layout throws */
export async function render(url: string): Promise<string> {
  const response = await app.render(new Request(`http://localhost${import.meta.env.BASE_URL}`), {
    locals: { url },
  });
  return response.text();
}
