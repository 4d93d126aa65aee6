/** java.net.http, for Java 17. */
import { type Code, code, joinCode, stringsIn } from './code/code.ts';
import {
  type FilePart,
  type HttpRequest,
  isFilePart,
  type TextPart,
} from './request/http-request.ts';
import { shownText, type Template } from './request/template.ts';
import { disposition } from './form-encoding.ts';
import {
  bodyTextCode,
  credentialsCode,
  eachField,
  formCode,
  headerCodes,
  type TextBody,
  urlCode,
} from './request-code.ts';
import { isBlock } from './text-block.ts';

const { text, string, path } = stringsIn('java', '"');
const file = (template: Template): Code => code`Path.of(${path(template)})`;

/** A text block where the text goes over lines or holds quotes. */
function textCode(body: TextBody, indent: number): Code {
  const pad = ' '.repeat(indent);
  const quotes =
    body.kind === 'json' &&
    /"/.test(shownText(body.text)) &&
    !/[\n\r]|^\s/.test(shownText(body.text));
  return isBlock(body) || quotes
    ? code`"""\n${pad}${bodyTextCode(body, 'java-block', indent)}"""`
    : code`"${bodyTextCode(body, 'java')}"`;
}

function multipartCode(parts: (TextPart | FilePart)[]): Code {
  const join = (lines: (Code | string)[]): Code =>
    code`            BodyPublishers.ofString(String.join("\\r\\n",\n${joinCode(
      lines.map((line) => code`                ${line}`),
      ',\n',
    )})),\n`;
  const pieces = eachField(parts, (part) => {
    const head = [
      '"--" + boundary',
      text(`Content-Disposition: ${disposition(part)}`),
      ...(part.type === undefined ? [] : [text(`Content-Type: ${part.type}`)]),
      '""',
    ];
    if (!isFilePart(part)) return join([...head, string(part.value), '""']);
    const content = code`            BodyPublishers.ofFile(${file(part.file)}),
            BodyPublishers.ofString("\\r\\n"),
`;
    return code`${join([...head, '""'])}${content}`;
  });
  return code`        String boundary = UUID.randomUUID().toString();
        HttpRequest.BodyPublisher form = BodyPublishers.concat(
${pieces}            BodyPublishers.ofString("--" + boundary + "--\\r\\n"));

`;
}

interface JavaBody {
  before?: Code;
  publisher: Code | string;
  imports: string[];
  contentType?: string;
}

const publishers = 'java.net.http.HttpRequest.BodyPublishers';

function bodyCode({ method, body }: HttpRequest): JavaBody {
  switch (body.kind) {
    case 'none':
      return {
        publisher: 'BodyPublishers.noBody()',
        imports: /^(?:GET|DELETE)$/.test(method) ? [] : [publishers],
      };
    case 'json':
    case 'text':
      return {
        publisher: code`BodyPublishers.ofString(${textCode(body, 16)})`,
        imports: [publishers],
      };
    case 'form':
      return {
        publisher: code`BodyPublishers.ofString("${formCode(body.fields, 'java')}")`,
        imports: [publishers],
      };
    case 'multipart':
      return {
        before: multipartCode(body.parts),
        publisher: 'form',
        contentType: '"multipart/form-data; boundary=" + boundary',
        imports: [
          publishers,
          'java.util.UUID',
          ...(body.parts.some(isFilePart) ? ['java.nio.file.Path'] : []),
        ],
      };
    case 'binary':
      return {
        publisher: code`BodyPublishers.ofFile(${file(body.file)})`,
        imports: [publishers, 'java.nio.file.Path'],
      };
  }
}

function verb(method: string, body: HttpRequest['body'], publisher: Code | string): Code | string {
  if (body.kind === 'none') {
    if (method === 'GET') return '';
    if (method === 'DELETE') return '            .DELETE()\n';
  } else if (method === 'POST' || method === 'PUT')
    return code`            .${method}(${publisher})\n`;
  return code`            .method(${text(method)}, ${publisher})\n`;
}

/** @returns the request with java.net.http, as a class */
export function javaSample(request: HttpRequest): Code {
  const { method, authorization } = request;
  const body = bodyCode(request);
  const call = verb(method, request.body, body.publisher);
  const lines: (Code | string)[] = headerCodes(request, 'java').map(({ name, value, wrap }) =>
    wrap(code`            .header(${text(name)}, "${value}")\n`),
  );
  if (body.contentType) lines.push(`            .header("Content-Type", ${body.contentType})\n`);
  let before: Code | string = body.before ?? '';
  const imports = [
    'java.io.IOException',
    'java.net.URI',
    'java.net.http.HttpClient',
    'java.net.http.HttpRequest',
    'java.net.http.HttpResponse',
  ];
  imports.push(...body.imports);
  if (authorization?.kind === 'basic') {
    imports.push('java.nio.charset.StandardCharsets', 'java.util.Base64');
    const pair = code`"${credentialsCode(authorization, 'java')}"`;
    before = code`        String credentials = Base64.getEncoder()
            .encodeToString(${pair}.getBytes(StandardCharsets.UTF_8));
${before}`;
    lines.unshift('            .header("Authorization", "Basic " + credentials)\n');
  }
  const list = imports
    .sort()
    .map((name) => `import ${name};\n`)
    .join('');
  const told = method === 'HEAD' ? 'response.headers().map()' : 'response.body()';
  const uri = code`URI.create("${urlCode(request, 'java')}")`;
  return code`${list}
public class Sample {
    public static void main(String[] args) throws IOException, InterruptedException {
${before}        HttpRequest request = HttpRequest.newBuilder(${uri})
${joinCode(lines)}${call}            .build();

        HttpResponse<String> response = HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        System.out.println(${told});
    }
}
`;
}
