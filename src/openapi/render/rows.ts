/** Rows of attributes and parameters as tables that the pipeline takes for parameter tables. */
import { paragraphs } from '../../shared/hast/inline-runs.ts';
import type { Element, ElementContent } from 'hast';
import type { Alternative, Schema } from '../schema-model.ts';
import type { RenderContext } from './context.ts';
import { enumValues } from './enum-values.ts';
import { facts, factWords, undeclared } from './values/facts.ts';
import { type Content, code, codes, contentOf, docsLink, h, joined, link } from './hast.ts';
import { cellProse } from './prose.ts';
import type { Row, ToldRow } from './row-plan.ts';
import { isSaid, typeWords } from './type-words.ts';

/** One line of a table. */
export interface Line {
  name: string;
  type: Content[];
  required: boolean;
  description: ElementContent[];
}

/**
 * Names of a section's rows: a later one of a name is told apart by where it goes, `query-name`.
 */
export class RowNames {
  readonly #taken = new Set<string>();

  /** @returns what the row's id ends with; undefined: its name */
  claim(name: string, place: string): string | undefined {
    if (!this.#taken.has(name)) {
      this.#taken.add(name);
      return undefined;
    }
    const apart = `${place}-${name}`;
    this.#taken.add(apart);
    return apart;
  }
}

/**
 * @param header of the first column: `Parameter`, `Attribute`, `Header`
 * @param place what tells rows of one name apart
 */
export function table(
  lines: Line[],
  {
    header,
    place,
    names,
    context,
  }: { header: string; place: string; names: RowNames; context: RenderContext },
): Element {
  const hasRequired = lines.some(({ required }) => required);
  const titles = [header, 'Type', ...(hasRequired ? ['Required'] : []), 'Description'];
  const rows = lines.map(({ name, type, required, description }) => {
    const apart = names.claim(name, place);
    return h(
      'tr',
      apart === undefined ? {} : { dataName: apart },
      h('td', {}, code(name)),
      h('td', {}, ...type),
      hasRequired &&
        h(
          'td',
          required ? { dataAnswer: 'yes', dataLabel: context.labels.required } : {},
          required && 'yes',
        ),
      h('td', {}, ...description),
    );
  });
  return h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...titles.map((title) => h('th', {}, title)))),
    h('tbody', {}, ...rows),
  );
}

/** Rows with those below them, in the order in which they are read. */
export function linesOf(rows: Row[], context: RenderContext): Line[] {
  return rows.flatMap((row) => [
    {
      name: row.name,
      type: typeWords(row.schema, context),
      required: row.required,
      description: describe(row.schema, context, { cut: row.cut, of: row.of }),
    },
    ...linesOf(row.rows, context),
  ]);
}

interface Remarks {
  cut?: Row['cut'] | undefined;
  of?: string | undefined;
  /** What is told first. */
  text?: string;
  isDeprecated?: boolean;
  /** Pieces of the line of facts. */
  more?: Content[][];
}

/** What a cell says of a schema: its text, its values, its bounds. */
export function describe(
  schema: Schema,
  context: RenderContext,
  { cut, of, text, isDeprecated = false, more = [] }: Remarks,
): ElementContent[] {
  const said = cellProse(
    text || schema.description || (schema.name === undefined ? schema.title : ''),
    context,
  );
  const lines: Content[][] = [
    schema.deprecated || isDeprecated ? [h('em', {}, 'Deprecated')] : [],
    of === undefined ? [] : ['Of ', h('em', {}, of)],
    said,
    enumValues(schema, context),
    facts(schema, more),
    cut ? [] : undeclared(schema.items() ?? schema, context),
    ...(cut ? [] : alternatives(schema, context)),
    docsLink(schema.externalDocs),
    cutWords(cut, (schema.items() ?? schema).name, context),
  ];
  const shown = lines.filter((line) => contentOf(...line).length > 0);
  if (shown.length === 1) return contentOf(...shown[0]!);
  return shown.flatMap((line) => paragraphs(contentOf(...line)));
}

