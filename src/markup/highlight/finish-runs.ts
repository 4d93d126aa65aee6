import { openJson } from './json-runs.ts';
import { plainKeys } from './plain-keys.ts';
import { dropEmpty, type Runs } from './runs.ts';

/**
 * @param runs as a grammar has them
 * @param grammar its name
 * @returns as pages show them: a body of JSON in a string is read as JSON; empty strings and keys are
 *   plain
 */
export const finishRuns = (runs: Runs, text: string, grammar: string): Runs =>
  plainKeys(dropEmpty(openJson(runs, text), text), text, grammar);
