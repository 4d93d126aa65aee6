/** fetch, for JavaScript and TypeScript, in browsers and in Node. */
import { type Code, code, joinCode, quotedCode, stringsIn } from './code/code.ts';
import { fileName, type HttpRequest, isFilePart } from './request/http-request.ts';
import { shownText, type Template } from './request/template.ts';
import { findJsonLayout } from './json-layout.ts';
import { fieldValue, type PlainField, plainFields } from './query-fields.ts';
import {
  addressCode,
  bodyData,
  bodyTextCode,
  credentialsCode,
  eachField,
  headerCodes,
  isMultiline,
  isShort,
  type JsonBody,
  type TextBody,
  unlessAbsent,
  unlessNoHeader,
  urlCode,
} from './request-code.ts';

const { text, path } = stringsIn('js', "'");
const string = (template: Template): Code => quotedCode(template, 'js');
const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : text(name));

/** An object cannot hold a name twice, nor `__proto__`, and puts names like `1` first. */
const fitsObject = (names: string[]): boolean =>
  new Set(names).size === names.length && !names.some((name) => /^(?:\d+|__proto__)$/.test(name));

function entries(
  pairs: { name: string; value: Code; wrap: (inside: Code) => Code }[],
  indent: string,
): Code {
  const object = fitsObject(pairs.map((pair) => pair.name));
  const [open, close] = object ? '{}' : '[]';
  const [first, ...others] = pairs;
  if (first && !others.length && object) {
    const line = code`{ ${key(first.name)}: ${first.value} }`;
    if (isShort(first, line)) return line;
  }
  const lines = pairs.map(({ name, value, wrap }) =>
    wrap(
      object
        ? code`${indent}  ${key(name)}: ${value},\n`
        : code`${indent}  [${text(name)}, ${value}],\n`,
    ),
  );
  return code`${open!}\n${joinCode(lines)}${indent}${close!}`;
}

const blob = (file: Template, type?: string): Code =>
  joinCode([
    code`await openAsBlob(${path(file)}`,
    type === undefined ? ')' : `, { type: ${text(type)} })`,
  ]);

function jsonCode(body: JsonBody): Code | undefined {
  const found = findJsonLayout(body.text);
  if (!found) return undefined;
  const value = bodyData(body, found.node, 'js', 2);
  return code`JSON.stringify(${value}${found.layout === 'compact' ? '' : ', null, 2'})`;
}

function textCode(body: TextBody): Code {
  return isMultiline(body)
    ? code`\`${bodyTextCode(body, 'js-template')}\``
    : code`'${bodyTextCode(body, 'js')}'`;
}

/** @returns the statements before the call, and the body in it */
function bodyCode({ body }: HttpRequest): { before?: Code; value?: Code } {
  switch (body.kind) {
    case 'none':
      return {};
    case 'json':
      return { value: jsonCode(body) ?? textCode(body) };
    case 'text':
      return { value: textCode(body) };
    case 'form': {
      const pairs = body.fields.map((field) => ({
        name: field.name,
        value: string(field.value),
        wrap: (inside: Code) => unlessAbsent(field, inside),
      }));
      return { value: code`new URLSearchParams(${entries(pairs, '  ')})` };
    }
    case 'multipart': {
      const lines = eachField(body.parts, (part) => {
        const name = text(part.name);
        if (isFilePart(part)) {
          const sent = text(fileName(shownText(part.file)));
          return code`form.append(${name}, ${blob(part.file, part.type)}, ${sent});\n`;
        }
        const value =
          part.type === undefined
            ? string(part.value)
            : code`new Blob([${string(part.value)}], { type: ${text(part.type)} })`;
        return code`form.append(${name}, ${value});\n`;
      });
      return {
        before: code`const form = new FormData();\n${lines}\n`,
        value: joinCode(['form']),
      };
    }
    case 'binary':
      return { value: blob(body.file) };
  }
}

function queryCode(fields: PlainField[]): Code {
  const pairs = fields.map((field) => ({
    name: field.name,
    value: fieldValue(field, 'js', 'JSON.stringify', text),
    wrap: (inside: Code) => inside,
  }));
  return code`const query = new URLSearchParams(${entries(pairs, '')});\n`;
}

/** `btoa` knows the first 256 characters only. */
function basicCode(authorization: HttpRequest['authorization']): Code[] {
  if (authorization?.kind !== 'basic') return [];
  const pair = credentialsCode(authorization, 'js');
  const ascii = /^[\x20-\x7e]*$/.test(pair.code);
  return [
    ascii
      ? code`\`Basic \${btoa('${pair}')}\``
      : code`\`Basic \${Buffer.from('${pair}').toString('base64')}\``,
  ];
}

/** @returns the request as a call of fetch; undefined for what fetch refuses to send */
export function javascriptSample(request: HttpRequest, typed = false): Code | undefined {
  const { method, body } = request;
  if (/^(?:TRACE|CONNECT|TRACK)$/.test(method)) return undefined;
  if (/^(?:GET|HEAD)$/.test(method) && body.kind !== 'none') return undefined;

  const { before, value } = bodyCode(request);
  const headers = [
    ...basicCode(request.authorization).map((credentials) => ({
      name: 'Authorization',
      value: credentials,
      wrap: (inside: Code) => inside,
    })),
    ...headerCodes(request, 'js').map((header) => ({ ...header, value: code`'${header.value}'` })),
  ];
  const headerLines = code`  headers: ${entries(headers, '  ')},\n`;
  const options = [
    ...(method === 'GET' ? [] : [code`  method: ${text(method)},\n`]),
    ...(headers.length ? [unlessNoHeader(request, headers, headerLines)] : []),
    ...(value ? [code`  body: ${value},\n`] : []),
  ];
  const files =
    body.kind === 'binary' || (body.kind === 'multipart' && body.parts.some(isFilePart));
  const second = options.length ? code`, {\n${joinCode(options)}}` : '';
  const query = plainFields(request);
  const url = query
    ? code`\`${addressCode(request, 'js-template')}?\${query}\``
    : code`'${urlCode(request, 'js')}'`;
  const call = code`fetch(${url}${second})`;
  const read = request.answer === 'json' ? 'json' : 'text';
  const answer =
    method === 'HEAD' ? 'response.status, response.headers' : `await response.${read}()`;
  const told =
    typed && read === 'json' && method !== 'HEAD'
      ? `const answer: unknown = ${answer};\nconsole.log(answer);\n`
      : `console.log(${answer});\n`;
  const imports = files ? "import { openAsBlob } from 'node:fs';\n\n" : '';
  return code`${imports}${query ? queryCode(query) : ''}${before ?? ''}const response = await ${call};

if (!response.ok) {
  throw new Error(\`\${response.status} \${await response.text()}\`);
}
${told}`;
}

export const typescriptSample = (request: HttpRequest): Code | undefined =>
  javascriptSample(request, true);
