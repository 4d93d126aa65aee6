/** The request as it is sent, for a terminal: what a browser refuses can be run there. */
import type { FormRequest } from '../../../shared/request/build-request.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** @returns the command; a file stands by its name */
export function curlOf({ url, init: { method, headers, body }, parts }: FormRequest): string {
  const options = headers
    .filter(([name]) => !parts || name !== 'Content-Type')
    .map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  for (const { name, value, type } of parts ?? []) {
    const isPlain = typeof value === 'string' && !type;
    const content = typeof value === 'string' ? value : `@${value.name}`;
    // What has a type is quoted: `;` would begin another word.
    const typed = typeof value === 'string' ? JSON.stringify(value) : content;
    const text = isPlain ? content : typed + (type ? `;type=${type}` : '');
    options.push(`${isPlain ? '--form-string' : '-F'} ${quoted(`${name}=${text}`)}`);
  }
  if (body instanceof File) options.push(`--data-binary ${quoted(`@${body.name}`)}`);
  else if (typeof body === 'string') options.push(`--data-raw ${quoted(body)}`);
  const isUsual = method === (body ? 'POST' : 'GET');
  const how = method === 'HEAD' ? ' -I' : isUsual ? '' : ` -X ${method}`;
  return [`curl ${quoted(url)}${how}`, ...options].join(' \\\n  ');
}
