/** A request as code, in each language that there is an emitter for. */
import type { Code } from './code/code.ts';
import type { HttpRequest } from './request/http-request.ts';
import { csharpSample } from './csharp.ts';
import { goSample } from './go.ts';
import { javaSample } from './java.ts';
import { javascriptSample, typescriptSample } from './javascript.ts';
import { phpSample } from './php.ts';
import { pythonSample } from './python.ts';
import { rubySample } from './ruby.ts';
import { shellSample } from './shell.ts';

const emitters = {
  shell: shellSample,
  javascript: javascriptSample,
  typescript: typescriptSample,
  python: pythonSample,
  ruby: rubySample,
  php: phpSample,
  go: goSample,
  java: javaSample,
  csharp: csharpSample,
} satisfies Record<string, (request: HttpRequest) => Code | undefined>;

/** A language that samples are made in. */
export type SampleLanguage = keyof typeof emitters;

/** All of them, in the order in which they are shown where nobody has chosen one. */
export const sampleLanguages = Object.keys(emitters) as SampleLanguage[];

const aliases: ReadonlyMap<string, SampleLanguage> = new Map([
  ...sampleLanguages.map((language): [string, SampleLanguage] => [language, language]),
  ['bash', 'shell'],
  ['sh', 'shell'],
  ['zsh', 'shell'],
  ['curl', 'shell'],
  ['console', 'shell'],
  ['js', 'javascript'],
  ['mjs', 'javascript'],
  ['node', 'javascript'],
  ['nodejs', 'javascript'],
  ['fetch', 'javascript'],
  ['ts', 'typescript'],
  ['py', 'python'],
  ['python3', 'python'],
  ['rb', 'ruby'],
  ['golang', 'go'],
  ['c#', 'csharp'],
  ['cs', 'csharp'],
  ['dotnet', 'csharp'],
]);

/**
 * @param name of a tab or a fence: `shell`, `bash`, `node`, `c#`; the part before `--` counts
 *   (`javascript--browser`)
 * @returns the language that samples are made in for it, if there is one
 */
export const findSampleLanguage = (name: string): SampleLanguage | undefined =>
  aliases.get(name.split('--')[0]!.trim().toLowerCase());

/**
 * Writes a request as code that a person could have written: complete, with its imports, the answer
 * read and errors seen. From every language the same request arrives: method, target, headers that
 * the request names, body.
 *
 * @returns the code with its named holes; undefined where the language's client cannot send such a
 *   request (fetch sends no body with GET)
 */
export const makeSample = (request: HttpRequest, language: SampleLanguage): Code | undefined =>
  emitters[language](request);
