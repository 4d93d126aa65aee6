/** A static host for tests, on a free port of this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { staticHost } from '../src/cli/static-host.ts';

export interface Served {
  /** `http://127.0.0.1:PORT`, without a slash. */
  origin: string;
  close(): Promise<void>;
}

/** @param base path that the folder lies under, with both slashes */
export async function serve(folder: string, base = '/'): Promise<Served> {
  const server = createServer(staticHost(folder, base));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
