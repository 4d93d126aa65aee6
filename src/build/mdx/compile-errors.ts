/** What Vite and the MDX compiler throw, as findings with a place. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DiagnosticCollector } from '../../diagnostics/collector.ts';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { partsOfId } from '../../mdx/imports/module-id.ts';
import { IndexerError } from '../../search/indexer.ts';
import { mdxHint } from './hint.ts';
import { linesOf, readLine } from '../../diagnostics/source-lines.ts';
import type { Failure } from '../astro/attempt.ts';
import type { PluginError } from '../astro/owner-hooks.ts';
import { relativePath } from '../../shared/files/paths.ts';
import { unreadableIn } from './unreadable.ts';

interface Thrown {
  message?: string;
  reason?: string;
  name?: string;
  id?: string;
  file?: string;
  loc?: { file?: string; line?: number; column?: number };
  line?: number;
  column?: number;
  errors?: Thrown[];
  cause?: Thrown;
  plugin?: PluginError['plugin'];
  inConfig?: PluginError['inConfig'];
}

/** Vite plugins of Vite, Astro and us. */
const ours = /^(vite|builtin|rolldown|commonjs|@?astro|@mdx-js|phyllite)\b/;

const colours = /\u001b\[[\d;]*m/g;

/** @returns one finding an error that concerns the content folder; none for a fault of our own */
export function mdxErrors(error: unknown, root: string): Finding[] {
  const thrown = error as Thrown;
  const unreadable = unreadableIn((thrown.message ?? '').replace(colours, ''), root);
  if (unreadable.length) return unreadable;
  const all = thrown.errors?.length ? thrown.errors : [thrown];
  return all.flatMap((one): Finding[] => {
    const message = (one.reason ?? one.message ?? '').replace(colours, '').trim();
    const id = one.loc?.file ?? one.file ?? one.id ?? /([^\s"'()]+\.mdx)\b/.exec(message)?.[1];
    const named = id && partsOfId(id).file;
    const file = named && path.isAbsolute(named) ? relativePath(root, named) : named;
    if (one.inConfig || (one.plugin && !ours.test(one.plugin)))
      return [pluginFinding(one, root, file)];
    // Astro names its own pages as if they were of this folder.
    if (!file || file.startsWith('..') || !existsSync(path.join(root, file))) return [];
    if (isFault(one)) return [faultOf(one, message, file)];
    const place = /\((\d+):(\d+)(?:-\d+:\d+)?\)/.exec(message) ?? /:(\d+):(\d+)/.exec(message);
    const line = one.loc?.line ?? one.line ?? Number(place?.[1] ?? 0);
    const column = one.loc?.column ?? one.column ?? Number(place?.[2] ?? 0);
    const unresolved =
      /(?:could not resolve|failed to resolve|cannot find)[^"'`]*["'`]([^"'`]+)["'`]/i.exec(
        message,
      );
    if (unresolved)
      return [
        {
          kind: 'mdx-component',
          file,
          line,
          column,
          message: `the import ${unresolved[1]} was not found`,
          hint: 'check its path, relative to this file',
        },
      ];
    const missing = /"([^"]+)" is not exported by "(?:[^"?]*\/)?([^"/?]+)[^"]*"/.exec(message);
    if (missing) return [missingExport(missing[1]!, missing[2]!, file, root)];
    return [
      {
        kind: 'mdx-syntax',
        file,
        line,
        column,
        message: firstSentence(message),
        hint: mdxHint(message, file, readLine(root)(file, line)),
      },
    ];
  });
}

/** The bundler names a place where the name is used: the import is what has to be mended. */
function missingExport(name: string, from: string, file: string, root: string): Finding {
  const lines = linesOf(root)(file) ?? [];
  const line = lines.findIndex((text) => /^\s*import\b/.test(text) && text.includes(from)) + 1;
  return {
    kind: 'mdx-component',
    file,
    ...(line > 0 && { line, column: 1 }),
    message:
      name === 'default' ? `${from} exports nothing by default` : `${from} exports no ${name}`,
    hint: 'import what it exports, by its name; data is imported from .json, a style sheet without a name',
  };
}

/** @param file relative, that the plugin was at */
function pluginFinding(
  { plugin, message = '', inConfig, id }: Thrown,
  root: string,
  file?: string,
): Finding {
  const isInside = file !== undefined && !file.startsWith('..');
  const at = inConfig && {
    ...inConfig,
    file: relativePath(root, inConfig.file),
  };
  const where = isInside ? ' here' : id ? ` at ${id}` : '';
  return {
    kind: 'plugin-failed',
    ...(isInside ? { file } : at),
    message: `the plugin ${plugin} of the config file failed${where}: ${reasonOf(message)}`,
    hint: 'mend it, or take it out of the config file',
  };
}

/** Rolldown puts the plugin and the file before it. */
const reasonOf = (message: string): string =>
  firstSentence(message.replace(colours, '').replace(/^\[plugin [^\]]+\].*\n(Error: )?/, ''));

/** Compilers throw errors of their own; what JavaScript itself throws is a bug. */
const isFault = (error: unknown): boolean =>
  [TypeError, RangeError, ReferenceError, EvalError].some((native) => error instanceof native);

function faultOf(error: unknown, message: string, file: string): Finding {
  if (/call stack/i.test(message))
    return {
      kind: 'nesting-too-deep',
      file,
      message: 'quotes, lists, tags or brackets are nested too deeply for the compiler',
      hint: 'close them, or use fewer levels',
    };
  return { ...internalFinding(error), file };
}

/**
 * What the compiler threw for a file of the content folder, as far as it is not known already.
 * @param root of the content folder. @param known what has been found so far
 * @param file absolute; at fault where the error names none
 */
export function compileErrors(
  error: unknown,
  root: string,
  known: DiagnosticCollector,
  file?: string,
): Finding[] {
  const found = mdxErrors(error, root);
  // What the front matter's own reader has told is not told again in the compiler's words.
  const told = new Set(
    known
      .list()
      .filter(({ kind }) => kind.startsWith('yaml-'))
      .map((one) => one.file),
  );
  if (found.length || !file) return found.filter((one) => !told.has(one.file ?? ''));
  const relative = relativePath(root, partsOfId(file).file);
  if (told.has(relative) || relative.startsWith('..')) return [];
  const message = String((error as Error)?.message ?? error);
  return isFault(error) ? [faultOf(error, message, relative)] : mdxErrors({ message, file }, root);
}

/** What an expression or a component threw while the file was rendered. */
export function renderFinding({ file, error, place }: Failure): Finding {
  const { message = String(error), name = '' } = (error ?? {}) as Thrown;
  const reason =
    (name && name !== 'Error' ? `${name}: ` : '') + firstSentence(message.replace(colours, ''));
  const [what, hint] = place
    ? ['this expression', 'correct what stands between the braces, or the value that the name has']
    : ['a component of this file', 'correct the component, or the attributes that it is given'];
  return { kind: 'mdx-render', file, ...place, message: `${what} failed: ${reason}`, hint };
}

/** A fault of our own. With `PHYLLITE_DEBUG` set, where it was is told besides. */
export function internalFinding(error: unknown): Finding {
  if (process.env['PHYLLITE_DEBUG']) process.stderr.write(`${(error as Error)?.stack ?? error}\n`);
  if (error instanceof IndexerError)
    return { kind: 'internal', message: error.message, hint: error.hint };
  const said = String((error as Error)?.message ?? error);
  // What others say of it stands somewhere in theirs.
  if (/\bENOSPC\b|no space left on device/i.test(said))
    return {
      kind: 'internal',
      message: 'the disk is full, or that of the caches',
      hint: 'make room, or name another PHYLLITE_CACHE, and build again',
    };
  return {
    kind: 'internal',
    message: `Phyllite failed: ${firstSentence(
      said.replace(colours, '').replace(/:\s*\n\s*/, ': '),
    )}`,
    hint: 'please report it, with the content that shows it (PHYLLITE_DEBUG=1 shows where)',
  };
}

const firstSentence = (message: string) =>
  message.split('\n')[0]!.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 300);
