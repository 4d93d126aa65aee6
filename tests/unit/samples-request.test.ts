/** A raw request becomes a value, and what is wrong with it is told by line and column. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findSampleLanguage, makeSample, sampleLanguages } from '../../src/samples/make-sample.ts';
import { parseRequest } from '../../src/samples/parse/parse-request.ts';
import { shownText } from '../../src/samples/request/template.ts';

const multipart = 'POST https://a.example/\nContent-Type: multipart/form-data; boundary=x';

/** Findings as `kind line:column message`. */
const findingsOf = (text: string): string[] =>
  parseRequest(text).findings.map(
    ({ kind, line, column, message }) => `${kind} ${line}:${column} ${message}`,
  );

test('a request is read into its parts, placeholders as holes', () => {
  const { request, findings } = parseRequest(
    `post https://api.example.com/players/{id}?tag=a&tag={tag} HTTP/1.1
Authorization: Bearer {token}
Cookie: a=1; b={b}
X-Kind: {kind} of
Accept: application/json

{"name": "{name}", "age": {age}}
`,
  );
  assert.deepEqual(findings, []);
  assert.deepEqual(request, {
    method: 'POST',
    origin: ['https://api.example.com'],
    path: ['/players/', { hole: 'id', shown: '{id}' }],
    query: [
      { name: 'tag', value: ['a'] },
      { name: 'tag', value: [{ hole: 'tag', shown: '{tag}' }] },
    ],
    headers: [
      { name: 'X-Kind', value: [{ hole: 'kind', shown: '{kind}' }, ' of'] },
      { name: 'Accept', value: ['application/json'] },
    ],
    cookies: [
      { name: 'a', value: ['1'] },
      { name: 'b', value: [{ hole: 'b', shown: '{b}' }] },
    ],
    authorization: { kind: 'bearer', token: [{ hole: 'token', shown: '{token}' }] },
    body: {
      kind: 'json',
      type: 'application/json',
      text: [
        '{"name":"',
        { hole: 'name', shown: '{name}' },
        '","age":',
        { hole: 'age', shown: '{age}' },
        '}',
      ],
    },
    answer: 'json',
  });
});

test('line ends of Windows, comments and a query over several lines are read', () => {
  const { request, findings } = parseRequest(
    '# Find players\r\n\r\nget /players\r\n  ?team=red\r\n  &limit=10\r\nHost: localhost:3000\r\n\r\n',
  );
  assert.deepEqual(findings, []);
  assert.deepEqual(request?.origin, ['http://localhost:3000']);
  assert.deepEqual(request?.query, [
    { name: 'team', value: ['red'] },
    { name: 'limit', value: ['10'] },
  ]);
});

test('the target is brought into the form that all clients send', () => {
  const target = (text: string): string => {
    const { request } = parseRequest(`GET https://api.example.com${text}`);
    const query = request!.query.map(({ name, value }) =>
      value ? `${name}=${shownText(value)}` : name,
    );
    return shownText(request!.path) + (query.length ? `?${query.join('&')}` : '');
  };
  assert.equal(target(''), '/');
  assert.equal(target('?a'), '/?a');
  assert.equal(target('/a/../b/./c/..'), '/b/');
  assert.equal(target('/../x'), '/x');
  assert.equal(target('/%7euser/%2f/ü/%zz'), '/~user/%2F/%C3%BC/%25zz');
  assert.equal(target("/it's?q=it's&f[a]=1"), "/it's?q=it%27s&f%5Ba%5D=1");
});

test('JSON is laid out as serializers do, and stays to the letter where they would change it', () => {
  const body = (text: string): string => {
    const { request } = parseRequest(
      `POST https://a.example/\nContent-Type: application/json\n\n${text}\n`,
    );
    return request!.body.kind === 'json' ? shownText(request!.body.text) : '';
  };
  assert.equal(body('{"a": [1, 2], "b": {}}'), '{"a":[1,2],"b":{}}');
  assert.equal(body('{\n    "a": [1]\n}'), '{\n  "a": [\n    1\n  ]\n}');
  for (const kept of [
    '{"a": 1.0}',
    '{"a": 1e3}',
    '{"a": "\\u0041"}',
    '{"a": 1, "a": 2}',
    '{"1": 2}',
    '{"a": "b\\/c"}',
  ]) {
    assert.equal(body(kept), kept);
  }
});

test('what is no request is told, with its place, and no sample is made', () => {
  const cases: [string, string[]][] = [
    ['', ['request-syntax 1:1 the request is empty']],
    ['hello world', ['request-syntax 1:1 “hello world” begins no HTTP request']],
    ['# only a comment', ['request-syntax 1:1 the request is empty']],
    ['GET', ['request-syntax 1:1 “GET” begins no HTTP request']],
    ['GET players', ['request-syntax 1:5 “players” is no URL and no path']],
    ['GET /players', ['request-syntax 1:5 the request names no host']],
    ['GET ftp://example.com/', ['request-syntax 1:5 “ftp://example.com/” is no URL and no path']],
    ['GET https://a.example/\nAccept', ['request-syntax 2:1 “Accept” is no header']],
    ['GET https://a.example/\n{"a": 1}', ['request-syntax 2:1 “{"a": 1}” is no header']],
    [
      'POST https://a.example/\nContent-Type: multipart/form-data\n\nname=a',
      ['request-syntax 4:1 the Content-Type names no boundary'],
    ],
    [
      `${multipart}\n\n--x\nContent-Type: text/plain\n\na\n--x--`,
      [
        'request-syntax 5:1 a part of the multipart body has no name',
        'request-syntax 4:1 the multipart body has no part',
      ],
    ],
  ];
  for (const [text, findings] of cases) {
    assert.deepEqual(findingsOf(text), findings, text);
    assert.equal(parseRequest(text).request, undefined, text);
  }
});

