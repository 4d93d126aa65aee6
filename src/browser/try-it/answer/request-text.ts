/** The request as it was sent, for reading. */
import type { FetchArguments } from '../../../shared/request/fetch-arguments.ts';

const isSecret = /^(authorization|proxy-authorization)$|key|token|secret|password/i;

/** The request as text; keys and passwords are masked. */
export function requestText({ url, init: { method, headers, body } }: FetchArguments): string {
  const lines = headers.map(
    ([name, value]) => `${name}: ${isSecret.test(name) ? '••••••' : value}`,
  );
  return `${method} ${maskedUrl(url)}\n${lines.map((line) => `${line}\n`).join('')}${bodyText(body)}`;
}

const maskedUrl = (url: string): string =>
  url.replace(/([?&])([^=&#]+)=[^&#]*/g, (whole, mark, name) =>
    isSecret.test(name) ? `${mark}${name}=••••••` : whole,
  );

function bodyText(body: FetchArguments['init']['body']): string {
  if (body === undefined) return '';
  if (typeof body === 'string') return `\n${body}`;
  const of = (value: FormDataEntryValue | Blob): string =>
    typeof value === 'string'
      ? value
      : `[${value instanceof File ? `${value.name}, ` : ''}${value.size} B]`;
  if (body instanceof Blob) return `\n${of(body)}`;
  return [...body].map(([name, value]) => `\n${name}: ${of(value)}`).join('');
}
