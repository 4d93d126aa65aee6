/** The command line: `phyllite dev | build | preview | check | init | mcp`. */
import { PlaceError } from '../build/place-error.ts';
import { version } from '../build/project.ts';
import { ConfigError } from '../config/config-error.ts';
import { tellConfig, withConfig } from './config.ts';
import { outliveReaders, sentenceOf, tellUncaught } from './failure.ts';
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
  outliveReaders();
  const argv = process.argv.slice(2);
  const folders = callFolders();
  const read = readArguments(argv, folders);
  if (read === 'help' || read === 'version') {
    process.stdout.write(read === 'help' ? usage : `${version()}\n`);
    return 0;
  }
  checkOwnFolder();
  tellUncaught(folders.own);
  // Before any module of the owner's: React is another one for each, and Vite takes what loads its
  // config for development.
  process.env['NODE_ENV'] ??= read.command === 'dev' ? 'development' : 'production';
  try {
    const args = ['init', 'mcp'].includes(read.command)
      ? read
      : await withConfig(read, argv, folders);
    return await (await commands[args.command]())(args);
  } catch (error) {
    if (error instanceof PlaceError) throw new CallError(error.message);
    if (!(error instanceof ConfigError)) throw error;
    tellConfig(error, read.format);
    return 1;
  }
}

/** Every fault is said in a sentence, where an author would see a stack trace. */
export async function run(): Promise<number> {
  try {
    return await main();
  } catch (error) {
    if (error instanceof CallError) {
      const more = error instanceof UsageError ? `\n${usage}` : '';
      process.stderr.write(`phyllite: ${error.message}\n${more}`);
      return 2;
    }
    if (process.env['PHYLLITE_DEBUG']) throw error;
    process.stderr.write(`phyllite: ${sentenceOf(error)}\n`);
    return 1;
  }
}
