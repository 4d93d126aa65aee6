/**
 * Markdown that needs no escapes, which nine in ten texts and cells of a reference do not: what the
 * library makes of them, at a tenth of its time.
 */
import type { Emphasis, Paragraph, PhrasingContent, Strong, TableCell } from 'mdast';

const risky = /[&<*_[\]`~|\\\n\r\t]/;
const harmless = /&(?= )|<(?=[ =\d])|(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])/gu;

/** Whether a text stands for itself within a line. Before a link `!` would make an image. */
export const isPlainText = (value: string): boolean =>
  !value.endsWith('!') && (!risky.test(value) || !risky.test(value.replace(harmless, '')));

/** Of the start of a line too, and of headings: no list, quote or rule begins with a letter. */
export const isPlainLine = (value: string): boolean =>
  /^\p{L}/u.test(value) && !value.includes('#') && isPlainText(value);

/** @returns undefined where something in it may need an escape */
export function plainCell({ children }: Pick<TableCell, 'children'>): string | undefined {
  let line = '';
  for (const [index, child] of children.entries()) {
    const [before, after] = [children[index - 1], children[index + 1]];
    const text = isMark(child)
      ? // Two pairs of marks side by side would be read as one.
        isMark(before)
        ? undefined
        : plainMark(child, isGap(before, -1) && isGap(after, 0))
      : plainPart(child);
    if (text === undefined) return undefined;
    line += text;
  }
  return line;
}

const isMark = (node?: PhrasingContent): node is Strong | Emphasis =>
  node?.type === 'strong' || node?.type === 'emphasis';

/** Nothing, or a text with a space at the side in question. */
const isGap = (node: PhrasingContent | undefined, at: 0 | -1): boolean =>
  !node || (node.type === 'text' && node.value.at(at) === ' ');

/** The same of a paragraph, whose text is not to be read as the start of a list or the like. */
export function plainParagraph({ children }: Paragraph): string | undefined {
  const [first] = children;
  const last = children.at(-1);
  if (first?.type === 'text' && !isPlainLine(first.value)) return undefined;
  if (first?.type === 'html' || (last?.type === 'text' && last.value.endsWith(' ')))
    return undefined;
  return plainCell({ children });
}

/** Begins and ends with a letter, so that marks around it are marks whatever stands beside them. */
const isWords = (text: string): boolean => /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(text);

/** @param isFree nothing but spaces beside it: what is in it may then begin and end with signs */
function plainMark({ type, children }: Strong | Emphasis, isFree: boolean): string | undefined {
  const [own, ...more] = children;
  const isPlain = own && !more.length && (own.type === 'text' ? isWords(own.value) : isFree);
  if (!isPlain || isMark(own)) return undefined;
  const text = plainPart(own);
  const mark = type === 'strong' ? '**' : '*';
  return text === undefined ? undefined : `${mark}${text}${mark}`;
}

function plainPart(node: PhrasingContent): string | undefined {
  switch (node.type) {
    case 'text':
      return isPlainText(node.value) ? node.value : undefined;
    case 'inlineCode':
      return /[`|\n\r]|^ | $/.test(node.value) ? undefined : `\`${node.value}\``;
    case 'html':
      return node.value === '<br>' ? node.value : undefined;
    case 'link': {
      const label = plainCell(node as { children: PhrasingContent[] });
      const isPlain = label !== undefined && !node.title && /^[^\s&<>()\\|`]+$/.test(node.url);
      return isPlain ? `[${label}](${node.url})` : undefined;
    }
    default:
      return undefined;
  }
}

/** Columns are not padded: a wide table would be several times its own size. */
export const tableLine = (cells: string[]): string =>
  `|${cells.map((cell) => (cell ? ` ${cell} |` : ' |')).join('')}`;
