/** A server that answers in every way that a reader's request may meet, and keeps what arrives. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface Arrived {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export interface AnswerServer {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** All that arrived but the browser's own questions (`OPTIONS`), in order. */
  arrived: Arrived[];
  close(): void;
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const json = (response: ServerResponse, status: number, value: unknown): void =>
  void response
    .writeHead(status, { 'content-type': 'application/json', 'x-answer': '<b>bold</b>' })
    .end(JSON.stringify(value));

/** By the first segment of the path. */
const answers: Record<string, (response: ServerResponse, arrived: Arrived) => void> = {
  echo: (response, { method, url, body }) =>
    json(response, 200, { method, url, body: body.toString(), big: 12345678901234 }),
  refused: (response) => json(response, 200, {}),
  slow: () => {},
  cut(response) {
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '1000' });
    response.write('half of it');
    setTimeout(() => response.destroy(), 100);
  },
  large: (response) =>
    void response.writeHead(200, { 'content-type': 'text/plain' }).end('x'.repeat(10_000_000)),
  /** Without an end. */
  endless(response) {
    response.writeHead(200, { 'content-type': 'text/plain' });
    const write = (): void => {
      while (!response.destroyed && response.write('x'.repeat(1 << 20)));
    };
    response.on('drain', write);
    write();
  },
  stream(response) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    let count = 0;
    const timer = setInterval(() => response.write(`data: ${count++}\n\n`), 50);
    response.on('close', () => clearInterval(timer));
  },
  empty: (response) => void response.writeHead(204).end(),
  moved: (response) => void response.writeHead(301, { location: '/echo' }).end(),
  forbidden: (response) => json(response, 401, { error: 'no key' }),
  invalid: (response) => json(response, 422, { errors: [{ field: 'name' }] }),
  zipped: (response) =>
    void response
      .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      .end(gzipSync('{"zipped":true}')),
  image: (response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(pixel),
  binary: (response) =>
    void response
      .writeHead(200, { 'content-type': 'application/octet-stream' })
      .end(Buffer.from([0, 1, 2, 255])),
  hostile: (response) =>
    void response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<script>globalThis.pwned=1</script><img src=x onerror="globalThis.pwned=1">'),
};

export async function answerServer(): Promise<AnswerServer> {
  const arrived: Arrived[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = request;
    const name = url.split(/[/?]/)[1] ?? '';
    if (name !== 'refused') {
      response.setHeader('access-control-allow-origin', headers.origin ?? '*');
      response.setHeader('access-control-expose-headers', '*');
      response.setHeader('access-control-allow-methods', '*, PUT, PATCH, DELETE');
      const asked = headers['access-control-request-headers'];
      if (asked) response.setHeader('access-control-allow-headers', asked);
    }
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    const one = { method, url, headers, body: Buffer.concat(chunks) };
    arrived.push(one);
    (answers[name] ?? answers['echo']!)(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    arrived,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
