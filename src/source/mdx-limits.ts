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
        `this file makes some ${has} elements, more than the ${most} that MDX’s compiler ` +
        'can take of one file, and is left out',
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
    message: `${deep.what} lie more than ${deep.most} deep in each other here, and the file is left out`,
    hint: 'close them, or take marks out',
  });
  return true;
}
