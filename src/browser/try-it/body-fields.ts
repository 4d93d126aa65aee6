/** The fields of a body, in the media type that is chosen. */
import type { BodyDescription } from '../../shared/request/build-body.ts';
import type { ParameterValue } from '../../shared/request/parameter.ts';
import type { TryItBody, TryItField } from '../../shared/request/try-it.ts';
import { listOf } from './control.ts';
import { formField, type FormField } from './field.ts';
import type { Say } from './words.ts';

export interface TypedForm {
  described: BodyDescription;
  body?: string;
  fields?: Map<string, ParameterValue>;
  /** By the names under which the request knows them. */
  files: Map<string, Blob>;
}

export interface BodyFields {
  fields: FormField[];
  read(): TypedForm;
}

export function bodyFields(body: TryItBody, say: Say): BodyFields {
  const { kind, type, required = false } = body;
  if (kind === 'form' || kind === 'multipart') return formFields(body, kind, say);
  const files = new Map<string, Blob>();
  const described: BodyDescription = { kind, type, required };
  if (body.fields) {
    const members = body.fields.map((one) => ({
      one,
      field: formField({ ...one, json: one.kind === 'array' || one.kind === 'object' }, say),
    }));
    const read = (): TypedForm => {
      const text = objectText(members.map(({ one, field }) => [one, field.text()]));
      return { described, files, ...((text !== '{}' || required) && { body: text }) };
    };
    return { fields: members.map(({ field }) => field), read };
  }
  const file = kind === 'binary';
  const more = file ? { file } : kind === 'json' ? { json: true } : { long: true };
  const value = body.value ?? '';
  const field = formField({ name: say('body'), value, required, ...more }, say);
  const read = (): TypedForm => {
    const chosen = field.file();
    if (chosen) files.set(chosen.name, chosen);
    return { described, files, ...(field.text() && { body: field.text() }) };
  };
  return { fields: [field], read };
}

function formFields(body: TryItBody, kind: 'form' | 'multipart', say: Say): BodyFields {
  const { type, fields = [], required = false } = body;
  const made = fields.map((one) => ({ one, field: formField(one, say) }));
  const described: BodyDescription = { kind, type, fields, required };
  const read = (): TypedForm => {
    const files = new Map<string, Blob>();
    const values = new Map<string, ParameterValue>();
    for (const { one, field } of made) {
      const file = field.file();
      let text = field.text();
      // Two files of one name are two paths: what is sent is the last part of a path.
      while (file && files.has(text)) text = `./${text}`;
      if (file) files.set(text, file);
      values.set(one.name, valueOf(one, text));
    }
    return { described, fields: values, files };
  };
  return { fields: made.map(({ field }) => field), read };
}

/** A typed text as the builder takes it: one text, the items of a list, entries of an object. */
export function valueOf({ shape }: Pick<TryItField, 'shape'>, text: string): ParameterValue {
  if (shape === 'array') return listOf(text);
  if (shape !== 'object' || !text) return text;
  try {
    return Object.entries(JSON.parse(text) as object).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
  } catch {
    return [];
  }
}

/** An object with the members that have a value; numbers and JSON stand as they are typed. */
function objectText(members: [TryItField, string][]): string {
  const lines = members
    .filter(([{ required }, text]) => text !== '' || required)
    .map(([{ name, kind }, text]) => `  ${JSON.stringify(name)}: ${memberText(kind, text)}`);
  return lines.length ? `{\n${lines.join(',\n')}\n}` : '{}';
}

function memberText(kind: TryItField['kind'], text: string): string {
  if (kind === undefined || !text) return JSON.stringify(text);
  return text.trim().replaceAll('\n', '\n  ');
}
