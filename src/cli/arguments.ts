/** The command line (contract: DESIGN "Command line"). */
import path from 'node:path';
import { noConfig, type SiteConfig } from '../config/site-config.ts';
import { parseArgs } from 'node:util';
import { nearest } from '../shared/nearest.ts';

export const usage = `usage: phyllite COMMAND …

  phyllite build   [CONTENT_DIR] [--out DIR] [--site URL] [--base PATH] [--strict]
                   [--format text|json] [--no-cache]
  phyllite dev     [CONTENT_DIR] [--port N] [--base PATH]
  phyllite preview [--out DIR] [--port N] [--base PATH]
  phyllite check   [CONTENT_DIR] [--against OLD_SITE_DIR|OLD_DESCRIPTION] [--external] [--strict]
                   [--format text|json]
  phyllite mcp     SITE_URL|SITE_DIR
  phyllite init    DIR [--from SOURCE]
  phyllite --version | --help

CONTENT_DIR is content/ if left out, and may be a description (openapi.yaml); --out is dist/,
--port 4321, --base /. What holds for the whole site stands in phyllite.config.ts of this folder;
--config FILE names another (build, dev, preview and check take it).
build, dev, check: --untrusted for content that is not yours (README, "Security").
dev, preview: --host ADDRESS to answer other machines, --allowed-host NAME for a name of this one.
Exit status: 0 done, 1 the content or the config file is at fault, 2 the call is.
`;

export type Command = 'build' | 'dev' | 'preview' | 'check' | 'mcp' | 'init';

export interface Arguments {
  command: Command;
  /** Absolute path of the content folder. */
  root: string;
  /** Absolute path of the output folder. */
  out: string;
  /** Origin (and path) of the published site, without a slash at its end; empty if not given. */
  site: string;
  /** Path the site lies under, with a slash at both ends. */
  base: string;
  port: number;
  /** Warnings count as failure. */
  strict: boolean;
  format: 'text' | 'json';
  cache: boolean;
  /** Absolute path of a site published before. */
  against?: string;
  /** List links that lead to other sites. */
  external: boolean;
  /** Of `init`: absolute path of what is copied. */
  from?: string;
  /** Absolute path of a config file that the call names. */
  configFile?: string;
  /** What the call itself names. */
  names: { root: boolean };
  config: SiteConfig;
  /** The config file and what it imports, absolute. */
  configFiles: string[];
  /** The call says that the content is not the owner's; the config may say so, too. */
  untrusted: boolean;
  /** Address that `dev` and `preview` listen on. */
  host: string;
  /** Names, beside this machine's own, under which they may be asked. */
  allowedHosts: string[];
  /** Of `mcp`: URL of a published site, or absolute path of its folder; empty otherwise. */
  published: string;
}

/** Of the process, and where the owner stood when npm started it elsewhere. */
export interface CallFolders {
  own: string;
  caller: string;
}

/** What the config file says of a call; paths are absolute. */
export type Defaults = Partial<Pick<SiteConfig, 'content' | 'out' | 'site' | 'base' | 'strict'>>;

/** What is wrong with a call: exit status 2. */
export class CallError extends Error {}

/** Its message goes before the usage. */
export class UsageError extends CallError {}

