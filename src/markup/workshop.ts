/** Makes fragments of files, each once: kept in memory while `dev` runs, and on disk from build to build. */
import { fromHtml } from 'hast-util-from-html';
import type { Root } from 'hast';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { SourceDocument, SourceFile } from '../source/document.ts';
import { Diagnostics } from '../source/diagnostics.ts';
import { originOf } from '../source/origin.ts';
import type { Fragment, OutlineHeading } from './fragment.ts';
import type { FragmentCache } from './fragment-cache.ts';
import type { HighlightCache } from './highlight-cache.ts';
import { createHighlighter, type Highlighter } from './highlight.ts';
import { fragmentOf } from './phases.ts';
import { slateToHast } from './slate-markdown.ts';

export interface WorkshopOptions {
  fragments: FragmentCache;
  highlighting: HighlightCache;
}

export class Workshop {
  readonly #fragments: FragmentCache;
  readonly #highlighter: Highlighter;
  readonly #highlighting: HighlightCache;

  constructor({ fragments, highlighting }: WorkshopOptions) {
    this.#fragments = fragments;
    this.#highlighting = highlighting;
    this.#highlighter = createHighlighter(highlighting);
  }

  slate(file: SourceFile, document: SourceDocument): Fragment {
    const key = this.#fragments.key('slate', file.file, String(file.lineOffset), JSON.stringify(file.origins ?? ''), JSON.stringify(optionsOf(document)), file.text);
    return this.#make(key, file, document, (report) => slateToHast(file.text, { report, file: file.file, lineOffset: file.lineOffset }));
  }

  /** @param html as Astro rendered the file */
  mdx(file: SourceFile, document: SourceDocument, html: string, outline: OutlineHeading[]): Fragment {
    const key = this.#fragments.key('mdx', file.file, JSON.stringify(optionsOf(document)), JSON.stringify(outline), html);
    return this.#make(key, file, document, () => fromHtml(html, { fragment: true }), outline);
  }

  #make(key: string, file: SourceFile, document: SourceDocument, parse: (report: Diagnostics['report']) => Root, outline?: OutlineHeading[]): Fragment {
    const kept = this.#fragments.get(key);
    if (kept) return kept;
    const found = new Diagnostics();
    const { origins, lineOffset } = file;
    // A line of an expanded text is one of a partial, as its author sees it.
    const report: Diagnostics['report'] = (finding) => found.add({ file: file.file, ...finding, ...(origins && originOf(origins, (finding.line ?? 0) - 1 - lineOffset)) });
    const tree = parse(report);
    const diagnostics: Diagnostic[] = [];
    const fragment = fragmentOf(tree, {
      ...optionsOf(document), file: file.file, report, highlight: this.#highlighter, diagnostics, ...(outline && { outline }),
    });
    diagnostics.push(...found.list());
    if (origins) for (const placed of [...fragment.outline, ...fragment.links]) Object.assign(placed, originOf(origins, placed.line - 1 - lineOffset));
    this.#fragments.set(key, fragment);
    return fragment;
  }

  /** Lets go of what the last reading did not use, and writes what is to be kept. */
  finish(): void {
    this.#fragments.sweep();
    this.#highlighting.save();
  }
}

/** What of a document's front matter its fragments depend on. */
function optionsOf({ frontMatter: { language_tabs: tabs, columns, center, raw_html } }: SourceDocument) {
  return { tabs, frontMatter: { columns, center, raw_html } };
}
