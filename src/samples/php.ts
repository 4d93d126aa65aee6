/** The cURL extension, for PHP 8. */
import { type Code, code, joinCode, stringsIn } from './code/code.ts';
import {
  fileName,
  type FilePart,
  type HttpRequest,
  isFilePart,
  type TextPart,
} from './request/http-request.ts';
import { shownText } from './request/template.ts';
import { areNamesUnique, disposition, sentAs } from './form-encoding.ts';
import { encodeFormValue } from '../shared/percent-encoding.ts';
import { findJsonLayout } from './json-layout.ts';
import {
  bodyData,
  bodyTextCode,
  credentialsCode,
  eachField,
  formCode,
  headerCodes,
  isShort,
  type JsonBody,
  type TextBody,
  unlessNoHeader,
  urlCode,
} from './request-code.ts';
import { heredocWord } from './text-block.ts';

const { text, string, path } = stringsIn('php', "'");

function jsonCode(body: JsonBody): Code | undefined {
  const found = findJsonLayout(body.text);
  // JSON_PRETTY_PRINT writes four spaces a level.
  if (found?.layout !== 'compact') return undefined;
  const value = bodyData(body, found.node, 'php', 4);
  const shown = shownText(body.text);
  const flags = [
    ...(shown.includes('/') ? ['JSON_UNESCAPED_SLASHES'] : []),
    ...(/[^\0-\x7f]/.test(shown) ? ['JSON_UNESCAPED_UNICODE'] : []),
  ];
  return code`json_encode(${value}${flags.length ? `, ${flags.join(' | ')}` : ''})`;
}

function textCode(body: TextBody): Code {
  const word = heredocWord(body);
  if (word) return code`<<<'${word}'\n        ${bodyTextCode(body, 'raw', 8)}\n        ${word}`;
  const hidden = /[\0-\x09\x0b-\x1f\x7f]/.test(shownText(body.text));
  return hidden
    ? code`"${bodyTextCode(body, 'php-double')}"`
    : code`'${bodyTextCode(body, 'php')}'`;
}

/** PHP's own forms write `*` as `%2A`, and a name only once. */
const fitsArray = (fields: Extract<HttpRequest['body'], { kind: 'form' }>['fields']): boolean =>
  areNamesUnique(fields) &&
  !fields.some(({ name }) => /^\d+$/.test(name)) &&
  !sentAs(fields, encodeFormValue).includes('*');

/** The name under which a file is sent. */
const sent = (part: FilePart): string => text(fileName(shownText(part.file)));

/** A multipart body by hand: cURL's own knows no name twice and no type of a text. */
function multipartByHand(parts: (TextPart | FilePart)[]): Code {
  const lines = eachField(parts, (part) => {
    const type = part.type === undefined ? '' : `    ${text(`Content-Type: ${part.type}`)},\n`;
    const content = isFilePart(part)
      ? code`file_get_contents(${path(part.file)})`
      : string(part.value);
    return code`    "--$boundary",
    ${text(`Content-Disposition: ${disposition(part)}`)},
${type}    '',
    ${content},
`;
  });
  return code`$boundary = bin2hex(random_bytes(16));
$form = implode("\\r\\n", [
${lines}    "--$boundary--",
    '',
]);

`;
}

interface PhpBody {
  before?: Code;
  value?: Code;
  contentType?: string;
}

function bodyCode({ body }: HttpRequest): PhpBody {
  switch (body.kind) {
    case 'none':
      return {};
    case 'json':
      return { value: jsonCode(body) ?? textCode(body) };
    case 'text':
      return { value: textCode(body) };
    case 'form': {
      if (!fitsArray(body.fields)) return { value: code`'${formCode(body.fields, 'php')}'` };
      const lines = eachField(
        body.fields,
        ({ name, value }) => code`        ${text(name)} => ${string(value)},\n`,
      );
      return { value: code`http_build_query([\n${lines}    ])` };
    }
    case 'multipart': {
      if (
        !areNamesUnique(body.parts) ||
        body.parts.some((part) => !isFilePart(part) && part.type !== undefined)
      ) {
        return {
          before: multipartByHand(body.parts),
          value: joinCode(['$form']),
          contentType: '"Content-Type: multipart/form-data; boundary=$boundary"',
        };
      }
      const lines = eachField(body.parts, (part) => {
        const value = isFilePart(part)
          ? code`new CURLFile(${path(part.file)}, ${text(part.type)}, ${sent(part)})`
          : string(part.value);
        return code`        ${text(part.name)} => ${value},\n`;
      });
      return { value: code`[\n${lines}    ]` };
    }
    case 'binary':
      return { value: code`file_get_contents(${path(body.file)})` };
  }
}

/** @returns the request with PHP's cURL */
export function phpSample(request: HttpRequest): Code {
  const { method, authorization } = request;
  const { before, value, contentType } = bodyCode(request);
  const headers = headerCodes(request, 'php').map(({ name, value: inside, wrap }) => ({
    wrap,
    // cURL leaves out a header that ends in a colon.
    line: inside.code ? code`'${name}: ${inside}'` : code`'${name};'`,
  }));
  if (contentType) headers.push({ wrap: (inside) => inside, line: joinCode([contentType]) });
  const [first] = headers;
  const lines = headers.map(({ wrap, line }) => wrap(code`        ${line},\n`));
  const inside =
    headers.length === 1 && isShort(first!, first!.line)
      ? first!.line
      : code`\n${joinCode(lines)}    `;
  const list = code`    CURLOPT_HTTPHEADER => [${inside}],\n`;
  const basic =
    authorization?.kind === 'basic'
      ? code`    CURLOPT_USERPWD => '${credentialsCode(authorization, 'php')}',\n`
      : '';
  const verb =
    method === 'GET' && !value
      ? ''
      : method === 'HEAD'
        ? '    CURLOPT_NOBODY => true,\n'
        : `    CURLOPT_CUSTOMREQUEST => ${text(method)},\n`;
  const headerLines = headers.length ? unlessNoHeader(request, headers, list) : '';
  const told =
    method === 'HEAD'
      ? 'echo $status, PHP_EOL;'
      : request.answer === 'json'
        ? 'print_r(json_decode($answer, true));'
        : 'echo $answer;';
  return code`<?php

${before ?? ''}$curl = curl_init('${urlCode(request, 'php')}');
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
${verb}${basic}${headerLines}${value ? code`    CURLOPT_POSTFIELDS => ${value},\n` : ''}]);

$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 400) {
    throw new RuntimeException("$status $answer");
}
${told}
`;
}
