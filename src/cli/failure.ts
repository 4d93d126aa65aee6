/** What stops a command that is no fault of the content: said in a sentence. */
import path from 'node:path';
import type { PluginError } from '../build/astro/owner-hooks.ts';
import { stackPlace } from '../diagnostics/stack-place.ts';

/** What no program can mend, and who can. */
const machine: Record<string, string> = {
  ENOSPC: 'the disk is full; make room, and call again',
  EDQUOT: 'the disk’s quota is used up; make room, and call again',
  EFBIG: 'a file is larger than may be written here; raise the limit (ulimit -f), and call again',
  EMFILE: 'too many files are open; raise the limit (ulimit -n), and call again',
  ENFILE: 'too many files are open on this machine; close some programs, and call again',
  ENOMEM: 'there is no memory left; close some programs, and call again',
  EACCES: 'this user may not read or write a file; change its permissions, and call again',
  EPERM: 'this user may not read or write a file; change its permissions, and call again',
  EROFS: 'a disk may only be read; name a folder on another one, and call again',
  EIO: 'the disk cannot be read or written; see that it is sound, and call again',
};

/** @returns a fault of our own, of the owner's code or of the machine (a full disk), in one line */
export function sentenceOf(error: unknown): string {
  const {
    plugin,
    code = '',
    message = String(error),
  } = Object(error) as PluginError & {
    code?: string;
  };
  const [problem] = message.split('\n');
  if (plugin)
    return `the plugin ${plugin} of the config file failed: ${problem}; mend it, or take it out`;
  if (machine[code]) return `${machine[code]} (${problem})`;
  return `failed: ${problem} (PHYLLITE_DEBUG=1 tells where)`;
}

function throwUnlessReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/**
 * Who reads what is said may go before all is said (`| head`): what was asked for is done to its end.
 * A process may run more than one command: it listens once.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr])
    if (!stream.listeners('error').includes(throwUnlessReaderLeft))
      stream.on('error', throwUnlessReaderLeft);
}

/**
 * Has told what code of the owner's throws when nothing waits for it, such as in a timer: Node would
 * end with a stack trace. What was being written goes, as at any end.
 * @param folder the owner's project, absolute
 */
export function tellUncaught(folder: string): void {
  process.on('uncaughtException', (thrown: unknown) => {
    // As the config was loaded: lines are those of its text.
    process.setSourceMapsEnabled(true);
    const { stack = '', message = String(thrown) } = Object(thrown) as Partial<Error>;
    if (process.env['PHYLLITE_DEBUG']) process.stderr.write(`${stack}\n`);
    const at = stackPlace(stack, folder);
    process.stderr.write(
      at
        ? `${path.relative(folder, at.file)}:${at.line}:${at.column}  ${message.split('\n')[0]}  ` +
            'nothing waits for this error: put `await` before what fails, or catch it\n'
        : `phyllite: ${sentenceOf(thrown)}\n`,
    );
    process.exit(1);
  });
}
