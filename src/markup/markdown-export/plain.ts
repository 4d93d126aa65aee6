/**
 * Markdown that needs no escapes, which nine in ten texts and cells of a reference do not: what the
 * library makes of them, at a tenth of its time.
 */
import type { PhrasingContent, TableCell } from 'mdast';

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
  for (const child of children) {
    const text = plainPart(child);
    if (text === undefined) return undefined;
    line += text;
  }
  return line;
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
