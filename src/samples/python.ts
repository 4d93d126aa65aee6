/** Requests, for Python 3. */
import { type Code, code, joinCode, quotedCode, stringsIn } from './code/code.ts';
import { type Field, fileName, type HttpRequest, isFilePart } from './request/http-request.ts';
import { holeNames, shownText, type Template } from './request/template.ts';
import { isQuotePlus, quotePlus } from './form-encoding.ts';
import { findJsonLayout } from './json-layout.ts';
import { queryFields } from './query-fields.ts';
import {
  addressCode,
  bodyData,
  bodyTextCode,
  eachField,
  formCode,
  headerCodes,
  isMultiline,
  isShort,
  type JsonBody,
  type TextBody,
  unlessAllAbsent,
  unlessNoHeader,
  urlCode,
} from './request-code.ts';

const { text, path } = stringsIn('python', "'");
const string = (template: Template): Code => quotedCode(template, 'python');
const isAscii = (value: string): boolean => /^[\0-\x7f]*$/.test(value);

/** A dict, or a list of pairs where a name comes twice; `pad` spaces before its line. */
function fieldsCode(fields: Field[], pad: string): Code {
  const names = fields.map((field) => field.name);
  const dict = new Set(names).size === names.length;
  const [first, ...others] = fields;
  if (first && !others.length && first.optional === undefined) {
    const line = code`{${text(first.name)}: ${string(first.value)}}`;
    if (line.code.length <= 72) return line;
  }
  const lines = eachField(fields, (field) => {
    const [name, value] = [text(field.name), string(field.value)];
    return dict ? code`${pad}    ${name}: ${value},\n` : code`${pad}    (${name}, ${value}),\n`;
  });
  return dict ? code`{\n${lines}${pad}}` : code`[\n${lines}${pad}]`;
}

function jsonArgument(body: JsonBody, pad: number): Code | undefined {
  const found = findJsonLayout(body.text);
  if (!found) return undefined;
  const value = bodyData(body, found.node, 'python', pad);
  const ascii = isAscii(shownText(body.text));
  const layout = found.layout === 'compact' ? ", separators=(',', ':')" : ', indent=2';
  const dumped = code`json.dumps(${value}${layout}${ascii ? '' : ', ensure_ascii=False'})`;
  return code`data=${dumped}${ascii ? '' : '.encode()'}`;
}

function textArgument(body: TextBody): Code {
  const encode = isAscii(shownText(body.text)) && !holeNames(body.text).length ? '' : '.encode()';
  return isMultiline(body)
    ? code`data='''${bodyTextCode(body, 'python-block')}'''${encode}`
    : code`data='${bodyTextCode(body, 'python')}'${encode}`;
}

interface Arguments {
  arguments: Code[];
  imports: string[];
  /** The file that is open during the call. */
  open?: Code;
  /** The client names the type on its own. */
  typed?: boolean;
}

function partsArgument(
  body: Extract<HttpRequest['body'], { kind: 'multipart' }>,
  pad: string,
): Code {
  const lines = eachField(body.parts, (part) => {
    const name = text(part.name);
    if (isFilePart(part)) {
      const sent = text(fileName(shownText(part.file)));
      const open = code`open(${path(part.file)}, 'rb')`;
      return code`${pad}    (${name}, (${sent}, ${open}, ${text(part.type)})),\n`;
    }
    const type = part.type === undefined ? '' : `, ${text(part.type)}`;
    return code`${pad}    (${name}, (None, ${string(part.value)}${type})),\n`;
  });
  return code`files=[\n${lines}${pad}]`;
}

function bodyArguments({ body }: HttpRequest, pad: number): Arguments {
  const spaces = ' '.repeat(pad);
  switch (body.kind) {
    case 'none':
      return { arguments: [], imports: [] };
    case 'json': {
      const json = jsonArgument(body, pad);
      return json
        ? { arguments: [json], imports: ['json'] }
        : { arguments: [textArgument(body)], imports: [] };
    }
    case 'text':
      return { arguments: [textArgument(body)], imports: [] };
    case 'form': {
      const form = body.fields;
      if (!isQuotePlus(form))
        return { arguments: [code`data='${formCode(form, 'python')}'`], imports: [] };
      return {
        arguments: [code`data=${fieldsCode(form, spaces)}`],
        imports: [],
        typed: body.type === 'application/x-www-form-urlencoded',
      };
    }
    case 'multipart':
      return { arguments: [partsArgument(body, spaces)], imports: [] };
    case 'binary':
      return {
        arguments: [joinCode(['data=file'])],
        imports: [],
        open: code`with open(${path(body.file)}, 'rb') as file:\n`,
      };
  }
}

const shortcut = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

/** @returns the request as a call of Requests */
export function pythonSample(request: HttpRequest): Code {
  const { method, authorization, cookies } = request;
  const pad = request.body.kind === 'binary' ? 8 : 4;
  const spaces = ' '.repeat(pad);
  const body = bodyArguments(request, pad);
  const query = queryFields(request, quotePlus);
  const list: Code[] = [];
  const add = (argument: Code): void => void list.push(code`${spaces}${argument},\n`);

  if (!shortcut.test(method)) add(joinCode([text(method)]));
  add(code`'${query ? addressCode(request, 'python') : urlCode(request, 'python')}'`);
  if (query)
    list.push(unlessAllAbsent(query, code`${spaces}params=${fieldsCode(query, spaces)},\n`));
  const headers = headerCodes(request, 'python', { cookies: false, contentType: !body.typed });
  if (headers.length) {
    const lines = headers.map(({ name, value, wrap }) =>
      wrap(code`${spaces}    ${text(name)}: '${value}',\n`),
    );
    const line = code`${text(headers[0]!.name)}: '${headers[0]!.value}'`;
    const dict =
      headers.length === 1 && isShort(headers[0]!, line)
        ? code`{${line}}`
        : code`{\n${joinCode(lines)}${spaces}}`;
    const argument = code`${spaces}headers=${dict},\n`;
    list.push(unlessNoHeader(request, headers, argument));
  }
  if (authorization?.kind === 'basic') {
    const parts = [authorization.user, authorization.password].map(
      (part) => code`${string(part)}${isAscii(shownText(part)) ? '' : '.encode()'}`,
    );
    add(code`auth=(${joinCode(parts, ', ')})`);
  }
  if (cookies.length)
    list.push(unlessAllAbsent(cookies, code`${spaces}cookies=${fieldsCode(cookies, spaces)},\n`));
  body.arguments.forEach(add);

  const name = shortcut.test(method) ? method.toLowerCase() : 'request';
  const inner = ' '.repeat(pad - 4);
  const only = list.length === 1 ? code`'${urlCode(request, 'python')}'` : undefined;
  const call = only ?? code`\n${joinCode(list)}${inner}`;
  const imports = body.imports.map((module) => `import ${module}\n\n`).join('');
  const told =
    method === 'HEAD'
      ? 'response.headers'
      : request.answer === 'json'
        ? 'response.json()'
        : 'response.text';
  return code`${imports}import requests

${body.open ?? ''}${inner}response = requests.${name}(${call})
response.raise_for_status()
print(${told})
`;
}
