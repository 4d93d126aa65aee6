/** The output folder cannot be written as asked: the call is at fault, not the content. */
export class OutputError extends Error {
  readonly mend: string;

  constructor(message: string, mend: string) {
    super(message);
    this.name = 'OutputError';
    this.mend = mend;
  }
}
