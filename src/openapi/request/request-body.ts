/** Which of a request's bodies is meant, and what it holds. */
import type { MediaType } from '../model.ts';
import type { Schema } from '../schema-model.ts';
import { isJson } from '../example/example-text.ts';
import { exampleValue } from '../example/example-value.ts';

/** JSON if there is any: it is what most send. A pattern such as `*` stands for what it allows. */
export function preferred(all: readonly MediaType[]): MediaType | undefined {
  return (
    all.find(({ type }) => isJson(type)) ?? all.find(({ type }) => /form/i.test(type)) ?? all[0]
  );
}

export const sentType = (type: string): string =>
  type.includes('*')
    ? /^\*\/\*/.test(type)
      ? 'application/json'
      : type.replace('*', 'plain')
    : type;

export function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export const isFile = (schema: Schema): boolean =>
  schema.types.includes('file') ||
  schema.format === 'binary' ||
  schema.constraints.some(
    ([word, value]) => word === 'contentMediaType' && value !== 'application/json',
  );

export function isBinary({ type, schema, examples }: MediaType): boolean {
  if (examples.some(({ value }) => value !== undefined)) return false;
  const isOctets = /octet-stream|^(?:image|audio|video)\/|\/pdf$|zip$/i.test(type);
  return isOctets || (schema !== undefined && isFile(schema) && !isJson(type));
}

/** The name of a file that is sent as such a type. */
export const fileNameOf = (name: string, type: string): string =>
  `${name}.${/\/(png|jpeg|gif|webp|pdf|zip|csv|mp4|mp3)\b/i.exec(type)?.[1]?.toLowerCase() ?? 'bin'}`;

/** Values of a form by name: the description's own example, else one made up. */
export function formValues({
  schema,
  examples,
}: MediaType): [name: string, value: unknown, schema: Schema | undefined][] {
  const given = examples.find(({ value }) => typeof value === 'object' && value !== null)?.value as
    | Record<string, unknown>
    | undefined;
  const whole = given ?? (schema && exampleValue(schema, 'request'));
  const properties = new Map(schema?.properties().map((one) => [one.name, one.schema]));
  const values =
    typeof whole === 'object' && whole !== null
      ? Object.entries(whole as Record<string, unknown>)
      : [];
  return values.map(([name, value]) => [name, value, properties.get(name)]);
}
