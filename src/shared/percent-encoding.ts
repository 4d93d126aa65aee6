/** Percent-encoding of URLs (RFC 3986) and forms (WHATWG URL, 5). */

const bytesOf = (text: string): string => {
  let out = '';
  for (const byte of new TextEncoder().encode(text)) {
    out += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
};

const encodeExcept = (keep: RegExp) => (text: string) =>
  text.replace(keep, (characters) => bytesOf(characters));

/** In a path's segment. */
export const encodePathValue = encodeExcept(/[^\w.~!$'()*,;:@+=-]+/g);

/** All but unreserved characters. */
export const encodeQueryValue = encodeExcept(/[^\w.~-]+/g);

/** Reserved characters stay (OpenAPI's `allowReserved`). */
export const encodeReservedValue = encodeExcept(/[^\w.~!$()*,;:@/?=-]+/g);

/** As URLSearchParams writes it. */
export const encodeFormValue = (text: string): string =>
  encodeExcept(/[^\w.* -]+/g)(text).replaceAll(' ', '+');

export const encodeCookieValue = encodeExcept(/[^\w.~!#$&'()*+/:=?@[\]^`{|}<>-]+/g);

/** Undefined where it is no UTF-8. */
export function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A field of a form or a query as a person writes it. */
export const decodeFormValue = (text: string): string | undefined =>
  decodePercent(text.replaceAll('+', ' '));
