/** What is put into the holes of samples. Browser-safe. */
import { bodyText } from './body-content.ts';
import type { TypedValues } from './build-request.ts';
import { isRaw, sentText } from './sent.ts';

/** @returns by the names of the holes; what is empty has none */
export function holeValues({ server, parameters, body }: TypedValues): Map<string, string> {
  const values = new Map([['//', server]]);
  const add = (hole: string, text: string): void => void (text && values.set(hole, text));
  for (const [one, text] of parameters)
    add(one.hole ?? one.name, isRaw(one) ? text : sentText(one, text));
  if (!body) return values;
  const { described, typed } = body;
  if (described.kind === 'binary') add('', typed[0]?.text ?? '');
  else if (/form|multipart/.test(described.kind)) {
    for (const { field, text } of typed)
      if (field.file || !field.shape) add(field.hole ?? field.name, text);
  } else add('', bodyText(described, typed));
  return values;
}
