/** A server that remembers what it was sent, by the first segment of the path. */
import { createServer } from 'node:http';
import type { Arrived } from './compare.ts';

export interface RecordServer {
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  /** By the first segment of their path. */
  arrived: Map<string, Arrived>;
  close(): Promise<void>;
}

/** Listens on a free port of this machine; answers everything with JSON. */
export async function startRecordServer(): Promise<RecordServer> {
  const arrived = new Map<string, Arrived>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const target = request.url ?? '';
      arrived.set(target.split('/')[1] ?? '', {
        method: request.method ?? '',
        target,
        headers: request.headers,
        body: Buffer.concat(chunks),
      });
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"ok":true}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    arrived,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
