/** A body of `multipart/form-data`, part by part. */
import type { Body, FilePart, TextPart } from '../request/http-request.ts';
import { readTemplate } from '../request/template.ts';
import { parseHeaders } from './parse-headers.ts';
import type { ReportRequest, RequestLine } from './request-finding.ts';

/** `< path`: the content of a file, as editors' HTTP clients write it. */
export const fileReference = (text: string): string | undefined =>
  /^<\s+(\S[^\n]*)$/.exec(text.trimEnd())?.[1];

const parameter = (header: string, name: string): string | undefined => {
  const found = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(header);
  return found?.[1]?.replace(/\\(.)/g, '$1') ?? found?.[2];
};

function parsePart(
  lines: readonly RequestLine[],
  report: ReportRequest,
): TextPart | FilePart | undefined {
  const blank = lines.findIndex((line) => !line.text.trim());
  const head = blank < 0 ? lines : lines.slice(0, blank);
  const headers = new Map(
    parseHeaders(head, report).map((header) => [header.name.toLowerCase(), header.value]),
  );
  const content =
    blank < 0
      ? ''
      : lines
          .slice(blank + 1)
          .map((line) => line.text)
          .join('\n');
  const disposition = headers.get('content-disposition') ?? '';
  const name = parameter(disposition, 'name');
  const type = headers.get('content-type');
  if (name === undefined) {
    report({
      kind: 'request-syntax',
      line: lines[0]?.number ?? 1,
      column: 1,
      message: 'a part of the multipart body has no name',
      hint: 'write `Content-Disposition: form-data; name="…"` above it',
    });
    return undefined;
  }
  const reference = fileReference(content);
  const file = reference ?? parameter(disposition, 'filename');
  if (file === undefined) return { name, value: readTemplate(content), ...(type && { type }) };
  return {
    name,
    file: readTemplate(file),
    type: type ?? 'application/octet-stream',
    ...(reference === undefined && { content }),
  };
}

/** Reads the parts between the boundaries. Another kind of multipart is text, with its boundary. */
export function parseMultipart(
  type: string,
  lines: readonly RequestLine[],
  report: ReportRequest,
): Body {
  const first = lines.find((line) => line.text.trim());
  const named = parameter(type, 'boundary');
  const boundary = named ?? /^--(\S+)$/.exec(first?.text ?? '')?.[1];
  if (!named || !boundary) {
    report({
      kind: boundary ? 'request-odd' : 'request-syntax',
      line: first?.number ?? 1,
      column: 1,
      message: 'the Content-Type names no boundary',
      hint: 'write `Content-Type: multipart/form-data; boundary=x`, and `--x` before each part',
    });
  }
  if (!boundary) return { kind: 'none' };
  if (!/^multipart\/form-data/i.test(type)) {
    const text = lines.map((line) => line.text).join('\r\n');
    return { kind: 'text', type, text: readTemplate(text) };
  }
  const parts: (TextPart | FilePart)[] = [];
  let open: RequestLine[] | undefined;
  for (const line of lines) {
    const text = line.text.trimEnd();
    if (text !== `--${boundary}` && text !== `--${boundary}--`) {
      open?.push(line);
      continue;
    }
    const part = open && parsePart(open, report);
    if (part) parts.push(part);
    open = text.endsWith(`${boundary}--`) ? undefined : [];
  }
  if (open) {
    report({
      kind: 'request-odd',
      line: lines.at(-1)!.number,
      column: 1,
      message: 'the multipart body is not closed',
      hint: `write \`--${boundary}--\` below the last part`,
    });
    while (open.at(-1)?.text === '') open.pop();
    const part = open.length ? parsePart(open, report) : undefined;
    if (part) parts.push(part);
  }
  if (!parts.length) {
    report({
      kind: 'request-syntax',
      line: first?.number ?? 1,
      column: 1,
      message: 'the multipart body has no part',
      hint: `begin each part with a line \`--${boundary}\``,
    });
  }
  return { kind: 'multipart', parts };
}
