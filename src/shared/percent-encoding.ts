/** Percent-encoding of URLs (RFC 3986) and of forms (WHATWG URL, section 5). Browser-safe. */

const bytesOf = (text: string): string => {
  let out = '';
  for (const byte of new TextEncoder().encode(text)) {
    out += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
};

/** Encodes what `keep` does not match. */
const encodeExcept = (keep: RegExp) => (text: string) =>
  text.replace(keep, (characters) => bytesOf(characters));

/** A value in one segment of a path. */
export const encodePathValue = encodeExcept(/[^\w.~!$'()*,;:@+=-]+/g);

/** A name or a value of a query: all but the unreserved characters is encoded. */
export const encodeQueryValue = encodeExcept(/[^\w.~-]+/g);

/** A value of a query whose reserved characters stay (`allowReserved` of OpenAPI). */
export const encodeReservedValue = encodeExcept(/[^\w.~!$()*,;:@/?=-]+/g);

/** A name or a value of a form: as URLSearchParams writes it. */
export const encodeFormValue = (text: string): string =>
  encodeExcept(/[^\w.* -]+/g)(text).replaceAll(' ', '+');

/** A value of a cookie. */
export const encodeCookieValue = encodeExcept(/[^\w.~!#$&'()*+/:=?@[\]^`{|}<>-]+/g);

/** @returns the text behind percent-encoding, or undefined where that is no UTF-8 */
export function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** @returns the fields of a form or a query as a person writes them; undefined where it is none */
export const decodeFormValue = (text: string): string | undefined =>
  decodePercent(text.replaceAll('+', ' '));
