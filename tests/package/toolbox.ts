/** Node in several versions and the package managers, as the registry has them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const managers = {
  npm: 'npm@11',
  pnpm: 'pnpm',
  yarn: '@yarnpkg/cli-dist',
  'yarn 1': 'yarn@1',
} as const;
export type Manager = keyof typeof managers;

/** Of the npm that runs this script: on Windows `npm` is no program. */
const ownNpm = process.env['npm_execpath'] ?? '';

export class Toolbox {
  readonly #dir: string;

  /** @param dir where tools are installed */
  constructor(dir: string) {
    this.#dir = dir;
  }

  /** @param version as the registry names it; `own` is the one that runs this script */
  node(version: string): string {
    if (version === 'own') return process.execPath;
    const name = process.platform === 'win32' ? 'node.exe' : 'node';
    return path.join(this.#install(`node@${version}`, 'node'), 'bin', name);
  }

  /** @returns the script of a package manager, to be run by Node */
  manager(name: Manager): string {
    const [, plain = ''] = /^(@?[^@]+)/.exec(managers[name])!;
    const folder = this.#install(managers[name], plain);
    if (name === 'pnpm') return path.join(folder, 'bin/pnpm.mjs');
    const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      bin: Record<string, string>;
    };
    return path.join(folder, bin[name.split(' ')[0]!]!);
  }

  /** @returns the folder of the package */
  #install(spec: string, name: string): string {
    const dir = path.join(this.#dir, spec.replace(/[^\w.-]/g, '_'));
    if (!existsSync(dir)) {
      mkdirSync(dir, { recursive: true });
      const call = ['install', '--prefix', dir, '--no-audit', '--no-fund', spec];
      const [command, args] = ownNpm ? [process.execPath, [ownNpm, ...call]] : ['npm', call];
      const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
      if (status) throw new Error(stderr);
    }
    return path.join(dir, 'node_modules', name);
  }
}
