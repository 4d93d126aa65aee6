/** Names of fence languages to Shiki's grammars. */
import { createRequire } from 'node:module';
import type { BundledLanguageInfo } from 'shiki';

const require = createRequire(import.meta.url);

/** What a fence's language comes to: a grammar's name, or plain text, or nothing known (which is plain text and a warning). */
export type Grammar = { name: string } | 'plain' | 'unknown';

/** Names met in real sources that Shiki has not, or reads as something else. */
const aliases: Record<string, string> = {
  android: 'java',
  angular: 'typescript',
  arduino: 'cpp',
  aspnet: 'csharp',
  'asp.net': 'csharp',
  'bash-session': 'shellsession',
  'c-sharp': 'csharp',
  cli: 'shellscript',
  command: 'shellscript',
  commandline: 'shellscript',
  curl: 'shellscript',
  cxx: 'cpp',
  delphi: 'pascal',
  django: 'python',
  docker_compose: 'yaml',
  dotnet: 'csharp',
  '.net': 'csharp',
  env: 'dotenv',
  express: 'javascript',
  golang: 'go',
  gradle: 'groovy',
  guzzle: 'php',
  htm: 'html',
  httpie: 'shellscript',
  httprequest: 'http',
  httpresponse: 'http',
  ipython: 'python',
  javascript_node: 'javascript',
  jquery: 'javascript',
  'json-doc': 'json',
  json_doc: 'json',
  jsondoc: 'json',
  jsonp: 'javascript',
  laravel: 'php',
  maven: 'xml',
  mysql: 'sql',
  ndjson: 'jsonl',
  net: 'csharp',
  node: 'javascript',
  'node.js': 'javascript',
  nodejs: 'javascript',
  obj_c: 'objective-c',
  'obj-c': 'objective-c',
  'objective c': 'objective-c',
  objective_c: 'objective-c',
  objectivec: 'objective-c',
  okhttp: 'java',
  pgsql: 'sql',
  postgres: 'sql',
  postgresql: 'sql',
  proto3: 'protobuf',
  pycon: 'python',
  python2: 'python',
  python3: 'python',
  rails: 'ruby',
  react: 'jsx',
  requests: 'python',
  rest: 'http',
  rspec: 'ruby',
  rss: 'xml',
  'shell-session': 'shellsession',
  soap: 'xml',
  sqlite: 'sql',
  svg: 'xml',
  terminal: 'shellsession',
  'vb.net': 'vb',
  vbnet: 'vb',
  visualbasic: 'vb',
  wget: 'shellscript',
  wsdl: 'xml',
  xhtml: 'html',
  xsd: 'xml',
};

/** Names by which authors say that there is nothing to colour. */
const plain = new Set([
  '',
  'ascii',
  'code',
  'example',
  'none',
  'nohighlight',
  'output',
  'path',
  'plain',
  'plaintext',
  'plain-text',
  'raw',
  'text',
  'txt',
  'uri',
  'url',
]);

/** The languages that most references are written in, so that the list of all need not be read for them. */
const common = new Map(
  Object.entries({
    bash: 'shellscript',
    csharp: 'csharp',
    go: 'go',
    graphql: 'graphql',
    html: 'html',
    http: 'http',
    java: 'java',
    javascript: 'javascript',
    js: 'javascript',
    json: 'json',
    kotlin: 'kotlin',
    php: 'php',
    python: 'python',
    ruby: 'ruby',
    sh: 'shellscript',
    shell: 'shellscript',
    swift: 'swift',
    typescript: 'typescript',
    xml: 'xml',
    yaml: 'yaml',
  }),
);

let all: Map<string, string> | undefined;

/** Shiki's own name of a language or alias. */
function known(name: string): string | undefined {
  const id = common.get(name);
  if (id !== undefined) return id;
  all ??= new Map(
    (
      require('shiki/langs') as { bundledLanguagesInfo: BundledLanguageInfo[] }
    ).bundledLanguagesInfo.flatMap((language) =>
      [language.id, ...(language.aliases ?? [])].map((name): [string, string] => [
        name,
        language.id,
      ]),
    ),
  );
  return all.get(name);
}

/**
 * @param language as the fence writes it: any case, a variant after `--` (`python--async`), an alias
 */
export function grammarOf(language: string): Grammar {
  const name = language.split('--', 1)[0]!.toLowerCase();
  if (plain.has(name)) return 'plain';
  const id = known(Object.hasOwn(aliases, name) ? aliases[name]! : name);
  return id === undefined ? 'unknown' : { name: id };
}
