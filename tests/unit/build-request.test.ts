/** Typed-in values become requests: by OpenAPI's styles, and as the operation's samples. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { makeSample } from '../../src/samples/make-sample.ts';
import {
  buildRequest,
  holeValues,
  type OperationDescription,
  type TypedValues,
} from '../../src/shared/request/build-request.ts';
import { fetchArguments } from '../../src/shared/request/fetch-arguments.ts';
import { fillHoles } from '../../src/shared/fill-holes.ts';
import {
  cookiesSent,
  headerSent,
  type Parameter,
  type ParameterValue,
  pathSent,
  querySent,
} from '../../src/shared/request/parameter.ts';
import { compare } from '../samples/compare.ts';
import { expectedOf, filesOf } from '../samples/expected.ts';
import { startRecordServer } from '../samples/record-server.ts';
import { readRequests } from '../samples/requests.ts';

const list: ParameterValue = ['blue', 'black', 'brown'];
const object: ParameterValue = [
  ['R', '100'],
  ['G', '200'],
];

/** The table of OpenAPI's "Style Examples", 3.1. */
const styles: [
  Parameter['in'],
  Parameter['style'],
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
  ['cookie', 'form', true, 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200'],
];

function sent(parameter: Parameter, value: ParameterValue): string {
  const pairs = (fields: { name: string; value: string }[]) =>
    fields.map((field) => `${field.name}=${field.value}`).join('&');
  switch (parameter.in) {
    case 'path':
      return pathSent(parameter, value);
    case 'header':
      return headerSent(parameter, value);
    case 'query':
      return pairs(querySent(parameter, value));
    case 'cookie':
      return pairs(cookiesSent(parameter, value));
  }
}

for (const [place, style, explode, asText, asList, asObject] of styles) {
  test(`${place}, ${style}${explode ? ', exploded' : ''}`, () => {
    const parameter: Parameter = { in: place, name: 'color', style, explode };
    assert.equal(sent(parameter, 'blue'), asText);
    assert.equal(sent({ ...parameter, shape: 'array' }, list), asList);
    assert.equal(sent({ ...parameter, shape: 'object' }, object), asObject);
  });
}

test('what stands between the items stays, what is in them is encoded', () => {
  const parameter: Parameter = { in: 'query', name: 'q', shape: 'array', explode: false };
  assert.equal(sent(parameter, ['a,b', 'c&d', 'e f']), 'q=a%2Cb,c%26d,e%20f');
  assert.equal(sent({ in: 'query', name: 'q', allowReserved: true }, 'a/b:c&d'), 'q=a/b:c%26d');
  assert.equal(sent({ in: 'path', name: 'id' }, 'a/b?c'), 'a%2Fb%3Fc');
});

const operation: OperationDescription = {
  method: 'put',
  path: '/players/{id}/tags/{tags}{matrix}',
  parameters: [
    { in: 'path', name: 'id', required: true },
    { in: 'path', name: 'tags', shape: 'array', required: true },
    { in: 'path', name: 'matrix', style: 'matrix', required: true },
    { in: 'query', name: 'id' },
    { in: 'query', name: 'team', required: true },
    { in: 'query', name: 'sort', shape: 'array', explode: false },
    { in: 'query', name: 'filter', shape: 'object', style: 'deepObject' },
    { in: 'query', name: 'unused' },
    { in: 'header', name: 'X-Trace' },
    { in: 'header', name: 'X-List', shape: 'array' },
    { in: 'cookie', name: 'session' },
  ],
};

const examples: TypedValues = {
  server: 'https://api.example.com',
  parameters: new Map<string, ParameterValue>([
    ['id', '7'],
    ['tags', ['a', 'b']],
  ]),
};

const typed: TypedValues = {
  ...examples,
  parameters: new Map<string, ParameterValue>([
    ['id', "a/b 'c' $d"],
    ['tags', ['x,y', 'z"']],
    ['matrix', 'm;n'],
    ['query-id', '"q" & \\'],
    ['team', "it's é%"],
    ['sort', ['-name', 'a,b']],
    [
      'filter',
      [
        ['min', '1'],
        ["it's", '`x`'],
      ],
    ],
    ['X-Trace', '"quoted" $HOME \\ \''],
    ['X-List', ['1', '2']],
    ['session', 'a;b c'],
  ]),
};

test('a request for samples has holes for what a reader may type', () => {
  const request = buildRequest(operation, examples, { holes: true });
  assert.deepEqual(request.path, [
    '/players/',
    { hole: 'id', shown: '7' },
    '/tags/',
    { hole: 'tags', shown: 'a,b', sent: true },
    { hole: 'matrix', shown: '{matrix}', sent: true },
  ]);
  const shown = fillHoles(makeSample(request, 'shell')!, new Map());
  assert.equal(
    shown,
    `curl --request PUT 'https://api.example.com/players/7/tags/a,b{matrix}?team={team}'\n`,
  );
});

test('what is optional and empty is not sent', () => {
  const { query, headers, cookies } = buildRequest(operation, {
    ...examples,
    parameters: new Map([['X-Trace', '']]),
  });
  assert.deepEqual([query, headers, cookies], [[{ name: 'team', value: [''] }], [], []]);
});

const bodies: [name: string, Partial<OperationDescription>, Partial<TypedValues>][] = [
  ['no body', {}, {}],
  [
    'JSON',
    { body: { kind: 'json', type: 'application/json' } },
    { body: '{"name": "it\'s \\"so\\"", "n": 1.0}' },
  ],
  ['text', { body: { kind: 'text', type: 'text/plain' } }, { body: "it's $x\n'''" }],
  [
    'a form',
    {
      body: {
        kind: 'form',
        type: 'application/x-www-form-urlencoded',
        fields: [{ name: 'a' }, { name: 'b', required: true }, { name: 'c' }],
      },
    },
    {
      fields: new Map([
        ['a', "it's & = é+"],
        ['b', '*~ x'],
      ]),
    },
  ],
  [
    'multipart',
    {
      body: {
        kind: 'multipart',
        type: 'multipart/form-data',
        fields: [{ name: 'a' }, { name: 'b', required: true }],
      },
    },
    {
      fields: new Map([
        ['a', '@it\'s; "x"'],
        ['b', '<b>'],
      ]),
    },
  ],
  [
    'basic credentials',
    {},
    { authorization: { kind: 'basic', user: ['ädä'], password: ['p:"$'] } },
  ],
];

const curl = spawnSync('curl', ['--version']).status === 0;

for (const [name, described, values] of bodies) {
  test(`fetch and the filled curl send the same: ${name}`, {
    skip: curl ? false : 'curl is not at hand',
  }, async () => {
    const server = await startRecordServer();
    try {
      const description = { ...operation, ...described };
      const at = (id: string): TypedValues => ({
        ...typed,
        ...values,
        server: `${server.origin}/${id}`,
      });
      const { authorization } = values;
      const start = {
        ...examples,
        server: `${server.origin}/curl`,
        ...(authorization && { authorization }),
        body: '{}',
      };
      const sample = makeSample(buildRequest(description, start, { holes: true }), 'shell')!;
      const command = fillHoles(sample, holeValues(description, at('curl')));
      const child = spawn('sh', ['-c', command.replace('curl', 'curl --silent')], {
        stdio: 'ignore',
      });
      await new Promise((resolve) => child.on('close', resolve));

      const { url, init } = fetchArguments(buildRequest(description, at('fetch')));
      await (await fetch(url, init)).text();

      const [one, two] = [server.arrived.get('curl')!, server.arrived.get('fetch')!];
      const names = ['x-trace', 'x-list', 'content-type', 'authorization'];
      const part = (type: unknown) => String(type).replace(/boundary=.*/, '');
      assert.equal(one.target.slice(5), two.target.slice(6));
      assert.equal(one.method, two.method);
      assert.equal(one.headers.cookie, 'session=a%3Bb%20c');
      for (const header of names)
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

test('fetch is called with the requests of the samples', async () => {
  const server = await startRecordServer();
  try {
    const requests = readRequests().filter(
      ({ request, values }) =>
        !values.size && !(request.method === 'GET' && request.body.kind !== 'none'),
    );
    const files = new Map(
      [...filesOf(requests.map(({ request }) => request))].map(([name, bytes]) => [
        name,
        new Blob([new Uint8Array(bytes)]),
      ]),
    );
    for (const [index, { name, request }] of requests.entries()) {
      const { url, init } = fetchArguments(
        { ...request, origin: [`${server.origin}/${index}`] },
        files,
      );
      await (await fetch(url, init)).text();
      const expected = expectedOf({ ...request, cookies: [] }, new Map(), `/${index}`);
      assert.deepEqual(compare(expected, server.arrived.get(String(index))), [], name);
    }
  } finally {
    await server.close();
  }
});
