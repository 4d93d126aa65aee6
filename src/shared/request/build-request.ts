/** The request that a form sends. Browser-safe. */
import { bodyText, type Part, partsOf, type TypedField } from './body-content.ts';
import { sentText } from './sent.ts';
import type { TryItBody, TryItOperation, TryItParameter } from './try-it.ts';

export interface FormRequest {
  url: string;
  init: {
    method: string;
    headers: [name: string, value: string][];
    body?: string | Blob;
  };
  /** Of a multipart body, for reading. */
  parts?: Part[];
}

/** What a reader has typed. */
export interface TypedValues {
  /** The server's URL, its variables filled in, without a slash at the end. */
  server: string;
  parameters: readonly (readonly [TryItParameter, text: string])[];
  body?: { described: TryItBody; typed: readonly TypedField[] };
}

const quoted = (name: string): string =>
  name.replace(/["\r\n]/g, (character) => encodeURIComponent(character));

/** As browsers write it; by hand, since `FormData` makes a file of each part that has a type. */
function multipart(parts: readonly Part[], boundary: string): Blob {
  const pieces = parts.flatMap(({ name, value, type }): BlobPart[] => {
    const isFile = typeof value !== 'string';
    const file = isFile ? `; filename="${quoted(value.name)}"` : '';
    const sent = type ?? (isFile ? value.type || 'application/octet-stream' : '');
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${file}\r\n`;
    return [`${head}${sent && `Content-Type: ${sent}\r\n`}\r\n`, value, '\r\n'];
  });
  return new Blob([...pieces, `--${boundary}--\r\n`]);
}

/** @returns what to call `fetch` with. Cookies are left out: a page cannot set them */
export function buildRequest(
  { method, path }: Pick<TryItOperation, 'method' | 'path'>,
  { server, parameters, body }: TypedValues,
): FormRequest {
  const inPlace = (place: TryItParameter['in']) =>
    parameters
      .filter(([one]) => one.in === place)
      .map(([one, text]): [string, string] => [one.name, sentText(one, text)])
      .filter(([, sent]) => sent);
  const places = new Map(inPlace('path'));
  const filled = path.replace(/\{([^{}]*)\}/g, (place, name) => places.get(name) ?? place);
  const query = inPlace('query').map(([, sent]) => sent);
  const mark = path.includes('?') ? '&' : '?';
  const headers = inPlace('header');
  const request: FormRequest = {
    url: server + filled + (query.length ? mark + query.join('&') : ''),
    init: { method, headers },
  };
  if (!body) return request;
  const { described, typed } = body;
  if (described.kind === 'multipart') {
    const parts = partsOf(typed);
    const boundary = `----${Math.random().toString(36).slice(2)}`;
    if (!parts.length && !described.required) return request;
    headers.push(['Content-Type', `multipart/form-data; boundary=${boundary}`]);
    return { ...request, init: { ...request.init, body: multipart(parts, boundary) }, parts };
  }
  const content = described.kind === 'binary' ? typed[0]?.files?.[0] : bodyText(described, typed);
  if (!content) return request;
  headers.push(['Content-Type', described.type]);
  return { ...request, init: { ...request.init, body: content } };
}
