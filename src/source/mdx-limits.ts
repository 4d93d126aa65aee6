/** MDX that its compiler would not come through is told and left out. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { tooDeep } from './mdx-nesting.ts';
import { elementsOf, MAX_ELEMENTS } from './mdx-size.ts';

/**
 * Reports text that is beyond the compiler.
 * @param lineOffset lines of the file before the text
 */
export function isBeyondCompiler(
  { file, text, lineOffset }: { file: string; text: string; lineOffset: number },
  report: Report,
): boolean {
  const elements = elementsOf(text);
  if (elements > MAX_ELEMENTS) {
    const [has, most] = [elements, MAX_ELEMENTS].map((count) => `${Math.round(count / 1000)},000`);
    report({
      kind: 'file-too-large',
      file,
      message:
        `this file has about ${has} elements; the MDX compiler can take ${most} from one file, ` +
        'so it is left out',
      hint: 'split it into includes, or write it in Slate Markdown (.md)',
    });
    return true;
  }
  const deep = tooDeep(text);
  if (!deep) return false;
  report({
    kind: 'nesting-too-deep',
    file,
    line: deep.line + lineOffset,
    column: deep.column,
    message: `${deep.what} are nested more than ${deep.most} levels deep here, and the file is left out`,
    hint: 'close them, or use fewer levels',
  });
  return true;
}
