/** The body of a sample's request. */
import type { MediaType, Operation } from '../model.ts';
import type { Schema } from '../schema-model.ts';
import { exampleTexts, isJson } from '../example/example-text.ts';
import { exampleValue } from '../example/example-value.ts';
import { valueText } from '../schema/enums.ts';
import type { Body, Field, FilePart, TextPart } from '../../shared/http-request.ts';
import { holeOf } from './parameter-fields.ts';

/** JSON if there is any: it is what most send. A pattern such as `*` stands for what it allows. */
export function preferred(all: readonly MediaType[]): MediaType | undefined {
  return (
    all.find(({ type }) => isJson(type)) ?? all.find(({ type }) => /form/i.test(type)) ?? all[0]
  );
}

export function bodyOf({ body }: Operation): Body {
  const media = preferred(body?.media ?? []);
  if (!media) return { kind: 'none' };
  if (/^multipart\//i.test(media.type)) return { kind: 'multipart', parts: partsOf(media) };
  if (/x-www-form-urlencoded/i.test(media.type))
    return { kind: 'form', type: media.type, fields: fieldsOf(media) };
  const type = sentType(media.type);
  if (isBinary(media))
    return { kind: 'binary', type, file: holeOf('file', `file${extensionOf(type)}`) };
  const [example] = exampleTexts(media, 'request');
  if (!example) return { kind: 'none' };
  return {
    kind: isJson(type) && isJsonText(example.text) ? 'json' : 'text',
    type,
    text: [example.text],
    hole: 'body',
  };
}

export const sentType = (type: string): string =>
  type.includes('*')
    ? /^\*\/\*/.test(type)
      ? 'application/json'
      : type.replace('*', 'plain')
    : type;

function isJsonText(text: string): boolean {
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

const extensionOf = (type: string): string => {
  const known = /\/(png|jpeg|gif|webp|pdf|zip|csv|mp4|mp3)\b/i.exec(type)?.[1];
  return known ? `.${known.toLowerCase()}` : '.bin';
};

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

function fieldsOf(media: MediaType): Field[] {
  return formValues(media).flatMap(([name, value]): Field[] => {
    if (Array.isArray(value)) return value.map((one) => ({ name, value: [valueText(one)] }));
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).map(([key, one]) => ({
        name: `${name}[${key}]`,
        value: [valueText(one)],
      }));
    return [{ name, value: holeOf(name, valueText(value)) }];
  });
}

function partsOf(media: MediaType): (TextPart | FilePart)[] {
  return formValues(media).flatMap(([name, value, schema]): (TextPart | FilePart)[] => {
    const encoded =
      media.encoding
        .find(({ property }) => property === name)
        ?.contentType.split(',')[0]
        ?.trim() ?? '';
    const items = schema?.items();
    if (
      schema &&
      (isFile(schema) ||
        (items && isFile(items)) ||
        /^(?:image|audio|video)\/|octet-stream/.test(encoded))
    ) {
      const type = encoded && !encoded.includes('*') ? encoded : 'application/octet-stream';
      return [
        { name, file: holeOf(name, `${name.replace(/\W+/g, '-')}${extensionOf(type)}`), type },
      ];
    }
    if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
      return value.map((one) => ({ name, value: [valueText(one)] }));
    const isDeep = typeof value === 'object' && value !== null;
    const type = encoded || (isDeep ? 'application/json' : '');
    return [{ name, value: holeOf(name, valueText(value)), ...(type && { type }) }];
  });
}
