/** Fences that show a file, or a part of it: `file="samples/create.py" region="create"`. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../shared/nearest.ts';
import type { CodeFile } from '../../source/code-files.ts';
import type { LanguageTab } from '../../source/front-matter/front-matter.ts';
import { type Fence, isFence, readFence } from './fence.ts';
import { partOfFile } from './file-part.ts';

export interface CodeFileContext {
  file: string;
  report: Report;
  tabs: readonly LanguageTab[];
  /** What fences of the file name, as written. */
  codeFiles?: readonly [name: string, file: CodeFile][];
}

/** Fills each such fence with its text. One that cannot be filled keeps what the author wrote. */
export function fillFromFiles(tree: Root, context: CodeFileContext): void {
  const files = new Map(context.codeFiles);
  if (!files.size) return;
  const walk = (parent: Parents): void => {
    for (const child of parent.children as ElementContent[]) {
      if (isFence(child)) fill(readFence(child, context.tabs), files, context);
      else if (child.type === 'element') walk(child);
    }
  };
  walk(tree);
}

function fill(
  { code, pre, meta, line, text }: Fence,
  files: ReadonlyMap<string, CodeFile>,
  { file, report }: CodeFileContext,
): void {
  const name = meta.file;
  if (name === undefined) return;
  const tell = (message: string, hint: string): void =>
    report({ kind: 'code-file', file, line, quote: name, message, hint });
  const found: CodeFile = files.get(name) ?? { problem: 'missing' };
  if ('problem' in found)
    return found.problem === 'outside'
      ? tell(`the file “${name}” lies outside the content folder`, 'move it into the folder')
      : tell(
          `the file “${name}” is not there`,
          nearFile(name, files) ?? 'make it, or mend its path',
        );
  const part = partOfFile(found.text, meta);
  if ('problem' in part) return tell(`${found.file} ${part.problem}`, part.hint);
  if (text.trim())
    tell(
      `the fence has a text of its own, which ${found.file} replaces`,
      'take one of the two out',
    );
  (code satisfies Element).children = [{ type: 'text', value: part.text }];
  pre.properties.dataFrom = `${found.file}:${part.line}`;
}

function nearFile(name: string, files: ReadonlyMap<string, CodeFile>): string | undefined {
  const there = [...files].filter(([, found]) => 'text' in found).map(([other]) => other);
  const near = nearest(name, there);
  return near && near !== name ? `did you mean “${near}”?` : undefined;
}
