/** The body of a raw request, by its media type. */
import type { Body, Field } from '../request/http-request.ts';
import { JsonError } from '../code/json-node.ts';
import { decodeFormValue, encodeFormValue } from '../../shared/percent-encoding.ts';
import { readTemplate } from '../request/template.ts';
import { normalizeJson } from '../json-layout.ts';
import { fileReference, parseMultipart } from './parse-multipart.ts';
import { placeIn, type ReportRequest, type RequestLine } from './request-finding.ts';

const FORM = 'application/x-www-form-urlencoded';

/** @returns the fields, or undefined where writing them again would give other bytes */
function parseForm(text: string): Field[] | undefined {
  const decode = (piece: string) => decodeFormValue(piece) ?? piece;
  const fields = text.split('&').map((pair): Field => {
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    return {
      name: decode(name),
      value: equals < 0 ? [] : readTemplate(pair.slice(equals + 1), decode),
    };
  });
  const again = fields.map(({ name, value }) => {
    const pieces = value.map((piece) =>
      typeof piece === 'string' ? encodeFormValue(piece) : piece.shown,
    );
    return `${encodeFormValue(name)}=${pieces.join('')}`;
  });
  return again.join('&') === text ? fields : undefined;
}

/** A form may go over several lines, each field on its own. */
const joinForm = (lines: string[]): string =>
  lines
    .map((line, index) => {
      const [before, own] = [lines[index - 1]?.trimEnd() ?? '&', line.trim()];
      return before.endsWith('&') || own.startsWith('&') ? own : `\n${line}`;
    })
    .join('');

/** Reads JSON; what is none is reported, and sent as it is. */
function parseJson(
  text: string,
  type: string,
  lines: readonly RequestLine[],
  report: ReportRequest,
): Body {
  const template = readTemplate(text);
  try {
    return { kind: 'json', type, text: normalizeJson(template) };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    report({
      kind: 'request-odd',
      ...placeIn(lines, error.offset),
      message: `the body is no JSON: ${error.message}`,
      hint: 'mend the JSON, or give the body the Content-Type that it has',
    });
    return { kind: 'text', type, text: template };
  }
}

/**
 * @param type value of the Content-Type header, if there is one
 * @param lines the lines below the blank line
 */
export function parseBody(
  type: string | undefined,
  lines: readonly RequestLine[],
  report: ReportRequest,
): Body {
  const last = lines.findLastIndex((line) => line.text !== '');
  const written = lines.slice(0, last + 1).map((line) => line.text);
  const text = written.join('\n');
  if (/^multipart\//i.test(type ?? '')) return parseMultipart(type!, lines, report);
  const file = fileReference(text);
  if (file)
    return { kind: 'binary', type: type ?? 'application/octet-stream', file: readTemplate(file) };
  if (!text.trim()) return { kind: 'none' };

  const guessed = type ?? (/^\s*[[{]/.test(text) ? 'application/json' : undefined);
  if (guessed === undefined) {
    report({
      kind: 'request-odd',
      ...placeIn(lines, 0),
      message: 'the body has no Content-Type',
      hint: 'name it in a header; it is sent as text/plain',
    });
    return { kind: 'text', type: 'text/plain', text: readTemplate(text) };
  }
  if (/[/+]json\s*(;|$)/i.test(guessed)) return parseJson(text, guessed, lines, report);
  if (guessed.toLowerCase().startsWith(FORM)) {
    const joined = joinForm(written);
    const fields = parseForm(joined);
    return fields
      ? { kind: 'form', type: guessed, fields }
      : { kind: 'text', type: guessed, text: readTemplate(joined) };
  }
  return { kind: 'text', type: guessed, text: readTemplate(text) };
}
