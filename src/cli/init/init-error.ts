/** Nothing can be made where, or from what, the call says; the call is at fault. */
export class InitError extends Error {
  /** How to mend it. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
