/** HttpClient, for C# 11 and .NET 8, with implicit usings. */
import { type Code, code, joinCode, templateCode } from '../shared/code.ts';
import { fileName, type HttpRequest, isFilePart } from '../shared/http-request.ts';
import { escapeLiteral } from '../shared/string-literal.ts';
import { shownText, type Template } from '../shared/template.ts';
import { isQuotePlus } from './form-encoding.ts';
import { bodyTextCode, fitsRawLiteral, formCode, headerCodes, type TextBody, unlessAbsent, urlCode } from './request-code.ts';
import { isBlock } from './text-block.ts';

const text = (value: string): string => `"${escapeLiteral('csharp', value)}"`;
const string = (template: Template): Code => code`"${templateCode(template, 'text', 'csharp')}"`;
const path = (template: Template): Code => code`"${templateCode(template, 'file', 'csharp')}"`;

const mediaType = (type: string): string =>
  type.includes(';') ? `MediaTypeHeaderValue.Parse(${text(type)})` : `new MediaTypeHeaderValue(${text(type)})`;

/** A raw literal where the text goes over lines or holds quotes, and cannot end it. */
function textCode(body: TextBody): Code {
  const shown = shownText(body.text);
  const raw = fitsRawLiteral(body) && !shown.includes('"""');
  if (raw && isBlock(body)) return code`"""\n    ${bodyTextCode(body, 'raw', 4)}\n    """`;
  if (raw && body.kind === 'json' && /^[[{].*"/.test(shown) && !/[\0-\x1f\x7f]/.test(shown)) {
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
      const lines = body.fields.map((field) =>
        unlessAbsent(field, code`    new KeyValuePair<string, string>(${text(field.name)}, ${string(field.value)}),\n`),
      );
      return code`request.Content = new FormUrlEncodedContent(new[]\n{\n${joinCode(lines)}});\n`;
    }
    case 'multipart': {
      const lines = body.parts.map((part) => {
        if (isFilePart(part)) {
          const typed = `{ Headers = { ContentType = ${mediaType(part.type)} } }`;
          const content = code`new StreamContent(File.OpenRead(${path(part.file)})) ${typed}`;
          return unlessAbsent(part, code`    { ${content}, ${text(part.name)}, ${text(fileName(shownText(part.file)))} },\n`);
        }
        const type = part.type === undefined ? '' : `, ${mediaType(part.type)}`;
        return unlessAbsent(part, code`    { new StringContent(${string(part.value)}${type}), ${text(part.name)} },\n`);
      });
      return code`request.Content = new MultipartFormDataContent\n{\n${joinCode(lines)}};\n`;
    }
    case 'binary':
      return code`request.Content = new StreamContent(File.OpenRead(${path(body.file)}));
request.Content.Headers.ContentType = ${mediaType(body.type)};\n`;
  }
}

/** Headers that .NET keeps with the content. */
const ofContent = /^(?:allow|content-(?:disposition|encoding|language|location|md5|range)|expires|last-modified)$/i;

/** Headers whose values .NET takes only in the form of the standard. */
const parsed = /^(?:accept(?:-.*)?|authorization|cache-control|date|from|if-.*|max-forwards|pragma|proxy-.*|range|referer|user-agent|via|warning)$/i;

const plainValue = /^[\w/+*.-]+(?:, ?[\w/+*.-]+)*$/;

const methods = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE)$/;

/** @returns the request with HttpClient, as top-level statements */
export function csharpSample(request: HttpRequest): Code {
  const { method, authorization, body } = request;
  const verb = methods.test(method) ? `HttpMethod.${method[0]}${method.slice(1).toLowerCase()}` : `new HttpMethod(${text(method)})`;
  const basic = authorization?.kind === 'basic';
  const all = headerCodes(request, 'csharp', { contentType: false });
  const line = ({ name, value, wrap }: (typeof all)[number], owner: string): Code => {
    const plain = !parsed.test(name) || (/^accept$/i.test(name) && plainValue.test(value.code));
    return wrap(code`${owner}.Headers.${plain ? 'Add' : 'TryAddWithoutValidation'}(${text(name)}, "${value}");\n`);
  };
  const contentHeaders = all.filter(({ name }) => ofContent.test(name));
  const headers = all.filter(({ name }) => !ofContent.test(name) && !(name === 'Authorization' && authorization));
  const credentials = basic
    ? code`var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes("${templateCode(authorization.user, 'text', 'csharp')}:${templateCode(authorization.password, 'text', 'csharp')}"));
request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);\n`
    : authorization?.kind === 'bearer'
      ? code`request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ${string(authorization.token)});\n`
      : '';
  const content = bodyCode(request);
  const empty = body.kind === 'none' && contentHeaders.length ? 'request.Content = new ByteArrayContent([]);\n' : '';
  const usings = [
    ...(authorization || content.code.includes('MediaTypeHeaderValue') ? ['System.Net.Http.Headers'] : []),
    ...(basic ? ['System.Text'] : []),
  ];
  const list = usings.map((name) => `using ${name};\n`).join('');
  return code`${list}${list && '\n'}using var client = new HttpClient();
using var request = new HttpRequestMessage(${verb}, "${urlCode(request, 'csharp')}");
${credentials}${joinCode(headers.map((header) => line(header, 'request')))}${content}${empty}${joinCode(
    contentHeaders.map((header) => line(header, 'request.Content')),
  )}
using var response = await client.SendAsync(request);
var answer = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    throw new HttpRequestException($"{(int)response.StatusCode} {answer}");
}
Console.WriteLine(${method === 'HEAD' ? 'response.Headers' : 'answer'});
`;
}
