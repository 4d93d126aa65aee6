/** net/http, for Go. */
import { type Code, code, joinCode, templateCode } from '../shared/code.ts';
import { type Field, type FilePart, type HttpRequest, isFilePart, type TextPart } from '../shared/http-request.ts';
import { escapeLiteral } from '../shared/string-literal.ts';
import { shownText, type Template } from '../shared/template.ts';
import { disposition, isQuotePlus } from './form-encoding.ts';
import { bodyTextCode, formCode, headerCodes, type TextBody, unlessAbsent, urlCode } from './request-code.ts';

const text = (value: string): string => `"${escapeLiteral('go', value)}"`;
const string = (template: Template): Code => code`"${templateCode(template, 'text', 'go')}"`;
const path = (template: Template): Code => code`"${templateCode(template, 'file', 'go')}"`;

/** A statement that ends the program where the one before it has failed. */
const fatal = `\tif err != nil {
\t\tlog.Fatal(err)
\t}
`;

/** In backticks where the text has quotes or line breaks, and no character that they cannot hold. */
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
  const widest = Math.max(...fields.map((field) => text(field.name).length));
  const lines = fields.map((field) => {
    const key = `${text(field.name)}:`.padEnd(widest + 2);
    return unlessAbsent(field, code`\t\t${key}{${string(field.value)}},\n`);
  });
  return code`\tform := url.Values{\n${joinCode(lines)}\t}\n\n`;
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

const addPart = `
func addPart(form *multipart.Writer, disposition, mediaType string, content io.Reader) {
\tpart, err := form.CreatePart(textproto.MIMEHeader{
\t\t"Content-Disposition": {disposition},
\t\t"Content-Type":        {mediaType},
\t})
${fatal}\tif _, err := io.Copy(part, content); err != nil {
\t\tlog.Fatal(err)
\t}
}
`;

function multipartBody(parts: (TextPart | FilePart)[]): GoBody {
  let files = 0;
  const lines = parts.map((part) => {
    const described = `form, \`${disposition(part)}\``;
    const quoted = disposition(part).includes('`') ? `form, ${text(disposition(part))}` : described;
    if (isFilePart(part)) {
      files += 1;
      const name = files === 1 ? 'file' : `file${files}`;
      return unlessAbsent(
        part,
        code`\t${name}, err := os.Open(${path(part.file)})\n${fatal}\tdefer ${name}.Close()\n\taddPart(${quoted}, ${text(part.type)}, ${name})\n`,
      );
    }
    return unlessAbsent(
      part,
      part.type === undefined
        ? code`\tform.WriteField(${text(part.name)}, ${string(part.value)})\n`
        : code`\taddPart(${quoted}, ${text(part.type)}, strings.NewReader(${string(part.value)}))\n`,
    );
  });
  const typed = parts.some((part) => !isFilePart(part) && part.type !== undefined);
  const helper = files > 0 || typed;
  return {
    before: code`\tbody := &bytes.Buffer{}\n\tform := multipart.NewWriter(body)\n${joinCode(lines)}\tform.Close()\n\n`,
    value: 'body',
    contentType: 'form.FormDataContentType()',
    imports: ['bytes', 'mime/multipart', ...(files ? ['os'] : []), ...(typed ? ['strings'] : []), ...(helper ? ['net/textproto'] : [])],
    ...(helper && { helper: addPart }),
  };
}

function bodyCode({ body }: HttpRequest): GoBody {
  switch (body.kind) {
    case 'none':
      return { value: 'nil', imports: [] };
    case 'json':
    case 'text':
      return { before: code`\tbody := strings.NewReader(${textCode(body)})\n`, value: 'body', imports: ['strings'] };
    case 'form':
      return fitsValues(body.fields)
        ? { before: valuesCode(body.fields), value: 'strings.NewReader(form.Encode())', imports: ['net/url', 'strings'] }
        : { before: code`\tbody := strings.NewReader("${formCode(body.fields, 'go')}")\n`, value: 'body', imports: ['strings'] };
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
  if (body.contentType) lines.push(code`\trequest.Header.Set("Content-Type", ${body.contentType})\n`);
  if (authorization?.kind === 'basic') {
    lines.unshift(code`\trequest.SetBasicAuth(${string(authorization.user)}, ${string(authorization.password)})\n`);
  }
  const imports = ['fmt', 'io', 'log', 'net/http', ...body.imports].sort();
  const list = imports.map((name) => `\t"${name}"\n`).join('');
  return code`package main

import (
${list})

func main() {
${body.before ?? ''}\trequest, err := http.NewRequest(${methodName(method)}, "${urlCode(request, 'go')}", ${body.value})
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
