/** A request as the arguments of `fetch`. Browser-safe. */
import { type HttpRequest, isFilePart } from '../http-request.ts';
import { encodeFormValue } from '../percent-encoding.ts';
import { shownText, type Template } from '../template.ts';

export interface FetchArguments {
  url: string;
  init: {
    method: string;
    headers: [name: string, value: string][];
    body?: string | Blob | FormData;
  };
}

/** @returns the URL as it is sent */
export function requestUrl({ origin, path, query }: HttpRequest): string {
  const pairs = query.map(({ name, value }) => (value ? `${name}=${shownText(value)}` : name));
  return `${shownText(origin)}${shownText(path)}${pairs.length ? '?' : ''}${pairs.join('&')}`;
}

/** @returns base64 of the text's UTF-8, as `Basic` has it (RFC 7617) */
const base64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/**
 * @param request without holes
 * @param files by the names that the request has for them; one that is missing is empty
 * @returns what to call `fetch` with. Cookies are left out: a page cannot set them for another site
 */
export function fetchArguments(
  request: HttpRequest,
  files: ReadonlyMap<string, Blob> = new Map(),
): FetchArguments {
  const { method, body, authorization } = request;
  const headers = request.headers.map(({ name, value }): [string, string] => [
    name,
    shownText(value),
  ]);
  if (authorization?.kind === 'bearer')
    headers.push(['Authorization', `Bearer ${shownText(authorization.token)}`]);
  if (authorization?.kind === 'basic') {
    const pair = `${shownText(authorization.user)}:${shownText(authorization.password)}`;
    headers.push(['Authorization', `Basic ${base64(pair)}`]);
  }
  if ('type' in body) headers.push(['Content-Type', body.type]);
  const open = (file: Template): Blob => files.get(shownText(file)) ?? new Blob();

  function content(): string | Blob | FormData | undefined {
    switch (body.kind) {
      case 'none':
        return undefined;
      case 'json':
      case 'text':
        return shownText(body.text);
      case 'form':
        return body.fields
          .map(({ name, value }) => `${encodeFormValue(name)}=${encodeFormValue(shownText(value))}`)
          .join('&');
      case 'binary':
        return open(body.file);
      case 'multipart': {
        const form = new FormData();
        for (const part of body.parts) {
          if (isFilePart(part)) {
            const path = shownText(part.file);
            form.append(
              part.name,
              new Blob([open(part.file)], { type: part.type }),
              path.slice(path.lastIndexOf('/') + 1),
            );
          } else if (part.type === undefined) form.append(part.name, shownText(part.value));
          else form.append(part.name, new Blob([shownText(part.value)], { type: part.type }));
        }
        return form;
      }
    }
  }

  const sent = content();
  return {
    url: requestUrl(request),
    init: { method, headers, ...(sent !== undefined && { body: sent }) },
  };
}
