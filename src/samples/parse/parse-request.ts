/**
 * A raw request, as it stands in an `http samples` fence:
 *
 *     POST https://api.example.com/players/{id}
 *     Authorization: Bearer {token}
 *     Content-Type: application/json
 *
 *     { "name": "Ada" }
 *
 * `{placeholders}` become holes. A body that is only `< photo.png` is a file.
 */
import type { HttpRequest } from '../request/http-request.ts';
import { readTemplate, type Template } from '../request/template.ts';
import { parseBody } from './parse-body.ts';
import {
  basicCredentials,
  type HeaderLine,
  mergeHeaders,
  parseAuthorization,
  parseCookies,
  parseHeaders,
} from './parse-headers.ts';
import { parseTarget } from './parse-target.ts';
import type { ReportRequest, RequestFinding, RequestLine } from './request-finding.ts';

const knownMethod = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|QUERY)$/i;

/** Each client counts and closes on its own; some refuse to be told. */
const ownToClients =
  /^(?:connection|content-length|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade)$/i;

/** As much of a text as a message shows. */
const shorten = (text: string): string => text.trim().slice(0, 60);

interface StartLine {
  method: string;
  target: string;
  line: RequestLine;
  column: number;
}

/** Takes ` HTTP/1.1` off the end. */
function withoutVersion(text: string): string {
  const last = text.lastIndexOf(' ') + 1;
  return last && /^HTTP\/\d(?:\.\d)?$/i.test(text.slice(last))
    ? text.slice(0, last).trimEnd()
    : text;
}

/** `METHOD target [HTTP/1.1]`, with the lines of a query that go on below it. */
function parseStart(lines: RequestLine[], report: ReportRequest): StartLine | undefined {
  const line = lines.shift();
  const written = line?.text.trimEnd() ?? '';
  const found = /^(\s*([\w!#$%&'*+.^`|~-]+)[ \t]+)(\S.*)$/.exec(written);
  const [, before = '', method = '', rest = ''] = found ?? [];
  const isKnown = knownMethod.test(method);
  if (!line || !found || (!isKnown && method !== method.toUpperCase())) {
    report({
      kind: 'request-syntax',
      line: line?.number ?? 1,
      column: 1,
      message: written.trim()
        ? `“${shorten(written)}” begins no HTTP request`
        : 'the request is empty',
      hint: 'begin with a method and a URL: `GET https://api.example.com/players`',
    });
    return undefined;
  }
  let target = withoutVersion(rest);
  while (/^\s+[?&]/.test(lines[0]?.text ?? '')) target += lines.shift()!.text.trim();
  const column = before.length + 1;
  return { method: isKnown ? method.toUpperCase() : method, target, line, column };
}

/** The scheme is not said beside a `Host`: that of the web, or of one's own machine. */
const originOf = (host: string): Template =>
  readTemplate(`${/^(?:localhost|127\.|\[::1\])/.test(host) ? 'http' : 'https'}://${host}`);

function splitLines(text: string): RequestLine[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ text: line, number: index + 1 }));
  const first = lines.findIndex((line) => !/^\s*(?:#|\/\/|$)/.test(line.text));
  return first < 0 ? [] : lines.slice(first);
}

/** Says what of the target no client sends as it is written. */
function checkTarget({ target, line, column }: StartLine, report: ReportRequest): void {
  const at = { kind: 'request-odd', line: line.number, column } as const;
  if (/\s/.test(target)) {
    report({ ...at, message: 'the URL holds white space', hint: 'write %20 for a space' });
  }
  if (target.includes('#')) {
    const hint = 'leave it out, or write %23 for a `#`';
    report({ ...at, message: 'a fragment (`#…`) is not sent', hint });
  }
}

/** Takes a header out of the list. */
type Take = (name: string) => HeaderLine | undefined;

const takeFrom =
  (headers: HeaderLine[]): Take =>
  (name) => {
    const index = headers.findIndex((header) => header.name.toLowerCase() === name);
    return index < 0 ? undefined : headers.splice(index, 1)[0];
  };

function findOrigin(
  start: StartLine,
  target: ReturnType<typeof parseTarget>,
  host: string | undefined,
  report: ReportRequest,
): Template | undefined {
  const origin = target?.origin ?? (host ? originOf(host) : undefined);
  if (target && origin) return origin;
  report({
    kind: 'request-syntax',
    line: start.line.number,
    column: start.column,
    message: target
      ? 'the request names no host'
      : `“${shorten(start.target)}” is no URL and no path`,
    hint: 'write the whole URL, or a path that begins with `/` and a `Host:` header',
  });
  return undefined;
}

/** Leaves out, with a word, what each client sets on its own. */
function dropOwnHeaders(headers: readonly HeaderLine[], take: Take, report: ReportRequest): void {
  for (const { name, line } of headers.filter((header) => ownToClients.test(header.name))) {
    const message = `${name} is left to each client`;
    report({ kind: 'request-odd', line, column: 1, message, hint: 'leave the header out' });
    take(name.toLowerCase());
  }
}

/** Reads a header that the request has a key of its own for; any other value stays a header. */
function takeAs<T>(
  take: Take,
  headers: HeaderLine[],
  name: string,
  read: (value: string) => T | undefined,
): T | undefined {
  const line = take(name);
  const value = line && read(line.value);
  if (line && value === undefined) headers.push(line);
  return value;
}

/** Credentials of the URL, where no header has any. */
function urlCredentials(credentials: string | undefined, headers: readonly HeaderLine[]) {
  const named = headers.some((header) => header.name.toLowerCase() === 'authorization');
  if (credentials === undefined || named) return undefined;
  return basicCredentials(credentials.includes(':') ? credentials : `${credentials}:`);
}

/**
 * @param text what stands in the fence
 * @returns the request, absent where it cannot be understood, and what is wrong with it
 */
export function parseRequest(text: string): { request?: HttpRequest; findings: RequestFinding[] } {
  const findings: RequestFinding[] = [];
  const report: ReportRequest = (finding) => void findings.push(finding);
  const lines = splitLines(text);
  const start = parseStart(lines, report);
  if (!start) return { findings };

  checkTarget(start, report);
  const target = parseTarget(start.target);
  const blank = lines.findIndex((line) => !line.text.trim());
  const headers = mergeHeaders(parseHeaders(blank < 0 ? lines : lines.slice(0, blank), report));
  const take = takeFrom(headers);
  const origin = findOrigin(start, target, take('host')?.value, report);
  dropOwnHeaders(headers, take, report);

  const type = take('content-type');
  const body = parseBody(type?.value, blank < 0 ? [] : lines.slice(blank + 1), report);
  if (type && body.kind === 'none') headers.push(type);
  const authorization =
    takeAs(take, headers, 'authorization', parseAuthorization) ??
    urlCredentials(target?.credentials, headers);
  const cookies = takeAs(take, headers, 'cookie', parseCookies) ?? [];

  const isBroken = findings.some((finding) => finding.kind === 'request-syntax');
  if (!target || !origin || isBroken) return { findings };
  const accept = headers.find((header) => header.name.toLowerCase() === 'accept')?.value ?? '';
  return {
    findings,
    request: {
      method: start.method,
      origin,
      path: target.path,
      query: target.query,
      headers: headers.map(({ name, value }) => ({ name, value: readTemplate(value) })),
      cookies,
      ...(authorization && { authorization }),
      body,
      ...(/[/+]json\b/.test(accept) && { answer: 'json' as const }),
    },
  };
}
