/**
 * Markdown that needs no escapes, which nine in ten texts and cells of a reference do not: what the
 * library makes of them, at a tenth of its time.
 */
import type { Paragraph, PhrasingContent, TableCell } from 'mdast';

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
  let before: PhrasingContent | undefined;
  for (const child of children) {
    const text = plainPart(child);
    // Two pairs of marks side by side would be read as one.
    if (text === undefined || (child.type === 'strong' && before?.type === 'strong'))
      return undefined;
    line += text;
    before = child;
  }
  return line;
}

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

function plainPart(node: PhrasingContent): string | undefined {
  switch (node.type) {
    case 'strong': {
      const [text, ...more] = node.children;
      const isPlain = text?.type === 'text' && !more.length && isWords(text.value);
      return isPlain && isPlainText(text.value) ? `**${text.value}**` : undefined;
    }
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
