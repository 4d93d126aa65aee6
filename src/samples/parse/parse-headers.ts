/** The header lines of a raw request, or of a part of it. */
import type { Authorization, Field } from '../request/http-request.ts';
import { readTemplate, type Template } from '../request/template.ts';
import type { ReportRequest, RequestLine } from './request-finding.ts';

/** A header as it is written. */
export interface HeaderLine {
  name: string;
  value: string;
  line: number;
  /** 1-based column at which the value begins. */
  column: number;
}

/** Reads header lines; what is none is reported and left out. */
export function parseHeaders(lines: readonly RequestLine[], report: ReportRequest): HeaderLine[] {
  const headers: HeaderLine[] = [];
  for (const { text, number } of lines) {
    const odd = { kind: 'request-odd', line: number, column: 1 } as const;
    if (/^[ \t]/.test(text)) {
      report({
        ...odd,
        message: headers.length
          ? `the header ${headers.at(-1)!.name} breaks lines`
          : 'a header begins with white space',
        hint: 'write the header on one line; HTTP no longer knows folded headers',
      });
      const last = headers.at(-1);
      if (last) last.value = `${last.value} ${text.trim()}`.trim();
      continue;
    }
    const found = /^([\w!#$%&'*+.^`|~-]+)(\s*):[ \t]*/.exec(text);
    if (!found) {
      report({
        ...odd,
        kind: 'request-syntax',
        message: `“${text.slice(0, 60)}” is no header`,
        hint: 'write `Name: value`, and leave a blank line before the body',
      });
      continue;
    }
    const [before, name = '', gap] = found;
    const value = text.slice(before.length).trimEnd();
    const column = before.length + 1;
    if (gap) {
      report({
        ...odd,
        column: name.length + 1,
        message: `white space stands before the colon of ${name}`,
        hint: 'write the colon right behind the name',
      });
    }
    if (/[^\t\x20-\x7e]/.test(value)) {
      report({
        ...odd,
        column,
        message: `the value of ${name} holds characters that are not ASCII`,
        hint: 'clients send them differently or refuse them: encode the value',
      });
    }
    headers.push({ name, value, line: number, column });
  }
  return headers;
}

/** One header a name, in the order of the first of each (RFC 9110, section 5.3). */
export function mergeHeaders(headers: readonly HeaderLine[]): HeaderLine[] {
  const merged = new Map<string, HeaderLine>();
  for (const header of headers) {
    const key = header.name.toLowerCase();
    const first = merged.get(key);
    if (!first) merged.set(key, { ...header });
    else first.value += (key === 'cookie' ? '; ' : ', ') + header.value;
  }
  return [...merged.values()];
}

const base64Text = (text: string): string | undefined => {
  const bytes = Buffer.from(text, 'base64');
  const same = bytes.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '');
  return same && bytes.length ? bytes.toString('utf8') : undefined;
};

/** @returns `user:password` as the two of them */
export function basicCredentials(text: string): Authorization | undefined {
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const [user, password] = [text.slice(0, colon), text.slice(colon + 1)].map((part) =>
    readTemplate(part),
  );
  return { kind: 'basic', user: user!, password: password! };
}

/** Reads `Bearer …` and `Basic …` (base64, or `user:password`); undefined for any other. */
export function parseAuthorization(value: string): Authorization | undefined {
  const [, scheme = '', rest = ''] = /^(\w+)\s+(.+)$/.exec(value) ?? [];
  if (/^bearer$/i.test(scheme)) return { kind: 'bearer', token: readTemplate(rest) };
  if (!/^basic$/i.test(scheme)) return undefined;
  return basicCredentials(rest.includes(':') ? rest : (base64Text(rest) ?? ''));
}

/** Reads `a=b; c=d`; undefined where it is anything else. */
export function parseCookies(value: string): Field[] | undefined {
  const cookies = value.split('; ').map((pair): Field | undefined => {
    const found = /^([\w!#$%&'*+.^`|~-]+)=([^;\s"\\,]*)$/.exec(pair);
    return found ? { name: found[1]!, value: readTemplate(found[2]!) as Template } : undefined;
  });
  return cookies.every((cookie) => cookie !== undefined) ? cookies : undefined;
}
