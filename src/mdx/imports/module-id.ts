/**
 * An imported MDX file is as if it stood where it is used, with its page's front matter: so it is
 * one module a page.
 */

/** @param file absolute @param page the document's file, relative */
export const importedId = (file: string, page: string): string =>
  // MDX's compiler looks at the end.
  `${file}?page=${encodeURIComponent(page)}&.mdx`;

/** Without page for a source itself. */
export function partsOfId(id: string): { file: string; page?: string } {
  const [, file = id, page] = /^(.*?)\?page=([^&]*)&\.mdx$/.exec(id) ?? [];
  return { file, ...(page !== undefined && { page: decodeURIComponent(page) }) };
}
