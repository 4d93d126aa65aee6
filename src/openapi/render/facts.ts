/** What bounds a value, in one line: default, range, length, pattern, example. */
import { isElement } from '../../shared/hast-text.ts';
import type { RenderContext } from './context.ts';
import type { Schema } from '../schema-model.ts';
import { valueText } from '../schema/enums.ts';
import { type Content, code, h, joined } from './hast.ts';

/** Examples of more signs are folded. */
const LONG_EXAMPLE = 80;

/** @param more pieces that others say of the value, such as how it is sent */
export const facts = (schema: Schema, more: Content[][] = []): Content[] =>
  capitalised(factWords(schema, more));

/** The same within a sentence. */
export function factWords(schema: Schema, more: Content[][] = []): Content[] {
  const flags = [schema.readOnly && 'read-only', schema.writeOnly && 'write-only'].filter(
    (flag) => flag !== false,
  );
  const said = [...flags.map((flag) => [flag]), ...factPieces(schema), ...more];
  // Of a list, what bounds its items stands with it, since no row of theirs does.
  const items = schema.items();
  const ofItems =
    items && items.name === undefined && items.properties().length === 0 ? factPieces(items) : [];
  const inLine = ofItems.filter((piece) => !isFolded(piece));
  const each = inLine.length > 0 ? [['each: ', ...joined(inLine, ', ')]] : [];
  return oneLine([...said, ...each, ...ofItems.filter(isFolded)]);
}

/** What is folded stands below the line. */
function oneLine(pieces: Content[][]): Content[] {
  const inLine = pieces.filter((piece) => !isFolded(piece));
  return [...joined(inLine, '; '), ...pieces.filter(isFolded).flat()];
}

const isFolded = ([piece]: Content[]): boolean =>
  typeof piece === 'object' && isElement(piece, 'details');

/** Attributes that are required though nothing says what they are. */
export function undeclared(schema: Schema, { labels }: Pick<RenderContext, 'labels'>): Content[] {
  const declared = new Set(schema.properties().map(({ name }) => name));
  const names = declared.size > 0 ? schema.required.filter((name) => !declared.has(name)) : [];
  if (names.length === 0) return [];
  return [
    `${labels.also_required} `,
    ...joined(
      names.map((name) => [code(name)]),
      ', ',
    ),
  ];
}

function factPieces(schema: Schema): Content[][] {
  const pieces: Content[][] = [];
  if (schema.const) pieces.push(['always ', code(valueText(schema.const.value))]);
  if (schema.default) pieces.push(valuePiece('default', schema.default.value));
  pieces.push(...bounds(schema));
  const told = [schema.default, schema.const].flatMap((box) => (box ? [valueText(box.value)] : []));
  const examples = schema.examples.filter((example) => !told.includes(valueText(example)));
  return [...pieces, ...examplePieces(examples.map((value) => ({ value, about: [] })))];
}

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
function valuePiece(word: string, value: unknown, about: Content[] = []): Content[] {
  const shown = code(shownText(value));
  if (isShort(value)) return [`${word} `, shown];
  const title = capitalised([word, ...(about.length > 0 ? [' (', ...about, ')'] : [])]);
  return [h('details', {}, h('summary', {}, ...title), h('p', {}, shown))];
}

const shownText = (value: unknown): string => (value === '' ? '""' : valueText(value));

const isShort = (value: unknown): boolean => shownText(value).length <= LONG_EXAMPLE;

const rangeWords: [least: string, most: string, unit: string][] = [
  ['minLength', 'maxLength', 'character'],
  ['minItems', 'maxItems', 'item'],
  ['minContains', 'maxContains', 'matching item'],
  ['minProperties', 'maxProperties', 'key'],
];

function bounds(schema: Schema): Content[][] {
  const given = new Map<string, unknown>(schema.constraints);
  const pieces: Content[][] = [];
  const range = numberRange(given);
  if (range) pieces.push([range]);
  for (const [least, most, unit] of rangeWords) {
    const text = countRange(given.get(least), given.get(most), unit);
    if (text) pieces.push([text]);
  }
  if (given.has('multipleOf')) pieces.push([`a multiple of ${valueText(given.get('multipleOf'))}`]);
  if (given.get('uniqueItems') === true) pieces.push(['no item twice']);
  if (given.has('pattern')) pieces.push(['pattern ', code(valueText(given.get('pattern')))]);
  if (given.has('contentMediaType'))
    pieces.push(['holds ', code(valueText(given.get('contentMediaType')))]);
  if (given.has('dependentRequired')) pieces.push(...dependent(given.get('dependentRequired')));
  return pieces;
}

/** 3.0 says by a boolean that a bound is excluded, 3.1 by the bound itself. */
function numberRange(given: Map<string, unknown>): string {
  const bound = (
    word: string,
    exclusive: string,
  ): { value: unknown; isOpen: boolean } | undefined => {
    const other = given.get(exclusive);
    if (typeof other === 'number') return { value: other, isOpen: true };
    return given.has(word) ? { value: given.get(word), isOpen: other === true } : undefined;
  };
  const least = bound('minimum', 'exclusiveMinimum');
  const most = bound('maximum', 'exclusiveMaximum');
  if (least && most && !least.isOpen && !most.isOpen)
    return `${valueText(least.value)} to ${valueText(most.value)}`;
  const words = [
    least && `${least.isOpen ? 'more than' : 'at least'} ${valueText(least.value)}`,
    most && `${most.isOpen ? 'less than' : 'at most'} ${valueText(most.value)}`,
  ];
  return words.filter(Boolean).join(', ');
}

function countRange(least: unknown, most: unknown, unit: string): string {
  const units = (count: unknown): string => `${valueText(count)} ${unit}${count === 1 ? '' : 's'}`;
  if (least !== undefined && least === most) return `exactly ${units(least)}`;
  if (least !== undefined && most !== undefined) return `${valueText(least)} to ${units(most)}`;
  if (least !== undefined) return `at least ${units(least)}`;
  return most === undefined ? '' : `at most ${units(most)}`;
}

function dependent(value: unknown): Content[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, needed]): Content[] => [
    code(name),
    ' needs ',
    ...joined(
      [needed].flat().map((one) => [code(valueText(one))]),
      ', ',
    ),
  ]);
}

function capitalised(content: Content[]): Content[] {
  const [first, ...rest] = content;
  return typeof first === 'string' ? [first[0]!.toUpperCase() + first.slice(1), ...rest] : content;
}
