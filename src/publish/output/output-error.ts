/** The output folder cannot be written as asked: the call is at fault, not the content. */
export class OutputError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'OutputError';
    this.hint = hint;
  }
}
