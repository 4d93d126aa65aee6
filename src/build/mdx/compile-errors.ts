/** What Vite and the MDX compiler throw, as findings with a place. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { mdxHint } from './hint.ts';
import { readLine } from '../../diagnostics/source-lines.ts';
import type { Session } from '../session.ts';

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
}

const colours = /\u001b\[[\d;]*m/g;

/** @returns one finding an error that concerns the content folder; none for a fault of our own */
export function mdxErrors(error: unknown, root: string): Finding[] {
  const thrown = error as Thrown;
  const all = thrown.errors?.length ? thrown.errors : [thrown];
  return all.flatMap((one): Finding[] => {
    const message = (one.reason ?? one.message ?? '').replace(colours, '').trim();
    const named = one.loc?.file ?? one.file ?? one.id ?? /([^\s"'()]+\.mdx)\b/.exec(message)?.[1];
    const file =
      named && path.isAbsolute(named) ? path.relative(root, named).replaceAll('\\', '/') : named;
    // Astro names its own pages (`src/pages/404.astro`) without saying that they are of another folder.
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
    return [
      {
        kind: 'mdx-syntax',
        file,
        line,
        column: column,
        message: firstSentence(message),
        hint: mdxHint(message, file, readLine(root)(file, line)),
      },
    ];
  });
}

/** Compilers tell what is wrong with a text by errors of their own; what JavaScript itself throws is a bug. */
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
 * What the compiler threw for a file of the content folder, as far as the session does not know it already.
 * @param file absolute; at fault where the error names none
 */
export function compileErrors(error: unknown, session: Session, file?: string): Finding[] {
  const { root } = session.options;
  const found = mdxErrors(error, root);
  // What the front matter's own reader has told is not told again in the compiler's words.
  const told = new Set(
    session.diagnostics
      .list()
      .filter(({ kind }) => kind.startsWith('yaml-'))
      .map((one) => one.file),
  );
  if (found.length || !file) return found.filter((one) => !told.has(one.file ?? ''));
  const relative = path.relative(root, file).replaceAll('\\', '/');
  if (told.has(relative) || relative.startsWith('..')) return [];
  const message = String((error as Error)?.message ?? error);
  return isFault(error) ? [faultOf(error, message, relative)] : mdxErrors({ message, file }, root);
}

/**
 * What an expression or a component threw while the file was rendered.
 * @param place of the expression; none where it was a component
 */
export function renderFinding(
  file: string,
  error: unknown,
  place?: { line: number; column: number },
): Finding {
  const { message = String(error), name = '' } = (error ?? {}) as Thrown;
  const reason = `${name && name !== 'Error' ? `${name}: ` : ''}${firstSentence(message.replace(colours, ''))}`;
  return place
    ? {
        kind: 'mdx-render',
        file,
        ...place,
        message: `this expression failed: ${reason}`,
        hint: 'correct what stands between the braces, or the value that the name has',
      }
    : {
        kind: 'mdx-render',
        file,
        message: `a component of this file failed: ${reason}`,
        hint: 'correct the component, or the attributes that it is given',
      };
}

/** A fault of our own. With `PHYLLITE_DEBUG` set, where it was is told besides. */
export function internalFinding(error: unknown): Finding {
  if (process.env['PHYLLITE_DEBUG']) process.stderr.write(`${(error as Error)?.stack ?? error}\n`);
  return {
    kind: 'internal',
    message: `Phyllite failed: ${firstSentence(
      String((error as Error)?.message ?? error)
        .replace(colours, '')
        .replace(/:\s*\n\s*/, ': '),
    )}`,
    hint: 'please report it, with the content that shows it (PHYLLITE_DEBUG=1 shows where)',
  };
}

const firstSentence = (message: string) =>
  message.split('\n')[0]!.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 300);
