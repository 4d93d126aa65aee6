import type { Body, Field, FilePart, TextPart } from '../http-request.ts';
import { pairsOf, type Parameter, type ParameterValue } from './parameter.ts';
import type { Template } from '../template.ts';

export interface BodyField
  extends Pick<Parameter, 'name' | 'shape' | 'style' | 'explode' | 'required'> {
  /** Its value is a file's name. */
  file?: boolean;
  type?: string;
}

export type BodyDescription =
  | { kind: 'json' | 'text' | 'binary'; type: string; required?: boolean }
  | { kind: 'form' | 'multipart'; type: string; fields: BodyField[]; required?: boolean };

export interface TypedBody {
  /** A body that is text; a file's name. */
  body?: string;
  /** A form's fields by name. */
  fields?: ReadonlyMap<string, ParameterValue>;
}

/** What is empty is sent only where it is required. */
export const isEmpty = (value: ParameterValue | undefined): value is undefined =>
  value === undefined || value.length === 0;

/** Names the hole of a field; undefined: values stand in the request as they are. */
export type HoleOf = ((field: string) => string) | undefined;

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

/** @param holeOf for samples: holes in place of values; a whole text is the hole `''` */
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