const options = {
  out: { type: 'string' },
  site: { type: 'string' },
  base: { type: 'string' },
  port: { type: 'string' },
  against: { type: 'string' },
  strict: { type: 'boolean' },
  format: { type: 'string' },
  'no-cache': { type: 'boolean' },
  external: { type: 'boolean' },
  config: { type: 'string' },
  from: { type: 'string' },
  version: { type: 'boolean', short: 'v' },
  untrusted: { type: 'boolean' },
  host: { type: 'string' },
  'allowed-host': { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

const allowed: Record<Command, (keyof typeof options)[]> = {
  build: ['out', 'site', 'base', 'strict', 'format', 'no-cache', 'config', 'untrusted'],
  dev: ['port', 'base', 'config', 'untrusted', 'host', 'allowed-host'],
  preview: ['out', 'port', 'base', 'config', 'host', 'allowed-host'],
  check: ['against', 'external', 'strict', 'format', 'base', 'config', 'untrusted'],
  mcp: [],
  init: ['from'],
};

/** How many arguments beside the options a command takes. */
const takes: Record<Command, number> = { build: 1, dev: 1, preview: 0, check: 1, init: 1, mcp: 1 };

/**
 * Reads a command line.
 * @param folders what relative paths are relative to
 * @param defaults what holds where the call says nothing
 * @returns `help` or `version` where that was asked for
 * @throws UsageError
 */
export function readArguments(
  argv: string[],
  { own, caller }: CallFolders,
  defaults: Defaults = {},
): Arguments | 'help' | 'version' {
  let parsed;
  try {
    parsed = parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]!);
  }
  const { values, positionals } = parsed;
  const [command, ...rest] = positionals;
  if (values.help || command === 'help') return 'help';
  if (values.version && !command) return 'version';
  if (!command) throw new UsageError('no command given');
  if (!Object.hasOwn(allowed, command)) {
    const near = nearest(command, Object.keys(allowed));
    throw new UsageError(`unknown command: ${command}${near ? `; did you mean ${near}?` : ''}`);
  }
  const of = command as Command;
  for (const name of Object.keys(values)) {
    if (!(allowed[of] as string[]).includes(name)) throw new UsageError(`${of} takes no --${name}`);
  }
  if (rest.length > takes[of])
    throw new UsageError(`too many arguments: ${rest.slice(takes[of]).join(' ')}`);
  if (of === 'init' && !rest[0]) throw new UsageError('init takes the name of a new folder');
  if (of === 'mcp' && !rest[0])
    throw new UsageError('mcp takes the URL of a published site, or its folder');
  const named = (written: string | undefined) => written && path.resolve(caller, written);
  const site = values.site ?? defaults.site;
  const configFile = named(values.config);
  if (values.format !== undefined && values.format !== 'text' && values.format !== 'json')
    throw new UsageError('--format takes text or json');
  return {
    command: of,
    root: named(rest[0]) ?? path.resolve(own, defaults.content ?? 'content'),
    out: named(values.out) ?? path.resolve(own, defaults.out ?? 'dist'),
    site: siteOf(site),
    base: baseOf(values.base ?? defaults.base ?? (site ? pathOf(site) : '/')),
    port: portOf(values.port),
    strict: values.strict ?? defaults.strict ?? false,
    format: (values.format as 'text' | 'json') ?? 'text',
    cache: !values['no-cache'],
    ...(values.against && { against: named(values.against)! }),
    external: values.external ?? false,
    ...(values.from && { from: named(values.from)! }),
    ...(configFile && { configFile }),
    names: { root: rest[0] !== undefined },
    config: noConfig,
    configFiles: [],
    untrusted: values.untrusted ?? false,
    host: values.host ?? '127.0.0.1',
    allowedHosts: values['allowed-host'] ?? [],
    published: of === 'mcp' ? publishedOf(rest[0]!, caller) : '',
  };
}

function siteOf(url: string | undefined): string {
  if (url === undefined) return '';
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
    throw new UsageError('--site takes a URL such as https://docs.example.com');
  return new URL(url).origin;
}

const publishedOf = (location: string, cwd: string): string =>
  /^https?:\/\//i.test(location) ? location : path.resolve(cwd, location);

/** `--site https://example.com/docs` says where the site lies, too. */
const pathOf = (url: string) => (URL.canParse(url) ? new URL(url).pathname : '/');

function baseOf(base: string): string {
  if (/[?#\s"'<>\\]/.test(base) || base.includes('..'))
    throw new UsageError('--base takes a path such as /docs');
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner ? `/${inner}/` : '/';
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError('--port takes a whole number from 0 to 65535');
  return port;
}
