/** Values that are allowed: a few in line, many folded, never cut. */
import type { Element } from 'hast';
import type { Schema } from '../schema-model.ts';
import { valueText } from '../schema/enums.ts';
import type { RenderContext } from './context.ts';
import { type Content, code, codes, h } from './hast.ts';
import { inlineProse } from './prose.ts';

/** More values than these are folded. */
const MOST_IN_LINE = 8;

export function enumValues(schema: Schema, context: RenderContext): Content[] {
  const ofItems = schema.items();
  const values = schema.enum ?? ofItems?.enum;
  const from = schema.enum || !ofItems ? schema : ofItems;
  // A long one that has a section of its own is told there.
  if (
    !values ||
    (from.name !== undefined && context.schemas.has(from.name) && values.length > MOST_IN_LINE)
  )
    return [];
  return enumList(from, context);
}

/** All values of a schema's own enum. */
export function enumList(schema: Schema, context: RenderContext): Content[] {
  const shown = (schema.enum ?? []).filter((value) => value !== null || !schema.nullable);
  const texts = shown.map((value) => (value === '' ? '""' : valueText(value)));
  const { enumDescriptions } = schema;
  if (texts.length === 0) return [];
  if (texts.length <= MOST_IN_LINE && enumDescriptions.size === 0)
    return [texts.length === 1 ? 'Always ' : 'One of ', ...codes(texts, ', ')];
  const list =
    enumDescriptions.size === 0
      ? h('p', {}, ...codes(texts, ', '))
      : h('ul', {}, ...texts.map((text) => item(text, enumDescriptions.get(text), context)));
  return texts.length <= MOST_IN_LINE
    ? [h('p', {}, context.labels.one_of), list]
    : [h('details', {}, h('summary', {}, `One of ${texts.length} values`), list)];
}

function item(text: string, described: string | undefined, context: RenderContext): Element {
  const about = described === undefined ? [] : [': ', ...inlineProse(described, context)];
  return h('li', {}, code(text), ...about);
}
