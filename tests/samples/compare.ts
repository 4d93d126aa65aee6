/** A request that has arrived, held against what was to arrive. */
import type { IncomingHttpHeaders } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import type { Expected, ExpectedPart } from './expected.ts';

export interface Arrived {
  method: string;
  target: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function readParts(body: Buffer, type: string): ExpectedPart[] {
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1] ?? '';
  // One character a byte, so that files stay whole.
  const pieces = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1, -1);
  return pieces.map((piece) => {
    const end = piece.indexOf('\r\n\r\n');
    const head = Buffer.from(piece.slice(2, end), 'latin1').toString('utf8');
    const parameter = (name: string) =>
      new RegExp(`[; ]${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(head);
    const of = (name: string) => parameter(name)?.[1] ?? parameter(name)?.[2];
    const media = /^content-type: *(.*)$/im.exec(head)?.[1];
    const filename = of('filename');
    return {
      name: of('name') ?? '',
      ...(filename !== undefined && { filename }),
      ...(media !== undefined && { type: media }),
      content: Buffer.from(piece.slice(end + 4), 'latin1'),
    };
  });
}

/** Only what the request names: a client may say the type of a text, or call it a blob. */
const named = (part: ExpectedPart | undefined, like: ExpectedPart): Partial<ExpectedPart> => ({
  name: part?.name ?? '',
  ...(like.type !== undefined && part?.type !== undefined && { type: part.type }),
  ...(like.filename !== undefined && part?.filename !== undefined && { filename: part.filename }),
  ...(part && { content: part.content }),
});

function compareBody(expected: Expected, arrived: Arrived): string[] {
  if (Buffer.isBuffer(expected.body)) {
    if (expected.body.equals(arrived.body)) return [];
    const [got, wanted] = [arrived.body, expected.body].map((body) =>
      JSON.stringify(body.toString()),
    );
    return [`body ${got} is not ${wanted}`];
  }
  const parts = readParts(arrived.body, String(arrived.headers['content-type']));
  if (parts.length !== expected.body.length) return [`${parts.length} parts`];
  return expected.body.flatMap((part, index) => {
    const got = named(parts[index], part);
    return isDeepStrictEqual(got, part)
      ? []
      : [`part ${JSON.stringify(got)} is not ${JSON.stringify(part)}`];
  });
}

/** @returns how they differ; empty where they do not */
export function compare(expected: Expected, arrived: Arrived | undefined): string[] {
  if (!arrived) return ['nothing has arrived'];
  const differences: string[] = [];
  if (arrived.method !== expected.method) differences.push(`method ${arrived.method}`);
  if (arrived.target !== expected.target)
    differences.push(`target ${arrived.target} is not ${expected.target}`);
  for (const [name, value] of expected.headers) {
    const got = arrived.headers[name];
    if (got !== value) differences.push(`${name}: ${got} is not ${value}`);
  }
  return [...differences, ...compareBody(expected, arrived)];
}