test('what is odd is told, and a sample is made all the same', () => {
  const cases: [string, string[]][] = [
    ['GET https://a.example/#top', ['request-odd 1:5 a fragment (`#…`) is not sent']],
    ['GET https://a.example/a b', ['request-odd 1:5 the URL holds white space']],
    [
      'GET https://a.example/\nX-Long: one\n  two',
      ['request-odd 3:1 the header X-Long breaks lines'],
    ],
    [
      'GET https://a.example/\nX-Odd : one',
      ['request-odd 2:6 white space stands before the colon of X-Odd'],
    ],
    [
      'GET https://a.example/\nX-Name: Zoë',
      ['request-odd 2:9 the value of X-Name holds characters that are not ASCII'],
    ],
    [
      'POST https://a.example/\nContent-Length: 3\n\n[1]',
      ['request-odd 2:1 Content-Length is left to each client'],
    ],
    [
      'POST https://a.example/\nContent-Type: application/json\n\n{\n  "a": 1,\n}',
      ['request-odd 6:1 the body is no JSON: a key in double quotes is missing'],
    ],
    ['POST https://a.example/\n\nhello', ['request-odd 3:1 the body has no Content-Type']],
    [
      `${multipart}\n\n--x\nContent-Disposition: form-data; name="a"\n\n1\n`,
      ['request-odd 8:1 the multipart body is not closed'],
    ],
  ];
  for (const [text, findings] of cases) {
    assert.deepEqual(findingsOf(text), findings, text);
    assert.ok(parseRequest(text).request, text);
  }
});

test('each finding says how to mend it, and stands within the text', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          ...'GETPOS /:\n\r\t{}"<>-=&?#[]x1é',
          'https://',
          'Host: a',
          '--x',
          'multipart/form-data; boundary=x',
          'Content-Type: ',
          'application/json\n\n',
        ),
      }),
      (tail) => {
        const text = `POST https://a.example/\n${tail}`;
        const { request, findings } = parseRequest(text);
        const lines = text.split(/\r?\n/).length;
        for (const { line, column, hint, message } of findings) {
          assert.ok(
            line >= 1 && line <= lines && column >= 1 && hint && message,
            `${line}:${column} ${message}`,
          );
        }
        assert.equal(
          request === undefined,
          findings.some(({ kind }) => kind === 'request-syntax'),
        );
        for (const language of request ? sampleLanguages : []) makeSample(request!, language);
      },
    ),
  );
});

test('tabs are known by the names that authors give them', () => {
  const names = [
    'shell',
    'Bash',
    'curl',
    'js',
    'node',
    'ts',
    'python3',
    'rb',
    'c#',
    'cs',
    'javascript--browser',
    'go',
  ];
  assert.deepEqual(names.map(findSampleLanguage), [
    'shell',
    'shell',
    'shell',
    'javascript',
    'javascript',
    'typescript',
    'python',
    'ruby',
    'csharp',
    'csharp',
    'javascript',
    'go',
  ]);
  assert.equal(findSampleLanguage('constructor'), undefined);
});

test('a form may go over several lines', () => {
  const { request, findings } = parseRequest(
    'POST https://a.example/\nContent-Type: application/x-www-form-urlencoded\n\na=1\n&b=2&\n  c=3\n\n',
  );
  assert.deepEqual(findings, []);
  assert.deepEqual(request?.body.kind === 'form' && request.body.fields.map(({ name }) => name), [
    'a',
    'b',
    'c',
  ]);
});

test('no text takes long to read', () => {
  const heads = [
    '',
    '\n\n',
    '\nContent-Type: application/json\n\n[',
    '\nContent-Type: application/xml\n\n<a>\n',
    '\nContent-Type: multipart/form-data; boundary=x\n\n--x\n',
    '\nContent-Type: application/x-www-form-urlencoded\n\na=',
  ];
  // What takes the square of the length would take minutes.
  for (const run of [' ', '\n', '{', '"', '&', '--x\n', 'a: b\n', '\\', '%', '../', '[', '{a']) {
    for (const head of heads) {
      for (const start of ['GET ', 'GET /a ', 'POST https://a.example/\nA: b']) {
        const { request } = parseRequest(`${start}${head}${run.repeat(100_000 / run.length)}b`);
        if (request)
          for (const language of ['shell', 'php'] as const) makeSample(request, language);
      }
    }
  }
});
