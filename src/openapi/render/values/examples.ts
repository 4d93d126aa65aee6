/** A value in code, such as an example or a default; long ones are folded. */
import { isElement } from '../../../shared/hast/text.ts';
import { valueText } from '../../schema/enums.ts';
import { type Content, code, h, joined } from '../hast.ts';

/** Values of more signs are folded. */
const MAX_SHOWN = 80;

/** Those that are short in one piece, each of the others folded in one of its own. */
export function examplePieces(examples: { value: unknown; about: Content[] }[]): Content[][] {
  const long = examples.filter(({ value }) => !isShort(value));
  const said = examples
    .filter((one) => !long.includes(one))
    .map(({ value, about }) =>
      about.length > 0 ? [code(shownText(value)), ' (', ...about, ')'] : [code(shownText(value))],
    );
  const line = [said.length > 1 ? 'examples ' : 'example ', ...joined(said, ', ')];
  return [
    ...(said.length > 0 ? [line] : []),
    ...long.map(({ value, about }) => valuePiece('example', value, about)),
  ];
}

/** `default 10`; a long value is folded under the word. */
export function valuePiece(word: string, value: unknown, about: Content[] = []): Content[] {
  const shown = code(shownText(value));
  if (isShort(value)) return [`${word} `, shown];
  const title = capitalised([word, ...(about.length > 0 ? [' (', ...about, ')'] : [])]);
  return [h('details', {}, h('summary', {}, ...title), h('p', {}, shown))];
}

const shownText = (value: unknown): string => (value === '' ? '""' : valueText(value));

const isShort = (value: unknown): boolean => shownText(value).length <= MAX_SHOWN;

/** Such a piece stands below the line. */
export const isFolded = ([piece]: Content[]): boolean =>
  typeof piece === 'object' && isElement(piece, 'details');

/** With a capital at its start, where that is text. */
export function capitalised(content: Content[]): Content[] {
  const [first, ...rest] = content;
  return typeof first === 'string' ? [first[0]!.toUpperCase() + first.slice(1), ...rest] : content;
}
