/** Reads `phyllite.config.ts`: the owner's code, which runs here. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { configPositions } from '../config/positions.ts';
import { readConfig } from '../config/read-config.ts';
import type { SiteConfig } from '../config/site-config.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { moduleFile, vite } from './project.ts';

export interface LoadedConfig {
  config: SiteConfig;
  /** The config file and the modules of the owner's that it imports, absolute. */
  files: string[];
}

/** What is wrong with a config file: a line each, with its place and the mend. */
export class ConfigError extends Error {}

/** @param file absolute. @throws ConfigError */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  const { runnerImport, parseSync } = await vite();
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const parsed = parseSync(file, text);
  const [broken] = parsed.errors;
  if (broken) {
    const { start = 0 } = broken.labels[0] ?? {};
    const line = text.slice(0, start).split('\n').length;
    throw new ConfigError(`${file}:${line}: ${broken.message}; mend it, and try again`);
  }
  const { module, dependencies } = await runnerImport<{ default?: unknown }>(file, {
    logLevel: 'silent',
    root: path.dirname(file),
    // Phyllite itself need not be installed where it is run by npx.
    resolve: { alias: [{ find: /^phyllite$/, replacement: moduleFile('config/index') }] },
  }).catch((error: unknown) => {
    throw new ConfigError(thrown(file, error));
  });
  const findings: Finding[] = [];
  const positions = configPositions(parsed.program, text);
  const config = readConfig(module.default, positions, (finding) => findings.push(finding));
  if (findings.length)
    throw new ConfigError(findings.map((finding) => said(file, finding)).join('\n'));
  return { config: { ...config, file, positions }, files: [...new Set([file, ...dependencies])] };
}

const said = (file: string, { line = 0, column = 0, message, hint }: Finding): string =>
  `${[file, ...(line ? [line, column] : [])].join(':')}: ${message}; ${hint}`;

/** A config that throws: its own line, where the stack names one. */
function thrown(file: string, error: unknown): string {
  const { message = String(error), stack = '' } = Object(error) as Partial<Error>;
  const [problem = ''] = message.split('\n');
  const at = stack.split('\n').find((line) => line.includes(file));
  const [, line] = /:(\d+):\d+\)?$/.exec(at ?? '') ?? [];
  const missing = /Cannot find (?:package|module) '([^']+)'/.exec(problem)?.[1];
  const hint = missing
    ? `install it here: npm install ${missing}`
    : 'mend what it does, or take it out';
  return `${file}${line ? `:${line}` : ''}: the config fails: ${problem}; ${hint}`;
}
