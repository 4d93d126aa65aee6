/** ERB in a file of a content folder: partials are looked up as Slate does. */
import path from 'node:path';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../document.ts';
import { splitFrontMatter } from '../front-matter/split.ts';
import { readText } from '../read-text.ts';
import { resolveInclude } from '../resolve-include.ts';
import type { Folder } from '../scan-folder.ts';
import { expand, type ErbContext, type Partial } from './expand.ts';

/** The file with its tags expanded; as it is where its name does not end in `.erb`. */
export function expandFile(
  folder: Folder,
  source: SourceFile,
  context: ErbContext,
  report: Report,
): SourceFile {
  const { file, text, lineOffset } = source;
  if (!/\.erb$/i.test(file)) return source;
  const readPartial = (name: string, from: string): Partial => {
    const dir = path.posix.dirname(from);
    const own = path.posix.dirname(file);
    const places = [dir, '.', own, 'includes', path.posix.join(dir, 'includes')];
    const found = resolveInclude(folder, name, [...new Set(places)]);
    if ('problem' in found) return { problem: found.problem };
    const text = readText(folder.root, found.file, report);
    if (text === undefined) return { problem: 'missing' };
    const { body, bodyLine } = splitFrontMatter(text);
    return { file: found.file, text: body, line: bodyLine };
  };
  return {
    ...source,
    ...expand(text, { file, line: lineOffset + 1, context, report, readPartial }),
  };
}
