/** What is typed for a body, as it is sent. Browser-safe. */
import { sentText } from './sent.ts';
import type { Sending, TryItBody, TryItField } from './try-it.ts';

/** What stands in a field of a body. */
export interface TypedField {
  field: TryItField;
  /** Of files: the name of the first. */
  text: string;
  files?: readonly File[];
}

/** A part of a multipart body. */
export interface Part {
  name: string;
  value: string | File;
  type?: string | undefined;
}

/** An object with the members that have a value; numbers and JSON stand as they are typed. */
function objectText(members: readonly TypedField[]): string {
  const lines = members
    .filter(({ field, text }) => text || field.required)
    .map(({ field: { name, kind }, text }) => {
      const value = kind && text ? text.trim().replaceAll('\n', '\n  ') : JSON.stringify(text);
      return `  ${JSON.stringify(name)}: ${value}`;
    });
  return lines.length ? `{\n${lines.join(',\n')}\n}` : '{}';
}

/**
 * @param typed for the fields; of a body that is one text or one file, that alone
 * @returns the text of a body; empty where none is sent
 */
export function bodyText(
  { kind, fields, required }: TryItBody,
  typed: readonly TypedField[],
): string {
  if (!fields) return typed[0]?.text ?? '';
  if (kind === 'form')
    return typed
      .map(({ field, text }) => sentText(field as Sending, text))
      .filter(Boolean)
      .join('&');
  const text = objectText(typed);
  return text === '{}' && !required ? '' : text;
}

/** @returns the parts of a multipart body */
export const partsOf = (typed: readonly TypedField[]): Part[] =>
  typed.flatMap(({ field, text, files = [] }): Part[] => {
    const { name, type, file } = field;
    if (file) return files.map((value) => ({ name, value, type }));
    // A form's text says which names have which values.
    const pairs = [...new URLSearchParams(sentText(field as Sending, text))];
    return pairs.map(([name, value]) => ({ name, value, type }));
  });
