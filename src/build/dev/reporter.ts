/** What `dev` says in the terminal: each finding once, and that errors are mended. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { mergeUses } from '../../diagnostics/merge-uses.ts';
import { formatText } from '../../diagnostics/format-text.ts';

export interface DevReporterOptions {
  readLine(file: string, line: number): string | undefined;
  /** Takes text for the terminal. */
  write(text: string): void;
  colour: boolean;
}

export class DevReporter {
  readonly #options: DevReporterOptions;
  #errors = new Set<string>();
  #warnings = new Set<string>();

  constructor(options: DevReporterOptions) {
    this.#options = options;
  }

  /**
   * Tells what is new. An error that was gone in between is told again; a warning is not until a
   * reading that found out everything has been without it, since a mere reading does not find them
   * all.
   * @param whole everything was looked at
   */
  tell(diagnostics: Diagnostic[], whole: boolean): void {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
    const told = [
      ...errors.filter((one) => !this.#errors.has(keyOf(one))),
      ...warnings.filter((one) => !this.#warnings.has(keyOf(one))),
    ];
    const { readLine, colour, write } = this.#options;
    write(formatText(mergeUses(told), { readLine, colour }));
    if (this.#errors.size && !errors.length) write('All errors are mended.\n');
    this.#errors = new Set(errors.map(keyOf));
    this.#warnings = new Set([...(whole ? [] : this.#warnings), ...warnings.map(keyOf)]);
  }
}

/** Lines move while an author writes: a finding that only moved is no news. */
const keyOf = ({ kind, file, message }: Diagnostic): string => [kind, file, message].join('\0');
