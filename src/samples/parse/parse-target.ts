/** The target of a request: absolute, or a path beside a `Host`. */
import type { HttpRequest, QueryField } from '../request/http-request.ts';
import { decodePercent, encodeFormValue } from '../../shared/percent-encoding.ts';
import { readTemplate, type Template } from '../request/template.ts';

type Target = Pick<HttpRequest, 'path' | 'query'> & {
  origin?: Template;
  /** `user:password` that stood before the host. */
  credentials?: string;
};

const utf8 = (character: string): string => encodeURIComponent(character);

/**
 * RFC 3986, section 6.2.2: what clients do on their own, each a little differently, is done
 * beforehand, so that the same target arrives from all of them.
 */
function normalize(text: string, allowed: RegExp): string {
  return text
    .toWellFormed()
    .replace(/%(?![\da-fA-F]{2})/g, '%25')
    .replace(/%[\da-fA-F]{2}/g, (triplet) => {
      const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : triplet.toUpperCase();
    })
    .replace(allowed, utf8);
}

const normalizePath = (text: string) => normalize(text, /[^\w.~!$&'()*+,;=:@/%-]+/gu);

// `'` is encoded in a query by browsers and Node, `[` and `]` by Requests; curl reads them as a
// pattern.
const normalizeQuery = (text: string) =>
  normalize(text, /[^\w.~!$&()*+,;=:@/?%-]+/gu).replaceAll("'", '%27');

/** Takes out `.` and `..` (RFC 3986, section 5.2.4). */
function removeDotSegments(path: string): string {
  const segments: string[] = [];
  const parts = path.split('/').slice(1);
  parts.forEach((part, index) => {
    const dots = part.replaceAll(/%2e/gi, '.');
    if (dots === '..') segments.pop();
    else if (dots !== '.') segments.push(part);
    if ((dots === '.' || dots === '..') && index === parts.length - 1) segments.push('');
  });
  return `/${segments.join('/')}`;
}

function queryField(text: string): QueryField {
  const equals = text.indexOf('=');
  if (equals < 0) return { name: normalizeQuery(text) };
  const value = text.slice(equals + 1);
  return {
    name: normalizeQuery(text.slice(0, equals)),
    // JSON as people write it is encoded as libraries do it, so that samples can show it plainly.
    value: isJsonList(value) ? [encodeFormValue(value)] : readTemplate(value, normalizeQuery),
  };
}

function isJsonList(text: string): boolean {
  try {
    return /^[[{]/.test(text) && typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/** @returns the parts of a target, or undefined where it is neither a URL nor a path */
export function parseTarget(text: string): Target | undefined {
  const parts = /^(?:(https?:\/\/)([^/?#\s]+))?(\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/i.exec(text);
  const [, scheme, authority = '', path, query] = parts ?? [];
  if (!parts || (!scheme && !path)) return undefined;
  const at = authority.lastIndexOf('@');
  const credentials = at < 0 ? undefined : decodePercent(authority.slice(0, at));
  return {
    ...(scheme && { origin: readTemplate(scheme.toLowerCase() + authority.slice(at + 1)) }),
    ...(credentials !== undefined && { credentials }),
    path: readTemplate(removeDotSegments(path ?? '/'), normalizePath),
    query: query ? query.split('&').map(queryField) : [],
  };
}
