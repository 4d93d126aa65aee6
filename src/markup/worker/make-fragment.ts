/** Where one fragment is made: the same in this thread and in another. */
import type { Root } from 'hast';
import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import { DiagnosticCollector } from '../../diagnostics/collector.ts';
import type { CodeFile } from '../../source/code-files.ts';
import type { FrontMatter, LanguageTab } from '../../source/front-matter/front-matter.ts';
import type { AttributeWords } from '../../shared/attribute-table.ts';
import type { Appended } from '../../source/document.ts';
import { originOf, type Origin } from '../../source/erb/source-map.ts';
import type { Fragment, OutlineHeading } from '../fragment.ts';
import { noCodeSettings, type CodeSettings } from '../highlight/code-settings.ts';
import { createHighlighter, type Highlighter } from '../highlight/highlight.ts';
import { appendToSection } from '../headings/append-to-section.ts';
import type { Placed } from '../imported.ts';
import { fragmentOf } from '../pipeline.ts';
import { slateToHast } from '../../slate/parse.ts';

/** A file to make a fragment of: plain data. */
export interface FragmentJob {
  file: string;
  text: string;
  lineOffset: number;
  origins?: Origin[];
  /** What fences name by `file="…"`. */
  codeFiles?: [name: string, file: CodeFile][];
  tabs: LanguageTab[];
  frontMatter: Pick<
    FrontMatter,
    'columns' | 'center' | 'dir' | 'raw_html' | 'attributes_open' | 'try_it'
  >;
  /** Of an MDX file. */
  outline?: OutlineHeading[];
  appended?: Appended;
  /** Of the document's language. */
  words?: AttributeWords;
}

export class FragmentMaker {
  readonly #highlight: Highlighter;

  constructor(settings: CodeSettings = noCodeSettings) {
    this.#highlight = createHighlighter(settings);
  }

  /** @param rendered of MDX, or made; the tree of a Slate source is read from the job's text */
  make(job: FragmentJob, rendered?: { tree: Root; placed?: Placed }): Fragment {
    const { file, lineOffset, origins, outline, tabs, frontMatter, words, codeFiles } = job;
    const { appended } = job;
    const found = new DiagnosticCollector();
    // A line of an expanded text is one of a partial, as its author sees it.
    const placed: Placed = (line) =>
      rendered ? rendered.placed?.(line) : origins && originOf(origins, line - 1 - lineOffset);
    const report: Report = (finding) =>
      found.add({ file, ...finding, ...placed(finding.line ?? 0) });
    const tree = rendered?.tree ?? slateToHast(job.text, { report, file, lineOffset });
    if (appended) appendToSection(tree, appended);
    const diagnostics: Diagnostic[] = [];
    const fragment = fragmentOf(tree, {
      file,
      tabs,
      frontMatter,
      report,
      highlight: this.#highlight,
      diagnostics,
      ...(outline && { outline }),
      ...(words && { words }),
      ...(codeFiles && { codeFiles }),
    });
    diagnostics.push(...found.list());
    if (origins ?? rendered?.placed)
      for (const part of [...fragment.outline, ...fragment.links])
        Object.assign(part, placed(part.line));
    return fragment;
  }
}
