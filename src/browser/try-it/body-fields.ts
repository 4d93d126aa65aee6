/** The fields of a body, in the media type that is chosen. */
import type { TypedField } from '../../shared/request/body-content.ts';
import type { TryItBody } from '../../shared/request/try-it.ts';
import { type FieldDescription, formField, type FormField } from './field.ts';
import type { Say } from './words.ts';

export interface BodyFields {
  described: TryItBody;
  fields: FormField[];
  typed(): TypedField[];
}

export function bodyFields(described: TryItBody, say: Say): BodyFields {
  const { kind, required, value = '' } = described;
  const isJson = kind === 'json';
  const whole = { name: say('body'), value, required, file: kind === 'binary', long: true };
  const all: FieldDescription[] = described.fields ?? [{ ...whole, json: isJson }];
  const fields = all.map((field) =>
    // In JSON a list is typed as it is, since its items have types.
    formField(isJson && field.kind === 'array' ? { ...field, json: true } : field, say),
  );
  const typed = (): TypedField[] =>
    fields.map((one, index) => ({ field: all[index]!, text: one.text(), files: one.files() }));
  return { described, fields, typed };
}
