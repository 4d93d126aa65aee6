/** The fields of a body, in the media type that is chosen. */
import type { TryItBody } from '../../shared/request/try-it.ts';
import { type TypedForm, typedForm } from '../../shared/request/typed-value.ts';
import { formField, type FormField } from './field.ts';
import type { Say } from './words.ts';

export interface BodyFields {
  fields: FormField[];
  /** `files`: by the names under which the request knows them. */
  read(): TypedForm & { files: Map<string, Blob> };
}

export function bodyFields(body: TryItBody, say: Say): BodyFields {
  const { kind, required, value = '' } = body;
  const isForm = kind === 'form' || kind === 'multipart';
  const whole = { name: say('body'), value, required, file: kind === 'binary' };
  const described = body.fields?.map((one) => ({
    ...one,
    // In JSON a list is typed as it is, since its items have types.
    json: !isForm && (one.kind === 'array' || one.kind === 'object'),
  })) ?? [{ ...whole, json: kind === 'json', long: true }];
  const fields = described.map((one) => formField(one, say));
  const read = (): ReturnType<BodyFields['read']> => {
    const files = new Map<string, Blob>();
    const texts = fields.map((field) => {
      let text = field.text();
      const file = field.file();
      // Two files of one name are two paths: what is sent is the last part of a path.
      while (file && files.has(text)) text = `./${text}`;
      if (file) files.set(text, file);
      return text;
    });
    return { ...typedForm(body, texts), files };
  };
  return { fields, read };
}
