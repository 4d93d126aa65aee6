/**
 * Names of the modules that MDX files become when others import them. Such a file is as if it stood
 * where it is used, with the front matter of the page around it: so it is one module a page.
 */

/** @param file absolute path. @param page file of the document, relative */
export const importedId = (file: string, page: string): string =>
  // MDX's compiler looks at the end of the name.
  `${file}?page=${encodeURIComponent(page)}&.mdx`;

/** @param id of a module: a path, or what `importedId` gives. @returns no page for a source itself */
export function partsOfId(id: string): { file: string; page?: string } {
  const [, file = id, page] = /^(.*?)\?page=([^&]*)&\.mdx$/.exec(id) ?? [];
  return { file, ...(page !== undefined && { page: decodeURIComponent(page) }) };
}
