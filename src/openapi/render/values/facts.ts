/** What is told of a value in one line: default, bounds, examples. */
import type { Schema } from '../../schema-model.ts';
import { valueText } from '../../schema/enums.ts';
import type { RenderContext } from '../context.ts';
import { type Content, code, codes, joined } from '../hast.ts';
import { bounds } from './bounds.ts';
import { capitalised, examplePieces, isFolded, valuePiece } from './examples.ts';

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

/** Attributes that are required though nothing says what they are. */
export function undeclared(schema: Schema, { labels }: Pick<RenderContext, 'labels'>): Content[] {
  const declared = new Set(schema.properties().map(({ name }) => name));
  const names = declared.size > 0 ? schema.required.filter((name) => !declared.has(name)) : [];
  if (names.length === 0) return [];
  return [`${labels.also_required} `, ...codes(names, ', ')];
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
