/** curl, for a POSIX shell. */
import { type Code, code, joinCode, templateCode } from './code/code.ts';
import {
  type FilePart,
  type HttpRequest,
  isFilePart,
  type TextPart,
} from './request/http-request.ts';
import { escapeLiteral } from './code/string-literal.ts';
import { holeNames, shownText } from './request/template.ts';
import {
  bodyTextCode,
  credentialsCode,
  formPairCode,
  headerCodes,
  unlessAbsent,
  urlCode,
} from './request-code.ts';

const quoted = (inside: Code | string): Code => code`'${inside}'`;
const word = (text: string): Code =>
  /^[\w.-]+$/.test(text) ? joinCode([text]) : quoted(escapeLiteral('shell', text));
const option = (name: string, value: Code | string): Code => code` \\\n  --${name} ${value}`;

function bodyOptions({ body }: HttpRequest): Code[] {
  switch (body.kind) {
    case 'none':
      return [];
    case 'json':
    case 'text': {
      // `--data @name` would read a file.
      const reads = shownText(body.text).startsWith('@') || typeof body.text[0] !== 'string';
      return [option(reads ? 'data-raw' : 'data', quoted(bodyTextCode(body, 'shell')))];
    }
    case 'form':
      return body.fields.map((field) =>
        unlessAbsent(field, option('data', quoted(formPairCode(field, 'shell')))),
      );
    case 'multipart':
      return body.parts.map((part) => unlessAbsent(part, partOption(part)));
    case 'binary':
      return [option('data-binary', quoted(code`@${templateCode(body.file, 'file', 'shell')}`))];
  }
}

function partOption(part: TextPart | FilePart): Code {
  const name = escapeLiteral('shell', part.name);
  if (isFilePart(part)) {
    const path = templateCode(part.file, 'file', 'shell');
    const safe = /[,;"\\]/.test(path.code) ? code`"${path}"` : path;
    return option('form', quoted(code`${name}=@${safe};type=${escapeLiteral('shell', part.type)}`));
  }
  const value = templateCode(part.value, 'text', 'shell');
  if (part.type !== undefined) {
    const isPlain = !holeNames(part.value).length && !/[;,"\\]|^[@<(]/.test(shownText(part.value));
    const typed = isPlain ? value : code`"${templateCode(part.value, 'text', 'shell-form')}"`;
    return option('form', quoted(code`${name}=${typed};type=${escapeLiteral('shell', part.type)}`));
  }
  // `--form` gives `@`, `<` and `;` a meaning.
  const plain = !holeNames(part.value).length && !/^[@<("]|;/.test(shownText(part.value));
  return option(plain ? 'form' : 'form-string', quoted(code`${name}=${value}`));
}

/** @returns the request as a call of curl */
export function shellSample(request: HttpRequest): Code {
  const { method, authorization, body } = request;
  const plainGet = method === 'GET' && body.kind === 'none';
  const verb = method === 'HEAD' ? ' --head' : plainGet ? '' : code` --request ${word(method)}`;
  const options: Code[] = [];
  if (authorization?.kind === 'basic') {
    options.push(option('user', quoted(credentialsCode(authorization, 'shell'))));
  }
  const implied = body.kind === 'form' && body.type === 'application/x-www-form-urlencoded';
  for (const { name, value, wrap } of headerCodes(request, 'shell', { contentType: !implied })) {
    // curl leaves out a header that ends in a colon.
    options.push(
      wrap(option('header', quoted(value.code ? code`${name}: ${value}` : code`${name};`))),
    );
  }
  const url = quoted(urlCode(request, 'shell'));
  return code`curl${verb} ${url}${joinCode([...options, ...bodyOptions(request)])}\n`;
}
