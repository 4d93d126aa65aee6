/** The request as it was sent, for reading. */
import type { FormRequest } from '../../../shared/request/build-request.ts';

const isSecret = /^(authorization|proxy-authorization)$|key|token|secret|password/i;

const mask = (name: string, value: string): string => (isSecret.test(name) ? '••••••' : value);

const contentText = (value: string | Blob): string =>
  typeof value === 'string'
    ? value
    : `[${value instanceof File ? `${value.name}, ` : ''}${value.size} B]`;

/** The request as text; keys and passwords are masked. */
export function requestText({ url, init: { method, headers, body }, parts }: FormRequest): string {
  const shownUrl = url.replace(
    /([?&]([^=&#]+)=)([^&#]*)/g,
    (_, before: string, name: string, value: string) => before + mask(name, value),
  );
  const inside = parts
    ? parts.map(({ name, value }) => `${name}: ${contentText(value)}`)
    : body
      ? [contentText(body)]
      : [];
  return [
    `${method} ${shownUrl}`,
    ...headers.map(([name, value]) => `${name}: ${mask(name, value)}`),
    ...(inside.length ? ['', ...inside] : []),
  ].join('\n');
}
