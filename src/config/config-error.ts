/** What is wrong with a config file: nothing of it is used. */
import type { Finding } from '../diagnostics/diagnostic.ts';

export class ConfigError extends Error {
  /** Files are absolute. */
  readonly findings: Finding[];

  constructor(findings: Finding[]) {
    super(findings[0]!.message);
    this.findings = findings;
  }
}
