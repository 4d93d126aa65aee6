#!/usr/bin/env node
/** The command line: `phyllite dev | build | preview | check | init | mcp`. */
import { enableCompileCache } from 'node:module';
import type { PluginError } from '../build/astro/owner-hooks.ts';
import { codeCache } from '../build/cache.ts';
import { version } from '../build/project.ts';
import { ConfigError } from '../config/config-error.ts';
import { tellConfig, withConfig } from './config.ts';
import { callFolders, checkOwnFolder } from './paths.ts';
import {
  CallError,
  readArguments,
  usage,
  UsageError,
  type Arguments,
  type Command,
} from './arguments.ts';

const commands: Record<Command, () => Promise<(args: Arguments) => Promise<number>>> = {
  build: async () => (await import('./build.ts')).build,
  dev: async () => (await import('./dev.ts')).dev,
  preview: async () => (await import('./preview.ts')).preview,
  check: async () => (await import('./check.ts')).check,
  init: async () => (await import('./init.ts')).init,
  mcp: async () => (await import('./mcp.ts')).mcp,
};

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';

async function main(): Promise<number> {
  const argv = process.argv.slice(2);
  const folders = callFolders();
  const read = readArguments(argv, folders);
  if (read === 'help' || read === 'version') {
    process.stdout.write(read === 'help' ? usage : `${version()}\n`);
    return 0;
  }
  checkOwnFolder();
  // Before any module of the owner's: React is another one for each, and Vite takes what loads its
  // config for development.
  process.env['NODE_ENV'] ??= read.command === 'dev' ? 'development' : 'production';
  // Half of a command's start is reading code. What Node keeps of it is checked against the code,
  // and holds nothing of any content.
  enableCompileCache(codeCache);
  try {
    const args = ['init', 'mcp'].includes(read.command)
      ? read
      : await withConfig(read, argv, folders);
    return await (await commands[args.command]())(args);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    tellConfig(error, read.format);
    return 1;
  }
}

/** What no program can mend, and who can. */
const machine: Record<string, string> = {
  ENOSPC: 'the disk is full; make room, and call again',
  EDQUOT: 'the disk’s quota is used up; make room, and call again',
  EFBIG: 'a file is larger than may be written here; raise the limit (ulimit -f), and call again',
  EMFILE: 'too many files are open; raise the limit (ulimit -n), and call again',
  ENFILE: 'too many files are open on this machine; close some programs, and call again',
  ENOMEM: 'there is no memory left; close some programs, and call again',
  EIO: 'the disk cannot be read or written; see that it is sound, and call again',
};

/**
 * A fault of our own, or of the machine (a full disk): said in a sentence, where an author would
 * see a stack trace.
 */
async function run(): Promise<number> {
  try {
    return await main();
  } catch (error) {
    if (error instanceof CallError) {
      const more = error instanceof UsageError ? `\n${usage}` : '';
      process.stderr.write(`phyllite: ${error.message}\n${more}`);
      return 2;
    }
    if (process.env['PHYLLITE_DEBUG']) throw error;
    const {
      plugin,
      code = '',
      message = String(error),
    } = Object(error) as PluginError & { code?: string };
    const [problem] = message.split('\n');
    process.stderr.write(
      plugin
        ? `phyllite: the plugin ${plugin} of the config file failed: ${problem}; mend it, or take it out\n`
        : machine[code]
          ? `phyllite: ${machine[code]} (${problem})\n`
          : `phyllite: failed: ${problem} (PHYLLITE_DEBUG=1 tells where)\n`,
    );
    return 1;
  }
}

process.exitCode = await run();