function cutWords(cut: Row['cut'], name: string | undefined, context: RenderContext): Content[] {
  if (cut?.kind === 'same') return sameWords(cut, context);
  if (cut?.kind === 'recursive') return ['The same attributes again'];
  const schema = cut?.schema === undefined ? undefined : context.schemas.get(cut.schema);
  // Where the type is the link already, no other is needed.
  return schema && cut?.schema !== name
    ? ['Its attributes are in ', link(`#${schema.id}`, schema.name)]
    : [];
}

function sameWords({ row, schema }: ToldRow, context: RenderContext): Content[] {
  const section = context.schemas.get(schema ?? '');
  return [
    'The same attributes as ',
    row === undefined ? 'above' : code(row),
    ...(section ? [' of ', link(`#${section.id}`, section.name)] : []),
  ];
}

/** Alternatives that the type does not say yet, in a line each. */
function alternatives(schema: Schema, context: RenderContext): Content[][] {
  const holder = schema.choices().length > 0 ? schema : schema.items();
  if (!holder || (holder !== schema && holder.name !== undefined)) return others(schema, context);
  const groups = holder
    .choices()
    .filter(
      (choice) =>
        holder.properties().length > 0 || !isSaid(choice.alternatives.map((one) => one.schema)),
    );
  const told = groups.map(({ kind, alternatives: list }): Content[] => {
    const property = holder.discriminator?.property;
    return [
      h('p', {}, kind === 'oneOf' ? context.labels.one_of : context.labels.any_of),
      h('ul', {}, ...list.map((one) => h('li', {}, ...alternativeWords(one, property, context)))),
    ];
  });
  return [...told, ...others(schema, context)];
}

/** `Cat, where petType is cat`: what an alternative is called, and what chooses it. */
export function alternativeWords(
  { schema, label, values }: Alternative,
  property: string | undefined,
  context: RenderContext,
): Content[] {
  const named = schema.name !== undefined;
  const words = typeWords(schema, context);
  const chosen =
    property && values.length > 0
      ? [', where ', code(property), ' is ', ...codes(values, ' or ')]
      : [];
  const about = named ? [] : [...onlyRequired(schema), ...ownWords(schema, context)];
  return [...(label && !named ? [`${label}: `] : []), ...words, ...chosen, ...about];
}

/** Alternatives that differ in nothing but what they need. */
function onlyRequired(schema: Schema): Content[] {
  return schema.properties().length === 0 && schema.required.length > 0
    ? [' with ', ...codes(schema.required, ', ')]
    : [];
}

function ownWords(schema: Schema, context: RenderContext): Content[] {
  const said = [
    cellProse(schema.description, context),
    enumValues(schema, context),
    facts(schema),
  ].filter((part) => part.length > 0);
  return said.flatMap((part) => ['. ', ...part]);
}

const otherLabels = new Map([
  ['not', 'Not'],
  ['if', 'If it is'],
  ['then', 'then it is'],
  ['else', 'else it is'],
  ['contains', 'At least one item is'],
  ['propertyNames', 'Keys are'],
  ['unevaluatedProperties', 'Other keys hold'],
  ['contentSchema', 'Its content is'],
]);

function others(schema: Schema, context: RenderContext): Content[][] {
  return schema.others().map(({ keyword, schema: inner }): Content[] => {
    const told = condition(inner, context);
    const words = otherLabels.get(keyword) ?? `If there is ${keyword.slice(5)}, it is`;
    // “then it is string”, but “then with at least 2 characters”.
    return [`${told[0] === 'with ' ? words.replace(/ it is$/, '') : words} `, ...told];
  });
}

/** A schema as part of a sentence. */
function condition(schema: Schema, context: RenderContext): Content[] {
  const properties = schema.properties();
  const parts: Content[][] = properties.map(({ name, schema: one }) => {
    const about = [
      ...(one.types.length > 0 ? typeWords(one, context) : []),
      ...factWords(one),
      ...enumValues(one, context),
    ];
    return [code(name), ...(about.length > 0 ? [': ', ...spaced(about)] : [])];
  });
  if (schema.required.length > 0) parts.push(['needs ', ...codes(schema.required, ', ')]);
  const own = [...factWords(schema), ...enumValues(schema, context)];
  if (own.length > 0) parts.push(own);
  return parts.length > 0 ? ['with ', ...joined(parts, ', ')] : typeWords(schema, context);
}

const spaced = (content: Content[]): Content[] =>
  joined(
    content.map((piece) => [piece]),
    ' ',
  );
