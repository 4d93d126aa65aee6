/**
 * Comments in code that mark lines, as Shiki and Docusaurus have them: `// [!code ++]`,
 * `# highlight-next-line`. They are marks, and no part of the code.
 */
import type { FenceMarks } from './fence-meta.ts';

/** Lines, 1-based, by what they are marked as. */
export type LineMarks = Record<'mark' | 'ins' | 'del', FenceMarks['lines']> & {
  /** The others are dimmed; empty: none is. */
  focus: FenceMarks['lines'];
};

const open = String.raw`(?:\{?/\*|<!--|//|#|--|;|%|')`;
const close = String.raw`(?:\*/\}?|-->)?`;
const notation = new RegExp(
  String.raw`\s*${open}\s*\[!code\s+(\+\+|--|highlight|hl|focus)(?::(\d{1,4}))?\]\s*${close}\s*$`,
);
const spoken = new RegExp(String.raw`^\s*${open}\s*highlight-(next-line|start|end)\s*${close}\s*$`);

const kinds = { '++': 'ins', '--': 'del', highlight: 'mark', hl: 'mark', focus: 'focus' } as const;

/** @returns the code without such comments, and what they mark; the same text where it has none */
export function takeCodeComments(text: string): { text: string; marks?: LineMarks } {
  if (!text.includes('[!code') && !text.includes('highlight-')) return { text };
  // The source of a fence shows them.
  if (text.includes('```')) return { text };
  const kept: string[] = [];
  const marks: LineMarks = { mark: [], ins: [], del: [], focus: [] };
  let start: number | undefined;
  for (const line of text.split('\n')) {
    const noted = notation.exec(line);
    const said = spoken.exec(line)?.[1];
    if (noted) {
      const rest = line.slice(0, noted.index);
      const count = Number(noted[2] ?? 1);
      // Alone on its line a comment marks those after it.
      if (rest.trim()) kept.push(rest);
      const from = kept.length + (rest.trim() ? 0 : 1);
      if (count > 0)
        marks[kinds[noted[1] as keyof typeof kinds]].push({ from, to: from + count - 1 });
    } else if (said === 'next-line')
      marks.mark.push({ from: kept.length + 1, to: kept.length + 1 });
    else if (said === 'start') start ??= kept.length + 1;
    else if (said === 'end') {
      if (start !== undefined && start <= kept.length)
        marks.mark.push({ from: start, to: kept.length });
      start = undefined;
    } else kept.push(line);
  }
  if (start !== undefined) marks.mark.push({ from: start, to: kept.length });
  return kept.length === text.split('\n').length && !Object.values(marks).flat().length
    ? { text }
    : { text: kept.join('\n'), marks };
}
