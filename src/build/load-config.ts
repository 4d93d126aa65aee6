/** Reads `phyllite.config.ts`: the owner's code, which runs here. */
import path from 'node:path';
import { ConfigError } from '../config/config-error.ts';
import { configPositions } from '../config/positions.ts';
import { readConfig } from '../config/read-config.ts';
import type { SiteConfig } from '../config/site-config.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { configFault, grammarFaults, syntaxError, textOf } from './config-faults.ts';
import { moduleFile, vite } from './project.ts';

export interface LoadedConfig {
  config: SiteConfig;
  /** The config file and the modules of the owner's that it imports, absolute. */
  files: string[];
}

/** @param file absolute. @throws ConfigError */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  const { runnerImport, parseSync } = await vite();
  const text = textOf(file);
  const { program } = parseSync(file, text);
  const broken = syntaxError(file, parseSync);
  if (broken) throw new ConfigError([broken]);
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
      throw new ConfigError([configFault(file, error, parseSync)]);
    })
    .finally(() => process.setSourceMapsEnabled(hadMaps));
  const findings: Finding[] = [];
  const positions = configPositions(program, text);
  const config = readConfig(module.default, { file, positions }, (finding) =>
    findings.push({ file, ...finding }),
  );
  const at = { file, ...positions.at(['code', 'languages'])?.key };
  findings.push(...(await grammarFaults(config.code.languages, at)));
  if (findings.length) throw new ConfigError(findings);
  return { config, files: [...new Set([file, ...dependencies])] };
}
