/** What a language tab is called where the author gave it no label. */

const labels: Record<string, string> = {
  'c#': 'C#',
  'c++': 'C++',
  abap: 'ABAP',
  actionscript: 'ActionScript',
  apex: 'Apex',
  asp: 'ASP',
  aspnet: 'ASP.NET',
  bash: 'Bash',
  bat: 'Batch',
  c: 'C',
  clojure: 'Clojure',
  coffee: 'CoffeeScript',
  coffeescript: 'CoffeeScript',
  cpp: 'C++',
  crystal: 'Crystal',
  cs: 'C#',
  csharp: 'C#',
  css: 'CSS',
  csv: 'CSV',
  curl: 'cURL',
  dart: 'Dart',
  delphi: 'Delphi',
  dotnet: '.NET',
  elixir: 'Elixir',
  erb: 'ERB',
  erlang: 'Erlang',
  fsharp: 'F#',
  go: 'Go',
  golang: 'Go',
  graphql: 'GraphQL',
  groovy: 'Groovy',
  grpc: 'gRPC',
  haskell: 'Haskell',
  html: 'HTML',
  http: 'HTTP',
  ini: 'INI',
  java: 'Java',
  javascript: 'JavaScript',
  jquery: 'jQuery',
  js: 'JavaScript',
  json: 'JSON',
  jsonc: 'JSON',
  json5: 'JSON5',
  jsonnet: 'Jsonnet',
  jsx: 'JSX',
  julia: 'Julia',
  kotlin: 'Kotlin',
  latex: 'LaTeX',
  lua: 'Lua',
  matlab: 'MATLAB',
  md: 'Markdown',
  markdown: 'Markdown',
  mdx: 'MDX',
  mysql: 'MySQL',
  node: 'Node.js',
  nodejs: 'Node.js',
  'node.js': 'Node.js',
  objc: 'Objective-C',
  objective_c: 'Objective-C',
  'objective-c': 'Objective-C',
  objectivec: 'Objective-C',
  ocaml: 'OCaml',
  pascal: 'Pascal',
  perl: 'Perl',
  php: 'PHP',
  plaintext: 'Text',
  postgresql: 'PostgreSQL',
  powershell: 'PowerShell',
  proto: 'Protobuf',
  protobuf: 'Protobuf',
  py: 'Python',
  python: 'Python',
  python2: 'Python 2',
  python3: 'Python 3',
  r: 'R',
  rails: 'Rails',
  raw: 'Raw',
  rb: 'Ruby',
  rest: 'REST',
  ruby: 'Ruby',
  rust: 'Rust',
  sass: 'Sass',
  scala: 'Scala',
  scss: 'SCSS',
  sh: 'Shell',
  shell: 'Shell',
  soap: 'SOAP',
  solidity: 'Solidity',
  sql: 'SQL',
  swift: 'Swift',
  text: 'Text',
  toml: 'TOML',
  ts: 'TypeScript',
  tsx: 'TSX',
  txt: 'Text',
  typescript: 'TypeScript',
  vb: 'Visual Basic',
  vbnet: 'VB.NET',
  vue: 'Vue',
  wsdl: 'WSDL',
  xml: 'XML',
  yaml: 'YAML',
  yml: 'YAML',
  zsh: 'Zsh',
};

/**
 * @param name as fences write it: `shell`, `csharp`, `javascript--nodejs`
 * @returns the name readers know: `Shell`, `C#`, `Node.js`; a variant after `--` stands in brackets, `Python (async)`.
 *   A name that is not in the list is kept to the letter but for its first one.
 */
export function tabLabel(name: string): string {
  const [language = '', variant] = name.split(/--(.*)/s);
  if (!variant) return own(language) ?? capital(language || name);
  if (alone.has(variant.toLowerCase())) return own(variant) ?? variant;
  return `${own(language) ?? capital(language)} (${own(variant) ?? variant.replace(/[-_]+/g, ' ').trim()})`;
}

/** Variants that say the language as well. */
const alone = new Set(['node', 'nodejs', 'jquery', 'curl']);

const own = (name: string): string | undefined =>
  Object.hasOwn(labels, name.toLowerCase()) ? labels[name.toLowerCase()] : undefined;

const capital = (text: string): string =>
  /^\p{Ll}/u.test(text) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
