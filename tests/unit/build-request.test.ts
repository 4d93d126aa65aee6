/** Typed-in values become requests: by OpenAPI's styles, and as the operation's samples. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fillHoles } from '../../src/samples/code/fill-holes.ts';
import { makeSample } from '../../src/samples/make-sample.ts';
import { describedRequest } from '../../src/samples/request/described-request.ts';
import { nameHoles, sendingOf, type Style } from '../../src/samples/request/sending.ts';
import { buildRequest, type TypedValues } from '../../src/shared/request/build-request.ts';
import { holeValues } from '../../src/shared/request/hole-values.ts';
import { sentText } from '../../src/shared/request/sent.ts';
import type {
  TryItBody,
  TryItField,
  TryItOperation,
  TryItParameter,
} from '../../src/shared/request/try-it.ts';
import { startRecordServer } from '../samples/record-server.ts';

const list = 'blue\nblack\nbrown';
const object = '{"R": 100, "G": "200"}';

/** The table of OpenAPI's "Style Examples", 3.1. */
const styles: [
  Style['in'],
  Style['style'],
  explode: boolean,
  text: string,
  list: string,
  object: string,
][] = [
  ['path', 'matrix', false, ';color=blue', ';color=blue,black,brown', ';color=R,100,G,200'],
  ['path', 'matrix', true, ';color=blue', ';color=blue;color=black;color=brown', ';R=100;G=200'],
  ['path', 'label', false, '.blue', '.blue,black,brown', '.R,100,G,200'],
  ['path', 'label', true, '.blue', '.blue.black.brown', '.R=100.G=200'],
  ['path', 'simple', false, 'blue', 'blue,black,brown', 'R,100,G,200'],
  ['path', 'simple', true, 'blue', 'blue,black,brown', 'R=100,G=200'],
  ['header', 'simple', false, 'blue', 'blue,black,brown', 'R,100,G,200'],
  ['header', 'simple', true, 'blue', 'blue,black,brown', 'R=100,G=200'],
  ['query', 'form', false, 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200'],
  ['query', 'form', true, 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200'],
  [
    'query',
    'spaceDelimited',
    false,
    'color=blue',
    'color=blue%20black%20brown',
    'color=R%20100%20G%20200',
  ],
  [
    'query',
    'pipeDelimited',
    false,
    'color=blue',
    'color=blue%7Cblack%7Cbrown',
    'color=R%7C100%7CG%7C200',
  ],
  [
    'query',
    'deepObject',
    true,
    'color=blue',
    'color=blue&color=black&color=brown',
    'color%5BR%5D=100&color%5BG%5D=200',
  ],
  ['cookie', 'form', false, 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200'],
  ['cookie', 'form', true, 'color=blue', 'color=blue; color=black; color=brown', 'R=100; G=200'],
  ['form', 'form', true, 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200'],
];

const sent = (style: Style, text: string): string => sentText(sendingOf(style), text);

for (const [place, style, explode, asText, asList, asObject] of styles) {
  test(`${place}, ${style}${explode ? ', exploded' : ''}`, () => {
    const parameter: Style = { in: place, name: 'color', style, explode };
    assert.equal(sent(parameter, 'blue'), asText);
    assert.equal(sent({ ...parameter, shape: 'array' }, list), asList);
    assert.equal(sent({ ...parameter, shape: 'object' }, object), asObject);
  });
}

test('what stands between the items stays, what is in them is encoded', () => {
  const parameter: Style = { in: 'query', name: 'q', shape: 'array', explode: false };
  assert.equal(sent(parameter, '["a,b", "c&d", "e f"]'), 'q=a%2Cb,c%26d,e%20f');
  assert.equal(sent({ in: 'query', name: 'q', allowReserved: true }, 'a/b:c&d'), 'q=a/b:c%26d');
  assert.equal(sent({ in: 'path', name: 'id' }, 'a/b?c'), 'a%2Fb%3Fc');
  assert.equal(sent({ in: 'header', name: 'X' }, 'a\r\nX-Evil: 1'), 'a X-Evil: 1');
});

test('objects in one another are spread; what is empty is nothing', () => {
  const deep: Style = { in: 'query', name: 'f', shape: 'object', style: 'deepObject' };
  assert.equal(
    sent(deep, '{"a": {"b": [1, "x y"]}, "c": null}'),
    'f%5Ba%5D%5Bb%5D=1&f%5Ba%5D%5Bb%5D=x%20y&f%5Bc%5D=null',
  );
  assert.equal(sent({ ...deep, style: 'form' }, '{"a": {"b": 1}}'), 'a=%7B%22b%22%3A1%7D');
  for (const shape of ['array', 'object'] as const)
    assert.equal(sent({ ...deep, shape }, shape === 'array' ? '[]' : '{}'), '');
  assert.equal(sent(deep, 'no JSON'), '');
});

const parameter = (one: Style & { in: TryItParameter['in'] } & Partial<TryItParameter>) => ({
  ...sendingOf(one),
  ...{ in: one.in, name: one.name },
  ...(one.required && { required: true }),
  ...(one.value && { value: one.value }),
});

const operation: TryItOperation = nameHoles({
  method: 'PUT',
  path: '/players/{id}/tags/{tags}{matrix}',
  servers: [],
  parameters: [
    parameter({ in: 'path', name: 'id', required: true, value: '7' }),
    parameter({ in: 'path', name: 'tags', shape: 'array', required: true, value: '["a","b"]' }),
    parameter({ in: 'path', name: 'matrix', style: 'matrix', required: true }),
    parameter({ in: 'query', name: 'id' }),
    parameter({ in: 'query', name: 'team', required: true }),
    parameter({ in: 'query', name: 'sort', shape: 'array', explode: false }),
    parameter({ in: 'query', name: 'filter', shape: 'object', style: 'deepObject' }),
    parameter({ in: 'query', name: 'unused' }),
    parameter({ in: 'query', name: 'next', allowReserved: true }),
    parameter({ in: 'header', name: 'X-Trace' }),
    parameter({ in: 'header', name: 'X-List', shape: 'array' }),
    parameter({ in: 'cookie', name: 'session' }),
  ],
});

const texts = new Map([
  ['id', "a/b 'c' $d"],
  ['tags', 'x,y\nz"'],
  ['matrix', 'm;n'],
  ['query-id', '"q" & \\'],
  ['team', "it's é%"],
  ['sort', '-name\na,b'],
  ['filter', '{"min": 1, "it\'s": "`x`"}'],
  ['next', '/a?b=c&d'],
  ['X-Trace', '"quoted" $HOME \\ \''],
  ['X-List', '[1, 2]'],
  ['session', 'a;b c'],
]);

const typedFor = (server: string): TypedValues => ({
  server,
  parameters: operation.parameters.map((one) => [one, texts.get(one.hole ?? one.name) ?? '']),
});

test('a request for samples has holes for what a reader may type', () => {
  const request = describedRequest(operation, 'https://api.example.com');
  assert.deepEqual(request.path, [
    '/players/',
    { hole: 'id', shown: '7' },
    '/tags/',
    { hole: 'tags', shown: 'a,b', sent: true },
    ';matrix=',
    { hole: 'matrix', shown: '{matrix}' },
  ]);
  const shown = fillHoles(makeSample(request, 'shell')!, new Map());
  assert.equal(
    shown,
    `curl --request PUT 'https://api.example.com/players/7/tags/a,b;matrix={matrix}?team={team}'\n`,
  );
});

test('what is optional and empty is not sent; a path may have a query of its own', () => {
  const { url, init } = buildRequest(
    { method: 'GET', path: '/x?action={a}' },
    {
      server: 's',
      parameters: [
        [parameter({ in: 'path', name: 'a' }), 'b c'],
        [parameter({ in: 'query', name: 'q', shape: 'array' }), '[]'],
        [parameter({ in: 'query', name: 'r' }), '1'],
        [parameter({ in: 'header', name: 'X-Trace' }), ''],
      ],
    },
  );
  assert.deepEqual([url, init.headers], ['s/x?action=b%20c&r=1', []]);
});

const field = (name: string, more: Partial<TryItField> = {}): TryItField => ({
  ...{ name, ...sendingOf({ in: 'form', name, shape: more.shape }) },
  ...more,
});

const bodies: [name: string, body: TryItBody | undefined, texts: string[]][] = [
  ['no body', undefined, []],
  [
    'JSON',
    { kind: 'json', type: 'application/json', required: true },
    ['{"name": "it\'s \\"so\\"", "n": 1.0}'],
  ],
  [
    'members of JSON',
    {
      kind: 'json',
      type: 'application/json',
      fields: [
        { name: 'a', required: true },
        { name: 'b', kind: 'number' },
        { name: 'c', kind: 'array' },
        { name: 'd' },
      ],
    },
    ['it\'s\n"', '1.50', '[\n  1\n]', ''],
  ],
  ['text', { kind: 'text', type: 'text/plain', required: true }, ["it's $x\n'''"]],
  [
    'a form',
    {
      kind: 'form',
      type: 'application/x-www-form-urlencoded',
      fields: [field('a'), field('b', { required: true }), field('c'), field('id')],
    },
    ["it's & = é+", '*~ x', '', '9'],
  ],
  [
    'multipart',
    {
      kind: 'multipart',
      type: 'multipart/form-data',
      fields: [
        field('a'),
        field('b', { required: true }),
        field('j', { type: 'application/json' }),
      ],
    },
    ['@it\'s; "x"', '<b>', '{"a": "; \\"x"}'],
  ],
];

const curl = spawnSync('curl', ['--version']).status === 0;

for (const [name, body, contents] of bodies) {
  test(`fetch and the filled curl send the same: ${name}`, {
    skip: curl ? false : 'curl is not at hand',
  }, async () => {
    const server = await startRecordServer();
    try {
      const described = nameHoles({ ...operation, ...(body && { bodies: [body] }) });
      const at = (id: string): TypedValues => ({
        ...typedFor(`${server.origin}/${id}`),
        ...(body && {
          body: {
            described: body,
            typed: (body.fields ?? [{ name: '' }]).map((one, index) => ({
              field: one,
              text: contents[index]!,
            })),
          },
        }),
      });
      const sample = makeSample(describedRequest(described, `${server.origin}/curl`), 'shell')!;
      const command = fillHoles(sample, holeValues(at('curl')));
      const child = spawn('sh', ['-c', command.replace('curl', 'curl --silent')], {
        stdio: 'ignore',
      });
      await new Promise((resolve) => child.on('close', resolve));

      const { url, init } = buildRequest(described, at('fetch'));
      await (await fetch(url, init)).text();

      const [one, two] = [server.arrived.get('curl')!, server.arrived.get('fetch')!];
      const part = (type: unknown) => String(type).replace(/boundary=.*/, '');
      assert.equal(one.target.slice(5), two.target.slice(6));
      assert.equal(one.method, two.method);
      assert.equal(one.headers.cookie, 'session=a%3Bb%20c');
      for (const header of ['x-trace', 'x-list', 'content-type'])
        assert.equal(part(one.headers[header]), part(two.headers[header]), header);
      const plain = ({ body, headers }: typeof one) =>
        body
          .toString()
          .replaceAll(/boundary=(\S+)/.exec(String(headers['content-type']))?.[1] ?? '\0', 'B')
          .replaceAll(/-+B/g, '--B');
      assert.equal(plain(one), plain(two));
    } finally {
      await server.close();
    }
  });
}

test('files arrive under their names, to the byte', async () => {
  const fields = [
    field('photos', { file: true, shape: 'array' }),
    field('cover', { file: true, type: 'image/png' }),
  ];
  const body: TryItBody = { kind: 'multipart', type: 'multipart/form-data', fields };
  const file = (name: string, ...bytes: number[]) => new File([new Uint8Array(bytes)], name);
  const { init } = buildRequest(
    { method: 'POST', path: '/' },
    {
      server: '',
      parameters: [],
      body: {
        described: body,
        typed: [
          {
            field: fields[0]!,
            text: 'a"b.bin',
            files: [file('a"b.bin', 0, 255), file('c', 13, 10)],
          },
          { field: fields[1]!, text: 'é.png', files: [file('é.png', 1)] },
        ],
      },
    },
  );
  const boundary = /boundary=(.*)/.exec(init.headers[0]![1])![1]!;
  const sent = Buffer.from(await (init.body as Blob).arrayBuffer()).toString('latin1');
  const part = (name: string, file: string, type: string, bytes: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${file}"\r\n` +
    `Content-Type: ${type}\r\n\r\n${bytes}\r\n`;
  const octets = 'application/octet-stream';
  assert.equal(
    sent,
    part('photos', 'a%22b.bin', octets, '\0\xff') +
      part('photos', 'c', octets, '\r\n') +
      part('cover', Buffer.from('é.png').toString('latin1'), 'image/png', '\x01') +
      `--${boundary}--\r\n`,
  );
});
