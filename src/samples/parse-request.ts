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
import type { HttpRequest } from '../shared/http-request.ts';
import { readTemplate, type Template } from '../shared/template.ts';
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
const ownToClients = /^(?:connection|content-length|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade)$/i;

interface StartLine {
  method: string;
  target: string;
  line: RequestLine;
  column: number;
}

/** `METHOD target [HTTP/1.1]`, with the lines of a query that go on below it. */
function parseStart(lines: RequestLine[], report: ReportRequest): StartLine | undefined {
  const line = lines.shift();
  const found = /^\s*([\w!#$%&'*+.^`|~-]+)([ \t]+)(\S.*?)(?:[ \t]+HTTP\/\d(?:\.\d)?)?[ \t]*$/i.exec(line?.text ?? '');
  const [, method = '', gap = ''] = found ?? [];
  if (!line || !found || (!knownMethod.test(method) && method !== method.toUpperCase())) {
    report({
      kind: 'request-syntax',
      line: line?.number ?? 1,
      column: 1,
      message: line?.text.trim() ? `“${line.text.trim().slice(0, 60)}” begins no HTTP request` : 'The request is empty',
      hint: 'Begin with a method and a URL: `GET https://api.example.com/players`.',
    });
    return undefined;
  }
  let target = found[3]!;
  while (/^\s+[?&]/.test(lines[0]?.text ?? '')) target += lines.shift()!.text.trim();
  const column = line.text.indexOf(gap, line.text.indexOf(method)) + gap.length + 1;
  return { method: knownMethod.test(method) ? method.toUpperCase() : method, target, line, column };
}

/** The scheme is not said beside a `Host`: that of the web, or of one's own machine. */
const originOf = (host: string): Template =>
  readTemplate(`${/^(?:localhost|127\.|\[::1\])/.test(host) ? 'http' : 'https'}://${host}`);

function splitLines(text: string): RequestLine[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ text: line, number: index + 1 }));
  const first = lines.findIndex((line) => !/^\s*(?:#|\/\/|$)/.test(line.text));
  return first < 0 ? [] : lines.slice(first);
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

  const at = { line: start.line.number, column: start.column };
  if (/\s/.test(start.target)) {
    report({ kind: 'request-odd', ...at, message: 'The URL holds white space', hint: 'Write %20 for a space.' });
  }
  if (start.target.includes('#')) {
    report({ kind: 'request-odd', ...at, message: 'A fragment (`#…`) is not sent', hint: 'Leave it out, or write %23 for a `#`.' });
  }
  const target = parseTarget(start.target);
  const blank = lines.findIndex((line) => !line.text.trim());
  const headers = mergeHeaders(parseHeaders(blank < 0 ? lines : lines.slice(0, blank), report));
  const take = (name: string): HeaderLine | undefined => {
    const index = headers.findIndex((header) => header.name.toLowerCase() === name);
    return index < 0 ? undefined : headers.splice(index, 1)[0];
  };

  const host = take('host')?.value;
  const origin = target?.origin ?? (host ? originOf(host) : undefined);
  if (!target || !origin) {
    report({
      kind: 'request-syntax',
      ...at,
      message: target ? 'The request names no host' : `“${start.target.slice(0, 60)}” is no URL and no path`,
      hint: 'Write the whole URL, or a path that begins with `/` and a `Host:` header.',
    });
  }
  for (const { name, line } of headers.filter((header) => ownToClients.test(header.name))) {
    report({ kind: 'request-odd', line, column: 1, message: `${name} is left to each client`, hint: 'Leave the header out.' });
    take(name.toLowerCase());
  }

  const bodyLines = blank < 0 ? [] : lines.slice(blank + 1);
  const type = take('content-type');
  const body = parseBody(type?.value, bodyLines, report);
  if (type && body.kind === 'none') headers.push(type);

  const authorizationLine = take('authorization');
  const written = authorizationLine && parseAuthorization(authorizationLine.value);
  if (authorizationLine && !written) headers.push(authorizationLine);
  const authorization =
    written ?? (authorizationLine || target?.credentials === undefined
      ? undefined
      : basicCredentials(target.credentials.includes(':') ? target.credentials : `${target.credentials}:`));

  const cookieLine = take('cookie');
  const cookies = cookieLine && parseCookies(cookieLine.value);
  if (cookieLine && !cookies) headers.push(cookieLine);

  if (!target || !origin || findings.some((finding) => finding.kind === 'request-syntax')) return { findings };
  const accept = headers.find((header) => header.name.toLowerCase() === 'accept')?.value ?? '';
  return {
    findings,
    request: {
      method: start.method,
      origin,
      path: target.path,
      query: target.query,
      headers: headers.map(({ name, value }) => ({ name, value: readTemplate(value) })),
      cookies: cookies ?? [],
      ...(authorization && { authorization }),
      body,
      ...(/[/+]json\b/.test(accept) && { answer: 'json' as const }),
    },
  };
}
