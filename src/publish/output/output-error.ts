/** The output folder cannot be written as asked: the call is at fault, not the content. */
export class OutputError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'OutputError';
    this.hint = hint;
  }
}

const refusals = ['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY', 'ENOTDIR', 'EEXIST', 'EROFS', 'EXDEV'];

/** @returns what to throw: a refusal of the system as an `OutputError`, anything else as it is */
export function refusedBySystem(error: unknown, place: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (!refusals.includes(code)) return error;
  return new OutputError(
    `the folder ${place} cannot be replaced (${code}): it is a mount point, a program has it ` +
      'open, or the folder around it cannot be written',
    'close what uses it, or build into a new folder below it: --out …/site',
  );
}
