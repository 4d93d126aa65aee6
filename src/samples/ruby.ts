/** Net::HTTP, for Ruby. */
import { type Code, code, joinCode, stringsIn } from './code/code.ts';
import {
  fileName,
  type FilePart,
  type HttpRequest,
  isFilePart,
  type TextPart,
} from './request/http-request.ts';
import { shownText } from './request/template.ts';
import { areNamesUnique, disposition } from './form-encoding.ts';
import { findJsonLayout } from './json-layout.ts';
import {
  addressCode,
  bodyData,
  bodyTextCode,
  eachField,
  headerCodes,
  type JsonBody,
  type TextBody,
  urlCode,
} from './request-code.ts';
import { fieldValue, type PlainField, plainFields } from './query-fields.ts';
import { heredocWord } from './text-block.ts';

const { text, string, path } = stringsIn('ruby', '"');

function jsonCode(body: JsonBody): Code | undefined {
  const found = findJsonLayout(body.text);
  // Ruby's JSON before 2.10 breaks lines in what is empty.
  if (!found || (found.layout === 'lines' && /\{\}|\[\]/.test(shownText(body.text))))
    return undefined;
  const value = bodyData(body, found.node, 'ruby');
  return found.layout === 'lines'
    ? code`JSON.pretty_generate(${value})`
    : code`JSON.generate(${value})`;
}

function textCode(body: TextBody): Code {
  const word = heredocWord(body);
  if (!word) return code`"${bodyTextCode(body, 'ruby')}"`;
  return code`<<~'${word}'.chomp\n  ${bodyTextCode(body, 'raw', 2)}\n${word}`;
}

/** A multipart body by hand: `set_form` drops the type of a text. */
function multipartByHand(parts: (TextPart | FilePart)[]): Code {
  const lines = eachField(parts, (part) => {
    const type = part.type === undefined ? '' : `  ${text(`Content-Type: ${part.type}`)},\n`;
    const content = isFilePart(part) ? code`File.binread(${path(part.file)})` : string(part.value);
    return code`  "--#{boundary}",
  ${text(`Content-Disposition: ${disposition(part)}`)},
${type}  "",
  ${content},
`;
  });
  return code`boundary = SecureRandom.hex(16)
request["Content-Type"] = "multipart/form-data; boundary=#{boundary}"
request.body = [
${lines}  "--#{boundary}--",
  "",
].map(&:b).join("\\r\\n")
`;
}

function bodyCode({ body }: HttpRequest): Code {
  switch (body.kind) {
    case 'none':
      return joinCode([]);
    case 'json':
      return code`request.body = ${jsonCode(body) ?? textCode(body)}\n`;
    case 'text':
      return code`request.body = ${textCode(body)}\n`;
    case 'form': {
      const unique = areNamesUnique(body.fields);
      const lines = eachField(body.fields, (field) => {
        const [name, value] = [text(field.name), string(field.value)];
        return unique ? code`  ${name} => ${value},\n` : code`  [${name}, ${value}],\n`;
      });
      const [open, close] = unique ? ['', ''] : ['[', ']'];
      return code`request.body = URI.encode_www_form(${open!}\n${lines}${close!})\n`;
    }
    case 'multipart': {
      if (body.parts.some((part) => !isFilePart(part) && part.type !== undefined)) {
        return multipartByHand(body.parts);
      }
      const lines = eachField(body.parts, (part) => {
        const name = text(part.name);
        if (!isFilePart(part)) return code`  [${name}, ${string(part.value)}],\n`;
        const sent = text(fileName(shownText(part.file)));
        const options = `{ filename: ${sent}, content_type: ${text(part.type)} }`;
        return code`  [${name}, File.open(${path(part.file)}, "rb"), ${options}],\n`;
      });
      return code`request.set_form([\n${lines}], "multipart/form-data")\n`;
    }
    case 'binary':
      return code`request.body = File.binread(${path(body.file)})\n`;
  }
}

function queryCode(fields: PlainField[]): Code {
  const [open, arrow, close] = areNamesUnique(fields) ? ['', ' => ', ''] : ['[', ', ', ']'];
  const pairs = fields.map((field) => {
    const pair = code`${text(field.name)}${arrow!}${fieldValue(field, 'ruby', 'JSON.generate', text)}`;
    return open ? code`[${pair}]` : pair;
  });
  const line = code`uri.query = URI.encode_www_form(${open!}${joinCode(pairs, ', ')}${close!})\n`;
  if (line.code.length <= 80) return line;
  return code`uri.query = URI.encode_www_form(${open!}\n  ${joinCode(pairs, ',\n  ')}\n${close!})\n`;
}

/** Methods that Net::HTTP has a class for. */
const classes = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE)$/;

/** @returns the request with Net::HTTP */
export function rubySample(request: HttpRequest): Code {
  const { method, authorization, body } = request;
  const name = method[0] + method.slice(1).toLowerCase();
  const made = classes.test(method)
    ? `Net::HTTP::${name}.new(uri)`
    : `Net::HTTPGenericRequest.new(${text(method)}, ${body.kind !== 'none'}, true, uri)`;
  const headers = headerCodes(request, 'ruby').map(({ name: header, value, wrap }) =>
    wrap(code`request[${text(header)}] = "${value}"\n`),
  );
  const basic =
    authorization?.kind === 'basic'
      ? code`request.basic_auth ${string(authorization.user)}, ${string(authorization.password)}\n`
      : '';
  const data = bodyCode(request);
  const query = plainFields(request);
  const queried = query ? queryCode(query) : joinCode([]);
  const json = request.answer === 'json' && method !== 'HEAD';
  const needsJson = json || /JSON\./.test(data.code + queried.code);
  const told =
    method === 'HEAD'
      ? 'puts response.code, response.to_hash'
      : json
        ? 'puts JSON.parse(response.body)'
        : 'puts response.body';
  const needsRandom = data.code.includes('SecureRandom');
  return code`${needsJson ? 'require "json"\n' : ''}require "net/http"
${needsRandom ? 'require "securerandom"\n' : ''}
uri = URI("${query ? addressCode(request, 'ruby') : urlCode(request, 'ruby')}")
${queried}request = ${made}
${basic}${joinCode(headers)}${data}
response = Net::HTTP.start(uri.hostname, uri.port, use_ssl: uri.scheme == "https") do |http|
  http.request(request)
end
raise "#{response.code} #{response.body}" unless response.is_a?(Net::HTTPSuccess)

${told}
`;
}
