/** Serves a published site over standard input and output until the client ends. */
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { PublishedSite } from './published-site.ts';
import { mcpServer } from './server.ts';

/**
 * @param location URL of the site, or absolute path of its folder
 * @param version of Phyllite
 * @throws SiteError where there is no site that this Phyllite can read
 */
export async function serveSite(location: string, version: string): Promise<void> {
  const site = await PublishedSite.open(location);
  const contents = await site.contents();
  const ended = new Promise<void>((resolve) => process.stdin.once('close', resolve));
  const server = serveStdio(() => mcpServer(site, contents, version), {
    onerror: (error) => process.stderr.write(`phyllite: ${error.message}\n`),
  });
  await ended;
  await server.close();
}
