/** What the MDX steps are told of a file (`mdx/context.ts`), and what they find out about it. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { MdxContext } from '../../mdx/context.ts';
import { partsOfId } from '../../mdx/imports/module-id.ts';
import type { OutlinePiece } from '../../mdx/outline-piece.ts';
import type { SiteContent } from '../content.ts';
import { relativePath } from '../../shared/files/paths.ts';

/** Takes what is found out while a file is compiled. */
export interface MdxListener {
  report: Report;
  outline(outline: OutlinePiece[]): void;
}

/**
 * @param id of the module: an absolute path, with the page where another file imports it
 * @param compiling told of the module's id, relative to the folder; gives who takes what is found out
 * @returns undefined where the file is no source of this content
 */
export function mdxContextOf(
  { folder, documents, components, noteFiles }: SiteContent,
  id: string,
  compiling: (id: string) => MdxListener,
): MdxContext | undefined {
  const { file, page } = partsOfId(id);
  const relative = relativePath(folder.root, file);
  const document =
    documents.find((one) =>
      page === undefined ? one.files.some((source) => source.file === relative) : one.file === page,
    ) ?? noteFiles.get(relative);
  if (!document || relative.startsWith('../')) return undefined;
  const { report, outline } = compiling(relativePath(folder.root, id));
  return {
    file: relative,
    root: folder.root,
    page: document.file,
    // An include of several pages is a module of each.
    isImported: page !== undefined && !document.files.some((one) => one.file === relative),
    report,
    components,
    frontMatter: document.frontMatter.data,
    setOutline: outline,
  };
}
