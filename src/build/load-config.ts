/** Reads `phyllite.config.ts`: the owner's code, which runs here. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../config/config-error.ts';
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

/** @param file absolute. @throws ConfigError */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  const { runnerImport, parseSync } = await vite();
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const parsed = parseSync(file, text);
  const [broken] = parsed.errors;
  if (broken) {
    const before = text.slice(0, broken.labels[0]?.start ?? 0).split('\n');
    const place = { file, line: before.length, column: before.at(-1)!.length + 1 };
    const hint = 'mend the line, or the one before it';
    throw new ConfigError([{ kind: 'config', ...place, message: broken.message, hint }]);
  }
  // Without it, lines of errors are those of what Vite makes of the file.
  const hadMaps = process.sourceMapsEnabled;
  process.setSourceMapsEnabled(true);
  const { module, dependencies } = await runnerImport<{ default?: unknown }>(file, {
    logLevel: 'silent',
    root: path.dirname(file),
    // Phyllite itself need not be installed where it is run by npx.
    resolve: { alias: [{ find: /^phyllite$/, replacement: moduleFile('config/index') }] },
  })
    .catch((error: unknown) => {
      throw new ConfigError([thrown(file, error)]);
    })
    .finally(() => process.setSourceMapsEnabled(hadMaps));
  const findings: Finding[] = [];
  const positions = configPositions(parsed.program, text);
  const config = readConfig(module.default, { file, positions }, (finding) =>
    findings.push({ file, ...finding }),
  );
  if (findings.length) throw new ConfigError(findings);
  return { config, files: [...new Set([file, ...dependencies])] };
}

/** A config that throws: the line of the owner's that the stack names first. */
function thrown(file: string, error: unknown): Finding {
  const { message = String(error), stack = '' } = Object(error) as Partial<Error>;
  const [problem = ''] = message.split('\n');
  const folder = path.dirname(file) + path.sep;
  const [, at, line, column] =
    stack
      .split('\n')
      .filter((entry) => !entry.includes(`${path.sep}node_modules${path.sep}`))
      .map((entry) => /^\s+at (?:.*\()?(?:file:\/\/)?(.+?):(\d+):(\d+)\)?$/.exec(entry))
      .find((entry) => entry?.[1]?.startsWith(folder)) ?? [];
  const missing = /Cannot find (?:package|module) '([^']+)'/.exec(problem)?.[1];
  return {
    kind: 'config',
    file: at ?? file,
    line: Number(line ?? 0),
    column: Number(column ?? 0),
    message: `the config fails: ${problem.replace(/\(0 ?, ?__vite\w+\.(\w+)\)/, '$1')}`,
    hint: !missing
      ? 'mend what it does, or take it out'
      : /^[./]/.test(missing)
        ? 'check its path, relative to this file'
        : `install it here: npm install ${missing}`,
  };
}
