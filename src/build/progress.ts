/** A line every few seconds while a long build runs, so that nobody takes it for dead. */

/** Short builds say nothing. */
const MIN_MS = 3_000;
const PAUSE_MS = 2_500;

export class Progress {
  readonly #write: ((text: string) => void) | undefined;
  readonly #started = performance.now();
  readonly #timer: NodeJS.Timeout | undefined;
  #last = 0;
  #phase = 'reading';

  /** @param write takes a line for the terminal; undefined: nobody wants to know */
  constructor(write: ((text: string) => void) | undefined) {
    this.#write = write;
    if (write) this.#timer = setInterval(() => this.#tell(), 500).unref();
  }

  /** What the build is at: `laying out page 40 of 936`. */
  at(phase: string): void {
    this.#phase = phase;
    // Work that leaves no time to the timer.
    this.#tell();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tell(): void {
    const since = performance.now() - this.#started;
    if (!this.#write || since < MIN_MS || since - this.#last < PAUSE_MS) return;
    this.#last = since;
    this.#write(`… ${this.#phase} (${Math.round(since / 1000)} s)\n`);
  }
}

/** A terminal hears of it; a log only of builds that take long. */
export const progressOf = (format: 'text' | 'json'): Progress =>
  new Progress(
    format === 'text' && process.stderr.isTTY ? (text) => process.stderr.write(text) : undefined,
  );
