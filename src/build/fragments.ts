/** The fragments of a build's files. */
import path from 'node:path';
import type { DiagnosticCollector } from '../diagnostics/collector.ts';
import type { Fragment } from '../markup/fragment.ts';
import type { FragmentBuilder, FragmentBuilderOptions } from '../markup/worker/fragment-builder.ts';
import { wordsFor } from '../components/words/index.ts';
import { unreachable } from '../markup/placed.ts';
import type { AttributeWords } from '../shared/attribute-table.ts';
import type { SourceFile } from '../source/document.ts';
import { mdxFilesOf, moduleOf, type SiteContent, type SiteOptions } from './content.ts';
import { renderFinding } from './mdx/compile-errors.ts';
import { cacheFolder } from './cache.ts';
import { digestOf } from './project.ts';
import type { Renderer } from './renderer.ts';

export const fragmentOptions = ({
  root,
  description = '',
  cache,
  config,
}: SiteOptions): FragmentBuilderOptions => ({
  dir: cache ? cacheFolder(path.join(root, description)) : null,
  version: digestOf(),
  ...(config && { code: config.code }),
});

/** Renders MDX and makes fragments of it. What fails is reported; its file is then empty. */
export async function mdxFragments(
  {
    documents,
    frontMatter: site,
    placed,
  }: Pick<SiteContent, 'documents' | 'frontMatter' | 'placed'>,
  { outlines, renderMdx }: Renderer,
  builder: FragmentBuilder,
  diagnostics: DiagnosticCollector,
): Promise<Map<SourceFile, Fragment>> {
  const made = new Map<SourceFile, Fragment>();
  for (const document of documents) {
    const files = mdxFilesOf(document);
    if (!files.length) continue;
    const { html, failures } = await renderMdx(document.url, files);
    // A component that is missing, and told, cannot be rendered either.
    const lacking = new Set(
      diagnostics.list().flatMap(({ kind, file }) => (kind === 'mdx-component' ? [file] : [])),
    );
    for (const failure of failures)
      if (failure.place || !lacking.has(failure.file)) diagnostics.add(renderFinding(failure));
    const own = placed.get(document.file);
    const shown = new Set(files.flatMap((file) => outlines.get(file) ?? []).map(({ id }) => id));
    for (const { at, isTold, outline } of own?.values() ?? [])
      if (!isTold && !shown.has(outline[0]?.id ?? '')) {
        const { file, line, column } = at;
        diagnostics.report({ ...unreachable(at.name), file, line, column });
      }
    const words = attributeWords(document.frontMatter.lang, site.words);
    for (const file of document.files) {
      if (file.dialect !== 'mdx') continue;
      const outline = outlines.get(moduleOf(file)) ?? [];
      const fragment = await builder.mdx(file, document, html.get(moduleOf(file)) ?? '', {
        outline,
        words,
        placed: own,
      });
      made.set(file, fragment);
      diagnostics.addAll(fragment.diagnostics);
    }
  }
  return made;
}

/** What tables of attributes say in a language, or in the owner's words. */
function attributeWords(lang: string, own: Record<string, string>): AttributeWords {
  const words = wordsFor(lang, own);
  return {
    attribute: words.attribute,
    type: words.attribute_type,
    required: words.attribute_required,
    default: words.attribute_default,
    description: words.attribute_description,
    yes: words.attribute_yes,
    one_of: words.one_of,
    read_only: words.read_only,
    write_only: words.write_only,
    deprecated: words.deprecated,
    beta: words.beta,
  };
}

/**
 * Fragments of the files that descriptions gave their documents.
 * @param renderer of those that hold notes in MDX; without it they are left out
 */
export async function describedFragments(
  content: Pick<SiteContent, 'documents' | 'files' | 'notes' | 'noteFiles'>,
  builder: FragmentBuilder,
  diagnostics: DiagnosticCollector,
  renderer?: Renderer,
): Promise<Map<SourceFile, Fragment>> {
  const made = new Map<SourceFile, Fragment>();
  if (renderer) await renderNotes(content, renderer, diagnostics);
  for (const document of content.documents)
    for (const file of document.files) {
      const described = content.files.get(file);
      if (!described || described.notes.length > 0 !== (renderer !== undefined)) continue;
      const fragment = await builder.described(file, document, described);
      made.set(file, fragment);
      diagnostics.addAll(fragment.diagnostics);
    }
  return made;
}

/** The owner's words about operations, where they are MDX. */
async function renderNotes(
  { documents, notes, noteFiles }: Pick<SiteContent, 'documents' | 'notes' | 'noteFiles'>,
  { renderMdx }: Renderer,
  diagnostics: DiagnosticCollector,
): Promise<void> {
  for (const document of documents) {
    const files = [...noteFiles].flatMap(([file, first]) => (first === document ? [file] : []));
    if (!files.length) continue;
    const { html, failures } = await renderMdx(document.url, files);
    for (const failure of failures) diagnostics.add(renderFinding(failure));
    for (const [file, text] of html) notes?.rendered.set(file, text);
  }
}
