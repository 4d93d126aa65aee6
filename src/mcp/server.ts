/** The Model Context Protocol server of a published site: four tools that read, none that writes. */
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'astro/zod';
import { endpointOf, type Contents, type ListedSection } from './contents.ts';
import { findPage, findSchemas, findSections } from './find-section.ts';
import { PublishedSite } from './published-site.ts';
import { searchResults } from './search.ts';
import { markdownFile, sectionMarkdown } from './section-markdown.ts';
import { SiteError } from './site-files.ts';

const READ_ONLY = { readOnlyHint: true, destructiveHint: false, openWorldHint: false };

const DOCUMENT = z
  .string()
  .optional()
  .describe('URL or title of one document, where the site has several (versions, translations)');

/** @param version of Phyllite */
export function mcpServer(site: PublishedSite, contents: Contents, version: string): McpServer {
  const server = new McpServer(
    { name: 'phyllite', title: contents.title, version },
    { instructions: instructionsOf(contents) },
  );
  const annotations = READ_ONLY;

  server.registerTool(
    'search',
    {
      title: 'Search',
      annotations,
      description: `Search ${contents.title}: words, API paths, parameters, headers, error codes.`,
      inputSchema: z.object({
        query: z.string().min(1).describe('what to look for, as a person would type it'),
        document: DOCUMENT,
        limit: z.number().int().min(1).max(20).default(8).describe('results at most'),
      }),
    },
    ({ query, document, limit }) =>
      answer(async () => {
        const now = await site.contents();
        const own = document === undefined ? undefined : documentOf(now, document);
        const engine = await site.engine((own ?? now.documents[0])?.lang ?? 'en');
        const url = own && `/${now.fileOf(own.url)}`;
        return searchResults(engine, query, { limit, document: url });
      }),
  );

  server.registerTool(
    'list_operations',
    {
      title: 'List operations',
      annotations,
      description: 'List the API operations (method, path, title), or those that a text names.',
      inputSchema: z.object({
        contains: z.string().optional().describe('part of a method, path or title'),
        document: DOCUMENT,
      }),
    },
    ({ contains, document }) =>
      answer(async () => {
        const now = await site.contents();
        const own = document === undefined ? undefined : documentOf(now, document);
        return operations(now, own ? [own] : now.documents, contains ?? '');
      }),
  );

  server.registerTool(
    'read_section',
    {
      title: 'Read a section',
      annotations,
      description: 'Read one section of the reference as Markdown.',
      inputSchema: z.object({
        section: z
          .string()
          .min(1)
          .describe('as `search` names it (`/page.html#id`), or an id, `GET /path`, or a title'),
      }),
    },
    ({ section }) =>
      answer(async () => {
        const now = await site.contents();
        const page = findPage(now, section);
        if (page) return markdownFile(site.files, now, page.markdown);
        return read(site, now, findSections(now, section), `section "${section}"`);
      }),
  );

  server.registerTool(
    'read_schema',
    {
      title: 'Read a schema',
      annotations,
      description: 'Read a schema (the fields of an API object) as Markdown.',
      inputSchema: z.object({ name: z.string().min(1).describe('such as Order') }),
    },
    ({ name }) =>
      answer(async () => {
        const now = await site.contents();
        return read(site, now, findSchemas(now, name), `schema "${name}"`);
      }),
  );
  return server;
}

const instructionsOf = ({ title, description }: Contents): string =>
  `${title}${description ? `: ${description}` : ''}\n` +
  'Search first, then read the section that fits. Sections are short; pages may be very long.';

/** A fault of the site is told to the assistant, which may try something else; any other is ours. */
async function answer(make: () => Promise<string>) {
  try {
    return { content: [{ type: 'text' as const, text: await make() }] };
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    return { isError: true, content: [{ type: 'text' as const, text: error.message }] };
  }
}

function documentOf({ documents, fileOf }: Contents, name: string) {
  const found = documents.find(
    ({ url, title }) =>
      url === name || `/${fileOf(url)}` === name || title.toLowerCase() === name.toLowerCase(),
  );
  if (found) return found;
  const list = documents.map(({ url, title }) => `/${fileOf(url)} (${title})`).join(', ');
  throw new SiteError(`There is no document "${name}"; there are ${list}.`);
}

function operations(
  { sections }: Contents,
  documents: Contents['documents'],
  contains: string,
): string {
  const wanted = contains.toLowerCase();
  const lines = sections
    .filter(({ document }) => documents.includes(document))
    .map((section) => ({ section, endpoint: endpointOf(section) }))
    // "HTTP request" below an operation names the same once more.
    .filter(({ section, endpoint }) => !section.above.some((up) => endpointOf(up) === endpoint))
    .filter(({ section: { title }, endpoint }) =>
      endpoint ? `${endpoint} ${title}`.toLowerCase().includes(wanted) : false,
    )
    .map(({ section, endpoint }) => `- \`${endpoint}\` ${titleOf(section)}: ${section.address}`);
  if (lines.length) return lines.join('\n');
  return contains ? `No operation has "${contains}" in it.` : 'The reference lists no operation.';
}

/** "HTTP request" says nothing by itself: what it stands below does. */
const titleOf = ({ title, level, above }: ListedSection): string =>
  level > 2 && above.length ? `${above.at(-1)!.title} › ${title}` : title;

async function read(
  site: PublishedSite,
  contents: Contents,
  found: ListedSection[],
  what: string,
): Promise<string> {
  const [first, ...others] = found;
  if (!first) throw new SiteError(`There is no ${what}. Use search to find its name.`);
  const text = await sectionMarkdown(site.files, contents, first);
  if (!others.length) return text;
  const list = others.slice(0, 10).map(({ title, address }) => `- ${title}: ${address}`);
  return `${text}\nOther sections of that name:\n\n${list.join('\n')}\n`;
}

/**
 * Serves a published site over standard input and output until the client ends.
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
