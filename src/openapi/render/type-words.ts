/** A schema's type in words: `string or null`, `array of Pet`, `one of 3`. */
import type { Schema } from '../schema-model.ts';
import type { RenderContext } from './context.ts';
import { type Content, joined, link } from './hast.ts';

/** So many alternatives are said in the type itself: `string or integer`. */
const SAID_ALTERNATIVES = 3;
/** Lists of lists of lists … */
const MAX_NESTED = 6;

export function typeWords(schema: Schema, context: RenderContext, nested = 0): Content[] {
  const words = plainWords(schema, context, nested);
  return schema.nullable
    ? [...(words.length > 0 ? [...words, ' or '] : []), 'null']
    : words.length > 0
      ? words
      : ['any'];
}

function plainWords(schema: Schema, context: RenderContext, nested: number): Content[] {
  if (schema.never) return ['nothing'];
  const named = schema.name === undefined ? undefined : context.schemas.get(schema.name);
  const own = shapeWords(schema, context, nested);
  if (!named) return own;
  const toSection = link(`#${named.id}`, named.name);
  // What a plain type is called adds to what it is; an object is what it is called.
  return isPlain(schema) ? [...own, ' (', toSection, ')'] : [toSection];
}

const isPlain = (schema: Schema): boolean =>
  schema.choices().length === 0 &&
  schema.types.length > 0 &&
  schema.types.every((type) => type !== 'object' && type !== 'array');

function shapeWords(schema: Schema, context: RenderContext, nested: number): Content[] {
  const items = schema.items();
  const tuple = schema.prefixItems();
  if (tuple.length > 0 && nested < MAX_NESTED)
    return [
      'array [',
      ...joined(
        tuple.map((item) => typeWords(item, context, nested + 1)),
        ', ',
      ),
      items ? ', …]' : ']',
    ];
  if (items && nested < MAX_NESTED)
    return ['array of ', ...grouped(typeWords(items, context, nested + 1), items)];
  const [choice] = schema.choices();
  if (choice && schema.properties().length === 0) {
    const { alternatives, kind } = choice;
    if (isSaid(alternatives.map((one) => one.schema)) && nested < MAX_NESTED)
      return joined(
        alternatives.map((one) => typeWords(one.schema, context, nested + 1)),
        ' or ',
      );
    return [`${kind === 'oneOf' ? 'one' : 'any'} of ${alternatives.length}`];
  }
  const additional = schema.additional();
  if (typeof additional === 'object' && schema.properties().length === 0 && nested < MAX_NESTED)
    return ['map of ', ...grouped(typeWords(additional, context, nested + 1), additional)];
  return simpleWords(schema);
}

function simpleWords({ types, format, constraints }: Schema): Content[] {
  const isBinary = format === 'binary' && types.includes('string');
  if (types.includes('file') || isBinary) return ['file'];
  const encoding = constraints.find(([word]) => word === 'contentEncoding')?.[1];
  const kind = format || (typeof encoding === 'string' ? encoding : '');
  const words = types.join(' or ');
  return words ? [kind ? `${words} (${kind})` : words] : kind ? [kind] : [];
}

/** `array of (string or null)`: what is joined by “or” is one thing there. */
const grouped = (words: Content[], schema: Schema): Content[] =>
  schema.nullable || words.includes(' or ') ? ['(', ...words, ')'] : words;

/** Few alternatives, each said by its type: no list of them is needed. */
export const isSaid = (alternatives: readonly Schema[]): boolean =>
  alternatives.length <= SAID_ALTERNATIVES &&
  alternatives.every((schema) => schema.name !== undefined || isBare(schema));

/** Nothing but a type. */
const isBare = (schema: Schema): boolean =>
  schema.types.length > 0 &&
  schema.properties().length === 0 &&
  schema.choices().length === 0 &&
  schema.enum === undefined &&
  schema.constraints.length === 0 &&
  schema.description === '' &&
  (schema.items() === undefined || isBare(schema.items()!)) &&
  typeof schema.additional() !== 'object';
