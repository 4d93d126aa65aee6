/** The fragments of a build's files. */
import type { DiagnosticCollector } from '../diagnostics/collector.ts';
import type { Fragment } from '../markup/fragment.ts';
import type { FragmentBuilder, FragmentBuilderOptions } from '../markup/worker/fragment-builder.ts';
import type { SourceDocument, SourceFile } from '../source/document.ts';
import { mdxFilesOf, type SiteOptions } from './content.ts';
import { renderFinding } from './mdx/compile-errors.ts';
import { cacheFolder, digestOf } from './project.ts';
import type { Renderer } from './renderer.ts';

export const fragmentOptions = ({ root, cache }: SiteOptions): FragmentBuilderOptions => ({
  dir: cache ? cacheFolder(root) : null,
  version: digestOf(['src/shared', 'src/diagnostics', 'src/source', 'src/slate', 'src/markup']),
});

/** Renders MDX and makes fragments of it. What fails is reported; its file is then empty. */
export async function mdxFragments(
  documents: SourceDocument[],
  { outlines, renderMdx }: Renderer,
  builder: FragmentBuilder,
  diagnostics: DiagnosticCollector,
): Promise<Map<SourceFile, Fragment>> {
  const made = new Map<SourceFile, Fragment>();
  for (const document of documents) {
    const files = mdxFilesOf(document);
    if (!files.length) continue;
    const { html, failures } = await renderMdx(document.url, files);
    for (const failure of failures) diagnostics.add(renderFinding(failure));
    for (const file of document.files) {
      if (file.dialect !== 'mdx') continue;
      const outline = outlines.get(file.file) ?? [];
      const fragment = await builder.mdx(file, document, html.get(file.file) ?? '', outline);
      made.set(file, fragment);
      diagnostics.addAll(fragment.diagnostics);
    }
  }
  return made;
}
