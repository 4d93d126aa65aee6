/** The body of a request, from what is described and typed. Browser-safe. */
import type { Body, Field, FilePart, TextPart } from '../http-request.ts';
import { pairsOf, type Parameter, type ParameterValue } from './parameter.ts';
import type { Template } from '../template.ts';

/** A field of a form or a part of a multipart body. */
export interface BodyField
  extends Pick<Parameter, 'name' | 'shape' | 'style' | 'explode' | 'required'> {
  /** A file is chosen for it; its value is the file's name. */
  file?: boolean;
  /** Media type of the part. */
  type?: string;
}

export type BodyDescription =
  | { kind: 'json' | 'text' | 'binary'; type: string; required?: boolean }
  | { kind: 'form' | 'multipart'; type: string; fields: BodyField[]; required?: boolean };

/** What a reader has typed for a body. */
export interface TypedBody {
  /** Of a body that is text; of a file, its name. */
  body?: string;
  /** By the names of a form's fields. */
  fields?: ReadonlyMap<string, ParameterValue>;
}

/** A value that a reader has left empty is sent only where something is required. */
export const isEmpty = (value: ParameterValue | undefined): value is undefined =>
  value === undefined || value.length === 0;

/** Names the hole of a field; undefined: values stand in the request as they are. */
export type HoleOf = ((field: string) => string) | undefined;

/** The fields that one described field becomes, in holes where it is one text. */
function fieldsOf(field: BodyField, { fields }: TypedBody, holeOf: HoleOf): Field[] {
  const typed = fields?.get(field.name);
  if (isEmpty(typed) && !field.required && !holeOf) return [];
  const value = isEmpty(typed) && holeOf ? `{${field.name}}` : (typed ?? '');
  return pairsOf({ in: 'query', ...field }, value).map(({ name, items }) => {
    const shown = items.join(',');
    const hole = holeOf?.(field.name);
    return {
      name,
      value: hole !== undefined && field.shape === undefined ? [{ hole, shown }] : [shown],
      ...(hole !== undefined && !field.required && { optional: hole }),
    };
  });
}

function partsOf(field: BodyField, typed: TypedBody, holeOf: HoleOf): (TextPart | FilePart)[] {
  const fields = fieldsOf(field, typed, holeOf);
  if (!field.file)
    return fields.map((text) => ({
      ...text,
      ...(field.type !== undefined && { type: field.type }),
    }));
  const type = field.type ?? 'application/octet-stream';
  return fields.map(({ value, ...rest }) => ({ ...rest, file: value, type }));
}

/** @param holeOf for samples: puts holes in place of values; a whole text is the hole `''` */
export function buildBody(
  described: BodyDescription | undefined,
  typed: TypedBody,
  holeOf?: HoleOf,
): Body {
  if (!described) return { kind: 'none' };
  const { kind, type } = described;
  if ('fields' in described) {
    return kind === 'form'
      ? { kind, type, fields: described.fields.flatMap((field) => fieldsOf(field, typed, holeOf)) }
      : {
          kind: 'multipart',
          parts: described.fields.flatMap((field) => partsOf(field, typed, holeOf)),
        };
  }
  if (isEmpty(typed.body) && !described.required) return { kind: 'none' };
  const text = typed.body ?? '';
  if (kind !== 'binary')
    return { kind: kind as 'json' | 'text', type, text: [text], ...(holeOf && { hole: '' }) };
  const file: Template = holeOf ? [{ hole: '', shown: text || 'file' }] : [text];
  return { kind, type, file };
}
