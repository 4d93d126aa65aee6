/**
 * The owner's words about one operation: `includes/openapi/OPERATION_ID.md` or `.mdx`, shown after
 * the description's own.
 */
import path from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { sanitize } from '../../markup/sanitize/sanitize.ts';
import { operationNames, type Api, type Operation } from '../../openapi/index.ts';
import { isHeading } from '../../shared/hast/text.ts';
import { nearest } from '../../shared/nearest.ts';
import { slateToHast } from '../../slate/parse.ts';
import { readCodeFiles } from '../../source/code-files.ts';
import type { SourceDocument, SourceFile } from '../../source/document.ts';
import { readInclude } from '../../source/read-page.ts';
import type { Folder } from '../../source/scan-folder.ts';
import { note } from './is-described.ts';

/** The notes of a content folder. */
export class Notes {
  readonly #folder: Folder;
  readonly #report: Report;
  readonly #files = new Map<string, SourceFile | undefined>();
  /** HTML of those that are MDX, once they are rendered, by file. */
  readonly rendered = new Map<string, string>();
  readonly #used = new Set<string>();
  readonly #names = new Set<string>();

  constructor(folder: Folder, report: Report) {
    this.#folder = folder;
    this.#report = report;
  }

  /** To be called for each page's description: says which operations there are. */
  offer(api: Api): void {
    for (const name of operationNames(api)) this.#names.add(name);
  }

  /** @returns the note about an operation on a page, if there is one */
  of({ operationId, id, name }: Operation, document: SourceDocument): SourceFile | undefined {
    const folders = new Set([path.posix.dirname(document.file), '.']);
    for (const folder of folders)
      for (const stem of [operationId, id, name])
        for (const ending of ['mdx', 'md', 'markdown']) {
          const file = path.posix.join(folder, 'includes/openapi', `${stem}.${ending}`);
          if (stem && this.#folder.all.has(file)) return this.#open(file, document);
        }
    return undefined;
  }

  #open(file: string, { frontMatter }: SourceDocument): SourceFile | undefined {
    this.#used.add(file);
    if (this.#files.has(file)) return this.#files.get(file);
    let source = readInclude(this.#folder, file, this.#report);
    if (source?.dialect === 'mdx' && !frontMatter.raw_html) {
      this.#report({
        kind: 'mdx-refused',
        file,
        line: 1,
        message: 'this note is MDX, which is code, and this content may hold none',
        hint: 'write it in Markdown (.md)',
      });
      source = undefined;
    }
    const codeFiles = source && readCodeFiles(this.#folder, source, this.#report);
    if (source && codeFiles?.length) source.codeFiles = codeFiles;
    this.#files.set(file, source);
    return source;
  }

  /** What no page has asked for. */
  tellUnused(): void {
    for (const file of this.#folder.all) {
      const name = note.exec(file)?.[2];
      if (name === undefined || this.#used.has(file)) continue;
      const meant = nearest(name, this.#names);
      this.#report({
        kind: 'openapi-note-unknown',
        file,
        line: 1,
        message: `this note is for no operation: none is called “${name}”`,
        hint: meant
          ? `did you mean ${meant}? Then rename the file`
          : 'name the file after the operationId, or after the id in the operation’s link',
      });
    }
  }

  /**
   * A note as part of an operation. Its headings stand below the operation's, and are no sections.
   * @param report told of what is wrong in its text
   */
  content(
    { file, text, lineOffset, dialect }: SourceFile,
    { frontMatter }: SourceDocument,
    report: Report,
  ): ElementContent[] {
    const tree =
      dialect === 'mdx'
        ? fromHtml(this.rendered.get(file) ?? '', { fragment: true })
        : slateToHast(text, { report, file, lineOffset });
    if (!frontMatter.raw_html) sanitize(tree, report);
    settle(tree, file);
    return tree.children as ElementContent[];
  }
}

function settle(tree: Root, file: string): void {
  const headings: Element[] = [];
  visit(tree, 'element', (node) => {
    const { properties } = node;
    if (isHeading(node)) {
      headings.push(node);
      delete properties.dataOutline;
      delete properties.dataLine;
      delete properties.id;
    }
    if (/^\d+$/.test(String(properties.dataLine)))
      properties.dataLine = `${file}:${properties.dataLine}`;
  });
  const highest = Math.min(...headings.map(({ tagName }) => Number(tagName[1])));
  for (const heading of headings)
    heading.tagName = `h${Math.min(6, Number(heading.tagName[1]) - highest + 3)}`;
}
