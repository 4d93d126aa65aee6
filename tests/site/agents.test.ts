/**
 * What agents meet: the sample by afdocs (a public checker), answers to `Accept: text/markdown`, and
 * `phyllite mcp` by the client of the protocol's own library.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { computeScore, runChecks } from 'afdocs';
import { staticHost } from '../../src/cli/static-host.ts';
import { referenceSchema } from '../../src/publish/files/reference-schema.ts';
import { project } from '../phyllite.ts';
import { callPhyllite } from '../warm/calls.ts';

const out = mkdtempSync(path.join(tmpdir(), 'phyllite-agents-'));
let server: Server;
let origin = '';

before(async () => {
  server = createServer((request, response) => staticHost(out, '/')(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const run = await callPhyllite([
    'build',
    path.join(project, 'content'),
    '--out',
    out,
    '--site',
    origin,
  ]);
  assert.equal(run.status, 0, run.stderr);
});
after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(out, { recursive: true });
});

test('afdocs gives the sample 95 of 100', async () => {
  const report = await runChecks(origin, { requestDelay: 0, samplingStrategy: 'deterministic' });
  const { overall } = computeScore(report);
  const bad = report.results
    .filter(({ status }) => status !== 'pass' && status !== 'skip')
    .map(({ id, message }) => `${id}: ${message}`);
  assert.ok(overall >= 95, `${overall}\n${bad.join('\n')}`);
});

test('a page is answered as Markdown to who asks for that, and says that it may be', async () => {
  for (const [url, accept, type] of [
    ['/', 'text/markdown', 'text/markdown'],
    ['/guide.html', 'text/markdown, text/html;q=0.9', 'text/markdown'],
    ['/guide', 'text/markdown', 'text/markdown'],
    ['/guide', 'text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
    ['/guide', 'text/html, text/markdown;q=0.5', 'text/html'],
    ['/', '*/*', 'text/html'],
  ]) {
    const answer = await fetch(origin + url, { headers: { accept: accept! } });
    assert.equal(answer.headers.get('content-type'), `${type}; charset=utf-8`, `${url} ${accept}`);
    assert.equal(answer.headers.get('vary'), 'accept');
  }
});

test('each page names its Markdown and the index, in its head and at the top of its body', () => {
  const html = readFileSync(path.join(out, 'guide.html'), 'utf8');
  assert.match(html, /<link rel="alternate" type="text\/markdown" href="\/guide\.md">/);
  assert.match(html, /<link rel="describedby" type="text\/plain" href="\/llms\.txt">/);
  assert.match(
    html,
    /<body[^>]*>\s*<p [^>]*aria-hidden="true"[^>]*>[^<]*\/guide\.md[^<]*\/llms\.txt<\/p>/,
  );
});

test('reference.json is what its schema says', () => {
  const read = (file: string) => JSON.parse(readFileSync(path.join(out, file), 'utf8'));
  const reference = referenceSchema.parse(read('reference.json'));
  assert.equal(reference.$schema, `${origin}/reference.schema.json`);
  assert.equal(read('reference.schema.json').properties.version.const, 1);
  const find = (list: (typeof reference.documents)[0]['sections'], id: string): typeof list =>
    list.flatMap((one) => (one.id === id ? [one] : find(one.sections ?? [], id)));
  const [operation] = find(reference.documents[0]!.sections, 'list-documents');
  assert.equal(operation!.markdown, `${origin}/md/index/list-documents.md`);
  assert.ok(operation!.parameters!.some(({ name }) => name === 'max'));
});

describe('phyllite mcp', () => {
  const text = (answer: unknown) => (answer as { content: { text: string }[] }).content[0]!.text;

  /** A client of a server for the site. */
  async function connect(location: string): Promise<Client> {
    const client = new Client({ name: 'test', version: '1.0.0' });
    const args = [path.join(project, 'src/cli/phyllite.ts'), 'mcp', location];
    await client.connect(new StdioClientTransport({ command: process.execPath, args }));
    return client;
  }

  for (const way of ['folder', 'URL'])
    test(`searches and reads a site by its ${way}`, async () => {
      const client = await connect(way === 'folder' ? out : origin);
      const call = async (name: string, args: Record<string, unknown>) =>
        text(await client.callTool({ name, arguments: args }));
      try {
        const { tools } = await client.listTools();
        assert.deepEqual(
          tools.map(({ name }) => name),
          ['search', 'list_operations', 'read_section', 'read_schema'],
        );
        // By its title, by a symbol, and by the text alone.
        assert.match(
          await call('search', { query: 'list documents' }),
          /^- \*\*List documents\*\*/,
        );
        assert.match(await call('search', { query: 'x-apikey' }), /section: \/#/);
        assert.match(await call('search', { query: 'hexadecimal digits' }), /hexadecimal/);
        assert.match(await call('search', { query: 'qqqq' }), /^Nothing was found/);
        assert.match(
          await call('list_operations', { contains: 'DELETE' }),
          /^- `DELETE \/rest\/\{collection\}\/\{ID\}` Delete documents: \/#delete-documents/,
        );
        const section = await call('read_section', { section: '/#list-documents' });
        assert.match(section, /## List documents\n\n`GET \/rest\/\{collection\}`/);
        assert.doesNotMatch(section, /## Get a document/);
        assert.match(await call('read_section', { section: '/' }), /<!-- sections -->/);
        assert.match(
          await call('read_schema', { name: 'Nothing' }),
          /There is no schema "Nothing"/,
        );
      } finally {
        await client.close();
      }
    });

  test('a site that cannot be read, or none at all, ends it with a sentence', async () => {
    const gone = await callPhyllite(['mcp', 'http://127.0.0.1:9/']);
    assert.equal(gone.status, 1);
    assert.match(gone.stderr, /^phyllite: http:\/\/127\.0\.0\.1:9\/ cannot be reached: .*\n$/);
    const other = await callPhyllite(['mcp', path.join(project, 'tests')]);
    assert.equal(other.status, 1);
    assert.match(other.stderr, /^phyllite: .* has no file reference\.json\n$/);
    const none = await callPhyllite(['mcp']);
    assert.equal(none.status, 2);
    assert.match(none.stderr, /^phyllite: mcp takes the URL/);
  });
});
