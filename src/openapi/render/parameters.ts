/** Parameters of a request, and headers of an answer. */
import type { ElementContent } from 'hast';
import type { Example, Parameter } from '../model.ts';
import type { Schema } from '../schema-model.ts';
import type { RenderContext } from './context.ts';
import { examplePieces } from './values/examples.ts';
import { type Content, code, label } from './hast.ts';
import type { Labels } from '../labels.ts';
import { cellProse } from './prose.ts';
import { RowPlanner } from './row-plan.ts';
import { describe, type Line, linesOf, type RowNames, table } from './rows.ts';
import { typeWords } from './type-words.ts';

const places: [place: Parameter['in'], title: keyof Labels, apart: string][] = [
  ['path', 'path_parameters', 'path'],
  ['query', 'query_parameters', 'query'],
  ['querystring', 'query_string', 'query'],
  ['header', 'headers', 'header'],
  ['cookie', 'cookies', 'cookie'],
];

/** Of one parameter's object; what a named schema holds besides is in its section. */
const MAX_ROWS = 20;

/** A labelled table for each place of a request. */
export function parameterTables(
  parameters: Parameter[],
  context: RenderContext,
  names: RowNames,
): ElementContent[] {
  return places.flatMap(([where, title, place]) => {
    const own = parameters.filter((parameter) => parameter.in === where);
    if (own.length === 0) return [];
    // Required ones first; else as the owner ordered them.
    const ordered = [
      ...own.filter(({ required }) => required),
      ...own.filter(({ required }) => !required),
    ];
    return [
      label(context.labels[title]),
      table(
        ordered.flatMap((one) => [parameterLine(one, context), ...innerLines(one, context)]),
        { header: 'Parameter', place, names, context },
      ),
    ];
  });
}

export function headerTable(
  headers: Parameter[],
  place: string,
  context: RenderContext,
  names: RowNames,
): ElementContent {
  return table(
    headers.map((one) => parameterLine(one, context)),
    { header: 'Header', place, names, context },
  );
}

/** What an object that is sent as a parameter holds, by dotted names. */
function innerLines({ name, schema, media }: Parameter, context: RenderContext): Line[] {
  const told = schema ?? media[0]?.schema;
  if (!told) return [];
  const [plan] = new RowPlanner(context, MAX_ROWS, 1).plan([
    { schema: told, direction: 'request' },
  ]);
  return linesOf(plan!.rows, context).map((line) => ({ ...line, name: `${name}.${line.name}` }));
}

function parameterLine(parameter: Parameter, context: RenderContext): Line {
  const [media] = parameter.media;
  const schema = parameter.schema ?? media?.schema;
  return {
    name: parameter.name,
    type: schema ? typeWords(schema, context) : ['string'],
    required: parameter.required,
    description: schema
      ? describe(schema, context, {
          text: bothTexts(parameter, schema),
          isDeprecated: parameter.deprecated,
          more: [
            ...sent(parameter, schema),
            ...exampleContent(parameter.examples, schema, context),
          ],
        })
      : cellProse(parameter.description, context),
  };
}

/** A schema's own text adds to the parameter's, unless it repeats it or is another place's. */
function bothTexts({ description }: Parameter, schema: Schema): string {
  if (
    description === '' ||
    schema.name !== undefined ||
    schema.description.trim() === description.trim()
  )
    return description || schema.description;
  return schema.description ? `${description}\n\n${schema.description}` : description;
}

const separators: Record<string, string> = {
  spaceDelimited: 'spaces',
  pipeDelimited: '“|”',
  simple: 'commas',
  form: 'commas',
};

/** How a value is written into the request, where it is not as everyone expects. */
function sent(parameter: Parameter, schema: Schema): Content[][] {
  const { name, style, media, in: where } = parameter;
  const pieces: Content[][] = [];
  const [content] = media;
  const isList = schema.types.includes('array');
  const isObject = schema.types.includes('object');
  const usual = where === 'query' || where === 'cookie' ? 'form' : 'simple';
  const explode = parameter.explode ?? (style ?? usual) === 'form';
  if (content) pieces.push(['sent as ', code(content.type)]);
  else if (style === 'deepObject') pieces.push(['sent as ', code(`${name}[key]=value`)]);
  else if (style === 'matrix') pieces.push(['sent as ', code(`;${name}=value`)]);
  else if (style === 'label') pieces.push(['sent as ', code('.value')]);
  else if (isList && usual === 'form' && !explode)
    pieces.push([`items separated by ${separators[style ?? 'form'] ?? 'commas'}`]);
  else if (isObject && usual === 'form')
    pieces.push(
      explode ? ['each key is a parameter of its own'] : ['sent as ', code(`${name}=key,value`)],
    );
  if (parameter.allowReserved) pieces.push(['reserved characters are sent as they are']);
  if (parameter.allowEmptyValue) pieces.push(['may be empty']);
  return pieces;
}

function exampleContent(examples: Example[], schema: Schema, context: RenderContext): Content[][] {
  const shown = examples.filter((example) => {
    const told = [...schema.examples, ...(schema.default ? [schema.default.value] : [])];
    const same = told.some((other) => JSON.stringify(other) === JSON.stringify(example.value));
    return (
      !same &&
      (example.value !== undefined ||
        example.externalValue !== undefined ||
        example.serialized !== undefined)
    );
  });
  return examplePieces(shown.map((example) => worded(example, context)));
}

function worded(
  { value, serialized, externalValue, name, summary, description }: Example,
  context: RenderContext,
): { value: unknown; about: Content[] } {
  const title = summary || (description ? '' : (name ?? ''));
  const words: Content[] = title ? [title] : cellProse(description, context);
  const shown = serialized ?? value ?? externalValue;
  return { value: shown, about: title === String(value) ? [] : words };
}
