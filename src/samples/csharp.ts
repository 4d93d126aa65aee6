/** HttpClient, for C# 12 and .NET 8, with implicit usings. */
import { type Code, code, joinCode, stringsIn } from './code/code.ts';
import { fileName, type HttpRequest, isFilePart } from './request/http-request.ts';
import { holeNames, shownText, type Template } from './request/template.ts';
import { isQuotePlus } from './form-encoding.ts';
import {
  bodyTextCode,
  credentialsCode,
  eachField,
  fitsRawLiteral,
  formCode,
  headerCodes,
  type TextBody,
  urlCode,
} from './request-code.ts';
import { isBlock } from './text-block.ts';

const { text, string: quoted, path } = stringsIn('csharp', '"');
/** Some of these are line breaks to C#, and end a literal on one line. */
const unseen = /[\p{Cc}\u2028\u2029\ufeff]/u;

const string = (template: Template): Code => {
  const shown = shownText(template);
  // A raw literal neither begins nor ends with a quote, and knows no escape.
  const raw =
    !holeNames(template).length &&
    /^[^"].*".*[^"]$/.test(shown) &&
    !shown.includes('"""') &&
    !unseen.test(shown);
  return raw ? joinCode([`"""${shown}"""`]) : quoted(template);
};

const mediaType = (type: string): string =>
  type.includes(';')
    ? `MediaTypeHeaderValue.Parse(${text(type)})`
    : `new MediaTypeHeaderValue(${text(type)})`;

/** A raw literal where the text goes over lines or holds quotes, and cannot end it. */
function textCode(body: TextBody): Code {
  const shown = shownText(body.text);
  const raw = fitsRawLiteral(body) && !shown.includes('"""');
  if (raw && isBlock(body)) return code`"""\n    ${bodyTextCode(body, 'raw', 4)}\n    """`;
  if (raw && body.kind === 'json' && /^[[{].*"/.test(shown) && !unseen.test(shown)) {
    return code`"""${bodyTextCode(body, 'raw')}"""`;
  }
  return code`"${bodyTextCode(body, 'csharp')}"`;
}

const stringContent = (content: Code, type: string): Code =>
  code`request.Content = new StringContent(${content}, ${mediaType(type)});\n`;

function bodyCode({ body }: HttpRequest): Code {
  switch (body.kind) {
    case 'none':
      return joinCode([]);
    case 'json':
    case 'text':
      return stringContent(textCode(body), body.type);
    case 'form': {
      if (!isQuotePlus(body.fields) || body.type.includes(';')) {
        return stringContent(code`"${formCode(body.fields, 'csharp')}"`, body.type);
      }
      const lines = eachField(
        body.fields,
        ({ name, value }) =>
          code`    new KeyValuePair<string, string>(${text(name)}, ${string(value)}),\n`,
      );
      return code`request.Content = new FormUrlEncodedContent(new[]\n{\n${lines}});\n`;
    }
    case 'multipart': {
      let files = 0;
      const lines = eachField(body.parts, (part) => {
        if (!isFilePart(part)) {
          const type = part.type === undefined ? '' : `, ${mediaType(part.type)}`;
          const content = code`new StringContent(${string(part.value)}${type})`;
          return code`form.Add(${content}, ${text(part.name)});\n`;
        }
        files += 1;
        const file = files === 1 ? 'file' : `file${files}`;
        const sent = text(fileName(shownText(part.file)));
        return code`var ${file} = new StreamContent(File.OpenRead(${path(part.file)}));
${file}.Headers.ContentType = ${mediaType(part.type)};
form.Add(${file}, ${text(part.name)}, ${sent});\n`;
      });
      return code`var form = new MultipartFormDataContent();
${lines}request.Content = form;
`;
    }
    case 'binary':
      return code`request.Content = new StreamContent(File.OpenRead(${path(body.file)}));
request.Content.Headers.ContentType = ${mediaType(body.type)};\n`;
  }
}

/** Headers that .NET keeps with the content. */
const ofContent =
  /^(?:allow|content-(?:disposition|encoding|language|location|md5|range|type)|expires|last-modified)$/i;

/** Headers whose values .NET takes only in the form of the standard. */
const parsed = new RegExp(
  '^(?:accept(?:-.*)?|authorization|cache-control|date|from|if-.*|max-forwards|pragma|proxy-.*|' +
    'range|referer|user-agent|via|warning)$',
  'i',
);

const plainValue = /^[\w/+*.-]+(?:, ?[\w/+*.-]+)*$/;

const methods = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE)$/;

function authorizationCode(authorization: HttpRequest['authorization']): Code {
  if (!authorization) return joinCode([]);
  const set = 'request.Headers.Authorization = new AuthenticationHeaderValue';
  if (authorization.kind === 'bearer') {
    return code`${set}("Bearer", ${string(authorization.token)});\n`;
  }
  const pair = credentialsCode(authorization, 'csharp');
  return code`var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes("${pair}"));
${set}("Basic", credentials);
`;
}

/** @returns the request with HttpClient, as top-level statements */
export function csharpSample(request: HttpRequest): Code {
  const { method, authorization, body } = request;
  const verb = methods.test(method)
    ? `HttpMethod.${method[0]}${method.slice(1).toLowerCase()}`
    : `new HttpMethod(${text(method)})`;
  const basic = authorization?.kind === 'basic';
  const all = headerCodes(request, 'csharp', { contentType: false });
  const line = ({ name, value, wrap }: (typeof all)[number], owner: string): Code => {
    const plain = !parsed.test(name) || (/^accept$/i.test(name) && plainValue.test(value.code));
    const add = plain ? 'Add' : 'TryAddWithoutValidation';
    return wrap(code`${owner}.Headers.${add}(${text(name)}, "${value}");\n`);
  };
  const contentHeaders = all.filter(({ name }) => ofContent.test(name));
  const headers = all.filter(
    ({ name }) => !ofContent.test(name) && !(name === 'Authorization' && authorization),
  );
  const content = bodyCode(request);
  const empty =
    body.kind === 'none' && contentHeaders.length
      ? 'request.Content = new ByteArrayContent(Array.Empty<byte>());\n'
      : '';
  const usings = [
    ...(authorization || content.code.includes('MediaTypeHeaderValue')
      ? ['System.Net.Http.Headers']
      : []),
    ...(basic ? ['System.Text'] : []),
  ];
  const before = headers.map((header) => line(header, 'request'));
  const after = contentHeaders.map((header) => line(header, 'request.Content'));
  const list = usings.map((name) => `using ${name};\n`).join('');
  return code`${list}${list && '\n'}using var client = new HttpClient();
using var request = new HttpRequestMessage(${verb}, "${urlCode(request, 'csharp')}");
${authorizationCode(authorization)}${joinCode(before)}${content}${empty}${joinCode(after)}
using var response = await client.SendAsync(request);
var answer = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    throw new HttpRequestException($"{(int)response.StatusCode} {answer}");
}
Console.WriteLine(${method === 'HEAD' ? 'response.Headers' : 'answer'});
`;
}
