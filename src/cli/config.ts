/** Which config file holds for a call, and what it says. */
import path from 'node:path';
import type { LoadedConfig } from '../build/load-config.ts';
import { pathMarks } from '../build/project.ts';
import type { ConfigError } from '../config/config-error.ts';
import { DiagnosticCollector } from '../diagnostics/collector.ts';
import { formatJson } from '../diagnostics/format-json.ts';
import { formatText } from '../diagnostics/format-text.ts';
import { readLine } from '../diagnostics/source-lines.ts';
import { configIn, real, tellOther, tellUnread } from './config-file.ts';
import { CallError, readArguments, type Arguments, type CallFolders } from './arguments.ts';
import { relativePath, isWithin } from '../shared/files/paths.ts';

/**
 * The config file of the folder of the call holds where the call names no content folder, or the
 * one that it names. It never lies in the content folder: that may be somebody else's.
 * @param folders of the call. @returns the arguments, with what the config says where they do not
 * @throws CallError, ConfigError
 */
export async function withConfig(
  args: Arguments,
  argv: string[],
  folders: CallFolders,
): Promise<Arguments> {
  const file = args.configFile ?? configIn(folders.own);
  const isUnasked = args.configFile === undefined;
  if (isUnasked) tellUnread(args, file);
  // The build tells of one in the content folder (`source/read-content.ts`).
  if (!file || (isUnasked && args.names.root && liesIn(file, args.root))) return args;
  if (liesIn(file, args.root)) throw inContent(file, args.root);
  const loaded = await load(file);
  const { config } = loaded;
  const folder = path.dirname(file);
  const content = path.resolve(folder, config.content ?? 'content');
  if (isUnasked && args.names.root && real(args.root) !== real(content)) {
    tellOther(file, content);
    return args;
  }
  const read = readArguments(argv, folders, {
    ...config,
    content,
    out: path.resolve(folder, config.out ?? 'dist'),
  });
  if (read === 'help' || read === 'version') return args;
  if (liesIn(file, read.root)) throw inContent(file, read.root);
  return { ...read, config, configFiles: loaded.files };
}

/** Loaded when needed: Vite takes a while. */
async function load(file: string): Promise<LoadedConfig> {
  const [mark] = pathMarks.exec(file) ?? [];
  if (mark)
    throw new CallError(`${file} cannot be read: its path holds “${mark}”; move it elsewhere`);
  const { loadConfig } = await import('../build/load-config.ts');
  try {
    return await loadConfig(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code)
      throw new CallError(
        `the config file ${file} cannot be read (${code}); check its permissions`,
      );
    throw error;
  }
}

const inContent = (file: string, root: string): CallError =>
  new CallError(
    `${file} lies in the content folder, whose files may be anybody's; move it out of ${root}`,
  );

/** What is wrong with the config file, as a build tells what is wrong with content. */
export function tellConfig({ findings }: ConfigError, format: Arguments['format']): void {
  const diagnostics = new DiagnosticCollector();
  const cwd = process.cwd();
  for (const finding of findings)
    diagnostics.add({ ...finding, file: relativePath(cwd, finding.file!) });
  const found = diagnostics.list();
  if (format === 'json') process.stdout.write(formatJson(found));
  else
    process.stderr.write(
      formatText(found, { readLine: readLine(cwd), colour: process.stderr.isTTY === true }),
    );
}

const liesIn = (file: string, folder: string): boolean => isWithin(real(file), real(folder));
