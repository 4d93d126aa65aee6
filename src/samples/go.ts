/** net/http, for Go. */
import { type Code, code, joinCode, stringsIn } from './code/code.ts';
import {
  type Field,
  type FilePart,
  type HttpRequest,
  isFilePart,
  type TextPart,
} from './request/http-request.ts';
import { shownText } from './request/template.ts';
import { disposition, isQuotePlus } from './form-encoding.ts';
import {
  bodyTextCode,
  eachField,
  formCode,
  headerCodes,
  type TextBody,
  urlCode,
} from './request-code.ts';

const { text, string, path } = stringsIn('go', '"');

/** A statement that ends the program where the one before it has failed. */
const fatal = `\tif err != nil {
\t\tlog.Fatal(err)
\t}
`;

/** In backticks where the text has quotes or line breaks, and nothing that they cannot hold. */
function textCode(body: TextBody): Code {
  const shown = shownText(body.text);
  const raw = /["\\\n]/.test(shown) && !/[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/.test(shown);
  return raw ? code`\`${bodyTextCode(body, 'go-raw')}\`` : code`"${bodyTextCode(body, 'go')}"`;
}

/** `url.Values` sorts by name, and writes as `quotePlus` does. */
function fitsValues(fields: Field[]): boolean {
  const names = fields.map((field) => field.name);
  return isQuotePlus(fields) && names.every((name, index) => !index || names[index - 1]! < name);
}

function valuesCode(fields: Field[]): Code {
  const widest = Math.max(...fields.map((field) => [...text(field.name)].length));
  const lines = eachField(fields, (field) => {
    // As gofmt does, by code points.
    const name = text(field.name);
    const key = `${name}:${' '.repeat(widest - [...name].length + 1)}`;
    return code`\t\t${key}{${string(field.value)}},\n`;
  });
  return code`\tform := url.Values{\n${lines}\t}\n\n`;
}

interface GoBody {
  before?: Code;
  /** The argument of NewRequest. */
  value: string | Code;
  imports: string[];
  contentType?: string;
  /** A function below `main`. */
  helper?: string;
}

const createPart = `part, err := form.CreatePart(textproto.MIMEHeader{
		"Content-Disposition": {disposition},
		"Content-Type":        {mediaType},
	})
${fatal}`;

const addFile = `
func addFile(form *multipart.Writer, disposition, mediaType, path string) {
	file, err := os.Open(path)
${fatal}	defer file.Close()
	${createPart}	if _, err := io.Copy(part, file); err != nil {
		log.Fatal(err)
	}
}
`;

const addText = `
func addText(form *multipart.Writer, disposition, mediaType, text string) {
	${createPart}	if _, err := io.WriteString(part, text); err != nil {
		log.Fatal(err)
	}
}
`;

const rawText = (value: string): string => (value.includes('`') ? text(value) : `\`${value}\``);

function multipartBody(parts: (TextPart | FilePart)[]): GoBody {
  const lines = eachField(parts, (part) => {
    const head = `form, ${rawText(disposition(part))}, ${text(part.type ?? '')}`;
    if (isFilePart(part)) return code`\taddFile(${head}, ${path(part.file)})\n`;
    const value = string(part.value);
    return part.type === undefined
      ? code`\tform.WriteField(${text(part.name)}, ${value})\n`
      : code`\taddText(${head}, ${value})\n`;
  });
  const files = parts.some(isFilePart);
  const typed = parts.some((part) => !isFilePart(part) && part.type !== undefined);
  return {
    before: code`	body := &bytes.Buffer{}
	form := multipart.NewWriter(body)
${lines}	form.Close()

`,
    value: 'body',
    contentType: 'form.FormDataContentType()',
    imports: [
      'bytes',
      'mime/multipart',
      ...(files ? ['os'] : []),
      ...(files || typed ? ['net/textproto'] : []),
    ],
    helper: `${files ? addFile : ''}${typed ? addText : ''}`,
  };
}

function bodyCode({ body }: HttpRequest): GoBody {
  switch (body.kind) {
    case 'none':
      return { value: 'nil', imports: [] };
    case 'json':
    case 'text':
      return {
        before: code`\tbody := strings.NewReader(${textCode(body)})\n`,
        value: 'body',
        imports: ['strings'],
      };
    case 'form':
      return fitsValues(body.fields)
        ? {
            before: valuesCode(body.fields),
            value: 'strings.NewReader(form.Encode())',
            imports: ['net/url', 'strings'],
          }
        : {
            before: code`\tbody := strings.NewReader("${formCode(body.fields, 'go')}")\n`,
            value: 'body',
            imports: ['strings'],
          };
    case 'multipart':
      return multipartBody(body.parts);
    case 'binary':
      return {
        // Read whole, so that the length is known and no chunks are sent.
        before: code`\tcontent, err := os.ReadFile(${path(body.file)})\n${fatal}\n`,
        value: 'bytes.NewReader(content)',
        imports: ['bytes', 'os'],
      };
  }
}

const methodName = (method: string): string =>
  /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE)$/.test(method)
    ? `http.Method${method[0]}${method.slice(1).toLowerCase()}`
    : text(method);

/** @returns the request with net/http, as a program */
export function goSample(request: HttpRequest): Code {
  const { method, authorization } = request;
  const body = bodyCode(request);
  const lines = headerCodes(request, 'go').map(({ name, value, wrap }) =>
    wrap(code`\trequest.Header.Set(${text(name)}, "${value}")\n`),
  );
  if (body.contentType)
    lines.push(code`\trequest.Header.Set("Content-Type", ${body.contentType})\n`);
  if (authorization?.kind === 'basic') {
    const pair = joinCode([string(authorization.user), string(authorization.password)], ', ');
    lines.unshift(code`\trequest.SetBasicAuth(${pair})\n`);
  }
  const imports = ['fmt', 'io', 'log', 'net/http', ...body.imports].sort();
  const list = imports.map((name) => `\t"${name}"\n`).join('');
  const url = code`"${urlCode(request, 'go')}"`;
  const parameters = joinCode([methodName(method), url, body.value], ', ');
  return code`package main

import (
${list})

func main() {
${body.before ?? ''}\trequest, err := http.NewRequest(${parameters})
${fatal}${joinCode(lines)}
\tresponse, err := http.DefaultClient.Do(request)
${fatal}\tdefer response.Body.Close()

\tanswer, err := io.ReadAll(response.Body)
${fatal}\tif response.StatusCode >= 400 {
\t\tlog.Fatalf("%s: %s", response.Status, answer)
\t}
\tfmt.Println(${method === 'HEAD' ? 'response.Status' : 'string(answer)'})
}
${body.helper ?? ''}`;
}
