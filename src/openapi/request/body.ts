/** The bodies that an operation takes, in each of its media types, as fields of "try it". */
import type { TryItBody, TryItField } from '../../shared/request/try-it.ts';
import { exampleTexts, isJson } from '../example/example-text.ts';
import { exampleValue } from '../example/example-value.ts';
import { isMap } from '../files/description-file.ts';
import type { MediaType, Operation } from '../model.ts';
import { sendingOf } from '../../samples/request/sending.ts';
import {
  fileNameOf,
  formValues,
  isBinary,
  isFile,
  isJsonText,
  preferred,
  sentType,
} from './request-body.ts';
import type { Property, Schema } from '../schema-model.ts';
import { detailsOf, kindOf } from './details.ts';
import { shapeOf } from './parameter.ts';

/** Members of an object beyond which it is typed as one text. */
const MAX_FIELDS = 24;

export function bodiesOf({ body }: Operation): TryItBody[] {
  if (!body) return [];
  const first = preferred(body.media);
  const ordered = [...body.media].sort((a, b) => Number(b === first) - Number(a === first));
  return ordered.map((media) => ({
    ...bodyOf(media),
    ...(body.required && { required: true }),
  }));
}

function bodyOf(media: MediaType): TryItBody {
  const type = sentType(media.type);
  if (/^multipart\//i.test(type)) return { kind: 'multipart', type, fields: formFields(media) };
  if (/x-www-form-urlencoded/i.test(type)) return { kind: 'form', type, fields: formFields(media) };
  if (isBinary(media)) return { kind: 'binary', type, value: fileNameOf('file', type) };
  const text = exampleTexts(media, 'request')[0]?.text ?? '';
  const fields = isJson(type) ? membersOf(media, text) : undefined;
  const kind = isJson(type) && (!text || isJsonText(text)) ? 'json' : 'text';
  return fields ? { kind, type, fields } : { kind, type, ...(text && { value: text }) };
}

/** What the reader sends. */
const sentProperties = (schema: Schema): Property[] =>
  schema.properties().filter(({ schema }) => !schema.readOnly && !schema.internal);

/** A field for each member of an object, in the order of its example; undefined: one text. */
function membersOf({ schema, examples }: MediaType, text: string): TryItField[] | undefined {
  if (!schema || kindOf(schema) !== 'object' || schema.choices().length) return undefined;
  const properties = sentProperties(schema);
  const given = examples.find(({ value }) => value !== undefined)?.value;
  const example = given ?? exampleValue(schema, 'request');
  if (!properties.length || properties.length > MAX_FIELDS || !isMap(example)) return undefined;
  if (text && text !== JSON.stringify(example, null, 2)) return undefined;
  const names = Object.keys(example);
  // An example with more than is described would lose it.
  if (names.some((name) => !properties.some((one) => one.name === name))) return undefined;
  const placeOf = ({ name }: Property): number =>
    names.includes(name) ? names.indexOf(name) : 1e9;
  return [...properties]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(({ name, required, schema }) => {
      const { value: _, ...details } = detailsOf(schema);
      const value = Object.hasOwn(example, name) ? example[name] : undefined;
      const shown = memberText(value, details.kind);
      // Text that a text field cannot tell from JSON, or the other way about.
      const kind = value !== undefined && value !== null && !shown.fits ? 'object' : details.kind;
      return {
        ...details,
        ...{ name, ...(kind && { kind }) },
        ...(required && { required }),
        ...(value !== undefined && value !== null && { value: shown.text }),
      };
    });
}

function memberText(value: unknown, kind: TryItField['kind']): { text: string; fits: boolean } {
  if (kind === undefined && typeof value === 'string') return { text: value, fits: true };
  const text = JSON.stringify(value, null, 2) ?? '';
  const isSame =
    kind === 'object' ||
    (kind === 'array' && Array.isArray(value)) ||
    (kind === 'boolean' && typeof value === 'boolean') ||
    ((kind === 'integer' || kind === 'number') && typeof value === 'number');
  return { text, fits: isSame };
}

function formFields(media: MediaType): TryItField[] {
  const shown = new Map(formValues(media).map(([name, value]) => [name, value]));
  const properties = media.schema ? sentProperties(media.schema) : [];
  const known = new Set(properties.map(({ name }) => name));
  const others = [...shown.keys()].filter((name) => !known.has(name)).map((name) => ({ name }));
  const all: (Pick<Property, 'name'> & Partial<Property>)[] = [...properties, ...others];
  return all.map(({ name, schema, required = false }): TryItField => {
    const encoding = media.encoding.find(({ property }) => property === name);
    const encoded = encoding?.contentType.split(',')[0]?.trim() ?? '';
    const items = schema?.items();
    const base = { name, ...(required && { required }) };
    if (
      schema &&
      (isFile(schema) ||
        (items && isFile(items)) ||
        /^(?:image|audio|video)\/|octet-stream/.test(encoded))
    ) {
      const type = encoded.includes('*') ? '' : encoded;
      const value = fileNameOf(name.replace(/\W+/g, '-'), type);
      return {
        ...{ ...base, file: true, value },
        ...(type && { type }),
        ...(items && { shape: 'array' as const }),
      };
    }
    const details = detailsOf(schema, shown.get(name));
    const isMultipart = /^multipart\//i.test(media.type);
    // A part that holds an object is JSON; a form's spreads.
    const isJsonPart = isMultipart && details.kind === 'object';
    const shape = isJsonPart ? undefined : shapeOf(details.kind);
    const type = encoded || (isJsonPart ? 'application/json' : '');
    return {
      ...base,
      ...details,
      ...sendingOf({
        ...{ in: 'form', name, shape },
        style: encoding?.style || (shape === 'object' ? 'deepObject' : undefined),
        explode: encoding?.explode,
      }),
      ...(type && isMultipart && { type }),
    };
  });
}
