/** How languages' own libraries write forms: not all as browsers do. */
import type { Field, FilePart, TextPart } from './request/http-request.ts';
import { fileName, isFilePart } from './request/http-request.ts';
import { encodeFormValue } from '../shared/percent-encoding.ts';
import { shownText } from './request/template.ts';

/** As Python's `quote_plus`, Go's `url.QueryEscape` and .NET's FormUrlEncodedContent write it. */
export const quotePlus = (value: string): string =>
  encodeFormValue(value).replaceAll('*', '%2A').replaceAll('%7E', '~');

/** @returns the fields as they are sent, each name and value encoded */
export const sentAs = (fields: readonly Field[], encode: (value: string) => string): string =>
  fields.map(({ name, value }) => `${encode(name)}=${encode(shownText(value))}`).join('&');

/** @returns whether `quotePlus` gives the same bytes as a browser's form */
export const isQuotePlus = (fields: readonly Field[]): boolean =>
  sentAs(fields, quotePlus) === sentAs(fields, encodeFormValue);

/** @returns whether no name comes twice */
export const areNamesUnique = (fields: readonly { name: string }[]): boolean =>
  new Set(fields.map((field) => field.name)).size === fields.length;

const partName = (name: string): string =>
  name.replace(/["\r\n]/g, (character) => encodeURIComponent(character));

/** @returns the value of a part's Content-Disposition, as browsers write it */
export function disposition(part: TextPart | FilePart): string {
  const named = `form-data; name="${partName(part.name)}"`;
  return isFilePart(part)
    ? `${named}; filename="${partName(fileName(shownText(part.file)))}"`
    : named;
}
