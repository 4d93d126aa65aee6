/** The request as it is sent, for a terminal: what a browser refuses can be run there. */
import type { FetchArguments } from '../../../shared/request/fetch-arguments.ts';
import { escapeLiteral } from '../../../shared/sample/string-literal.ts';

const quoted = (text: string): string => `'${escapeLiteral('shell', text)}'`;

/** @returns the command; a file stands by its name */
export function curlOf({ url, init: { method, headers, body } }: FetchArguments): string {
  const options = headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  if (body instanceof FormData)
    for (const [name, value] of body)
      options.push(
        typeof value === 'string'
          ? `--form-string ${quoted(`${name}=${value}`)}`
          : `-F ${quoted(`${name}=@${value.name};type=${value.type}`)}`,
      );
  else if (body instanceof Blob)
    options.push(`--data-binary ${quoted(`@${body instanceof File ? body.name : 'file'}`)}`);
  else if (body !== undefined) options.push(`--data-raw ${quoted(body)}`);
  const isUsual = method === (body === undefined ? 'GET' : 'POST');
  const start = `curl ${quoted(url)}`;
  return [
    method === 'HEAD' ? `${start} -I` : isUsual ? start : `${start} -X ${method}`,
    ...options,
  ].join(' \\\n  ');
}
