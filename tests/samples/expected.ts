/** What has to arrive of a request, made without an emitter. */
import {
  type Field,
  fileName,
  type HttpRequest,
  isFilePart,
} from '../../src/samples/request/http-request.ts';
import {
  encodeFormValue,
  encodePathValue,
  encodeQueryValue,
} from '../../src/shared/percent-encoding.ts';
import { shownText, type Template } from '../../src/samples/request/template.ts';

export interface ExpectedPart {
  name: string;
  filename?: string;
  type?: string;
  content: Buffer;
}

export interface Expected {
  method: string;
  target: string;
  /** Those that the request names, in lower case. */
  headers: Map<string, string>;
  body: Buffer | ExpectedPart[];
}

/** Bytes of all values, which no text survives. */
const allBytes = Buffer.from(Array.from({ length: 1024 }, (_, index) => (index * 7) % 256));

/** The files that samples open, by name. */
export function filesOf(requests: readonly HttpRequest[]): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const { body } of requests) {
    if (body.kind === 'binary') files.set(shownText(body.file), allBytes);
    if (body.kind !== 'multipart') continue;
    for (const part of body.parts) {
      if (!isFilePart(part)) continue;
      files.set(
        shownText(part.file),
        part.content === undefined ? allBytes : Buffer.from(part.content),
      );
    }
  }
  return files;
}

const xml = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (character) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[character]!,
  );

/**
 * @param values by hole
 * @param prefix stands before the path, so that the server knows whose it is
 */
export function expectedOf(
  request: HttpRequest,
  values: Map<string, string>,
  prefix = '',
): Expected {
  const write = (
    template: Template,
    encode = (value: string) => value,
    fixed = (text: string) => text,
  ): string =>
    template
      .map((piece) =>
        typeof piece === 'string' ? fixed(piece) : encode(values.get(piece.hole) ?? piece.shown),
      )
      .join('');
  const field = ({ name, value }: Field): string =>
    `${encodeFormValue(name)}=${write(value, encodeFormValue, encodeFormValue)}`;

  const { body, authorization, cookies } = request;
  const query = request.query.map(({ name, value }) =>
    value ? `${name}=${write(value, encodeQueryValue)}` : name,
  );
  const headers = new Map(
    request.headers.map(({ name, value }) => [name.toLowerCase(), write(value)]),
  );
  if (authorization?.kind === 'bearer')
    headers.set('authorization', `Bearer ${write(authorization.token)}`);
  if (authorization?.kind === 'basic') {
    const pair = Buffer.from(`${write(authorization.user)}:${write(authorization.password)}`);
    headers.set('authorization', `Basic ${pair.toString('base64')}`);
  }
  if (cookies.length)
    headers.set('cookie', cookies.map(({ name, value }) => `${name}=${write(value)}`).join('; '));
  if ('type' in body) headers.set('content-type', body.type);

  function bytes(): Buffer | ExpectedPart[] {
    switch (body.kind) {
      case 'none':
        return Buffer.alloc(0);
      case 'json': {
        let before = '';
        const text = body.text.map((piece) => {
          const value = typeof piece === 'string' ? piece : (values.get(piece.hole) ?? piece.shown);
          const inString = before.replaceAll(/\\./g, '').split('"').length % 2 === 0;
          before += typeof piece === 'string' ? piece : '';
          return typeof piece === 'string' || !inString
            ? value
            : JSON.stringify(value).slice(1, -1);
        });
        return Buffer.from(text.join(''));
      }
      case 'text':
        return Buffer.from(write(body.text, /xml/.test(body.type) ? xml : undefined));
      case 'form':
        return Buffer.from(body.fields.map(field).join('&'));
      case 'binary':
        return allBytes;
      case 'multipart':
        return body.parts.map((part) => ({
          name: part.name,
          ...(part.type !== undefined && { type: part.type }),
          ...(isFilePart(part) && { filename: fileName(shownText(part.file)) }),
          content: isFilePart(part)
            ? part.content === undefined
              ? allBytes
              : Buffer.from(part.content)
            : Buffer.from(write(part.value)),
        }));
    }
  }

  const path = write(request.path, encodePathValue);
  const target = `${prefix}${path}${query.length ? '?' : ''}${query.join('&')}`;
  return { method: request.method, target, headers, body: bytes() };
}
