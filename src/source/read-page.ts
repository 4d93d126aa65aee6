/** A page file: its front matter and its text. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { dialectOf, type SourceFile } from './document.ts';
import type { FrontMatter } from './front-matter/front-matter.ts';
import type { Positions } from './front-matter/positions.ts';
import { readFrontMatter } from './front-matter/read-front-matter.ts';
import { splitFrontMatter } from './front-matter/split.ts';
import { isBeyondCompiler } from './mdx-limits.ts';
import { readText } from './read-text.ts';
import type { SiteSettings } from './site-settings.ts';
import { pageUrl, type Folder } from './scan-folder.ts';
import path from 'node:path';

export interface Page {
  /** ERB is not expanded yet. */
  source: SourceFile;
  url: string;
  frontMatter: FrontMatter;
  positions: Positions;
}

/** Every problem is reported. @returns undefined where the page cannot be read at all */
export function readPage(
  folder: Folder,
  file: string,
  settings: SiteSettings,
  report: Report,
): Page | undefined {
  const text = readText(folder.root, file, report);
  if (text === undefined) return undefined;
  const { yaml = '', yamlLine, unclosed, ...split } = splitFrontMatter(text);
  if (unclosed)
    report({
      kind: 'front-matter-unclosed',
      file,
      line: 1,
      message: 'the front matter that starts here is never closed, and is shown as text',
      hint: 'end it with a line of ---',
    });
  const matter = readFrontMatter({ text: yaml, file, report, startLine: yamlLine }, settings);
  const source = sourceFile(folder, file, split, report);
  return source && { source, url: pageUrl(file), ...matter };
}

/** An include's text. Its front matter, if it has any, is left out. */
export function readInclude(folder: Folder, file: string, report: Report): SourceFile | undefined {
  const text = readText(folder.root, file, report);
  return text === undefined ? undefined : sourceFile(folder, file, splitFrontMatter(text), report);
}

function sourceFile(
  folder: Folder,
  file: string,
  { body, bodyLine }: { body: string; bodyLine: number },
  report: Report,
): SourceFile | undefined {
  const source: SourceFile = {
    file,
    path: path.join(folder.root, file),
    dialect: dialectOf(file),
    text: body,
    lineOffset: bodyLine - 1,
  };
  return source.dialect === 'mdx' && isBeyondCompiler(source, report) ? undefined : source;
}
