/** Examples as they go over the wire: JSON, XML, forms, text. */
import type { Example, MediaType } from '../model.ts';
import type { Schema } from '../schema-model.ts';
import { valueText } from '../schema/enums.ts';
import { exampleValue } from './example-value.ts';
import type { Direction } from '../render/row-plan.ts';
import { xmlText } from './xml.ts';

export interface ExampleText {
  /** Of a named one, or what it says of itself. */
  title: string;
  /** Of the fence. */
  language: string;
  text: string;
}

/**
 * Of more schemas than these, examples of schemas and errors are not made up: they would be a fifth
 * of the pages.
 */
export const MAX_MADE_UP = 300;

/** What is laid out by rule, by media type. */
export const isJson = (type: string): boolean =>
  /[/+]json\b|^\*\/\*$|ndjson|json-seq|jsonl/i.test(type);
export const isXml = (type: string): boolean => /[/+]xml\b/i.test(type);
const isForm = (type: string): boolean => /x-www-form-urlencoded/i.test(type);
const isStream = (type: string): boolean => /ndjson|json-seq|jsonl/i.test(type);

const isGiven = ({ value, serialized }: Example): boolean =>
  value !== undefined || serialized !== undefined;

/** Its own, which need not be made up. */
export const hasExample = ({ examples, schema }: MediaType): boolean =>
  examples.some(isGiven) || (schema !== undefined && schema.examples.length > 0);

/**
 * @returns every example of a media type, or the one that can be made up; none where there is
 *   nothing to show
 */
export function exampleTexts(media: MediaType, direction: Direction): ExampleText[] {
  const given = media.examples.filter(isGiven);
  if (given.length > 0)
    return given.map((example) => ({ title: titleOf(example), ...written(media, example) }));
  const schema = media.schema ?? media.itemSchema;
  const value = schema && exampleValue(schema, direction);
  if (value === undefined || isEmpty(value, schema)) return [];
  return [{ title: '', ...written(media, { summary: '', description: '', value }) }];
}

/** An empty object says nothing of a schema that says nothing. */
const isEmpty = (value: unknown, schema: Schema | undefined): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 0 &&
  schema?.properties().length === 0;

const titleOf = ({ summary, name }: Example): string => summary || name || '';

function written(
  { type, schema }: MediaType,
  { value, serialized }: Example,
): { language: string; text: string } {
  if (serialized !== undefined) return { language: languageOf(type), text: serialized };
  if (isXml(type) && typeof value !== 'string')
    return { language: 'xml', text: xmlText(value, schema) };
  if (isForm(type) && typeof value === 'object' && value !== null)
    return { language: 'text', text: formText(value) };
  if (typeof value !== 'string') return { language: 'json', text: jsonText(value, type) };
  if (!isJson(type)) return { language: languageOf(type), text: value };
  // Text that is JSON already is laid out; a JSON string is one.
  try {
    const parsed: unknown = JSON.parse(value);
    return { language: 'json', text: typeof parsed === 'object' ? jsonText(parsed, type) : value };
  } catch {
    const isBroken = /^\s*[{[]/.test(value);
    return { language: 'json', text: isBroken ? value : JSON.stringify(value) };
  }
}

const jsonText = (value: unknown, type: string): string =>
  isStream(type) && Array.isArray(value)
    ? value.map((item) => JSON.stringify(item)).join('\n')
    : JSON.stringify(value, null, 2);

function formText(value: object): string {
  const pairs = Object.entries(value).flatMap(([name, one]: [string, unknown]) =>
    (Array.isArray(one) ? one : [one]).map((item): [string, string] => [name, valueText(item)]),
  );
  return new URLSearchParams(pairs).toString();
}

/** Language of a fence for a media type. */
export function languageOf(type: string): string {
  if (isJson(type)) return 'json';
  if (isXml(type)) return 'xml';
  const last = /\/(?:x-)?(html|css|csv|yaml|javascript|markdown|graphql|sql)\b/i.exec(type)?.[1];
  return last ? last.toLowerCase() : 'text';
}
