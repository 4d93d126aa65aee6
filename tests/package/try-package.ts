/**
 * `npm run try-package [-- --only npm,24]`: the packed package in the hands of owners, with every
 * package manager and Node that it promises. Needs the network: Node and the managers come from
 * the registry. Prints a table, and fails where a case does.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pack } from './unpacked.ts';

const nodes = ['22.12.0', '24', '26'];
const managers = ['npm', 'pnpm', 'yarn'] as const;
const folders = { plain: 'docs', named: `my "dócs" 'n 文`, workspace: 'workspace/docs' };
type Manager = (typeof managers)[number];
type Folder = keyof typeof folders;

interface Case {
  node: string;
  manager: Manager;
  folder: Folder;
  user: 'root' | 'nobody' | 'self';
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = (values.only ?? '').split(',').filter(Boolean);
const room = mkdtempSync(path.join(tmpdir(), 'phyllite-try-'));
const isRoot = process.getuid?.() === 0;
const tarball = pack(room);

const others: Case[] = [
  { node: '24', manager: 'npm', folder: 'named', user: 'self' },
  { node: '24', manager: 'npm', folder: 'workspace', user: 'self' },
  ...(isRoot ? [{ node: '24', manager: 'npm', folder: 'plain', user: 'nobody' } as const] : []),
];
const cases: Case[] = [
  ...nodes.flatMap((node) =>
    managers.map((manager): Case => ({ node, manager, folder: 'plain', user: 'self' })),
  ),
  ...others,
].filter((one) => wanted.every((word) => Object.values(one).includes(word)));

/** A tool of the registry, in a folder of its own. @returns its `bin` folder */
function tool(...packages: string[]): string {
  const dir = path.join(room, 'tools', packages.join('+').replace(/[^\w.+-]/g, ''));
  if (!existsSync(dir)) {
    mkdirSync(dir, { recursive: true });
    const call = ['i', '--prefix', dir, '--no-audit', '--no-fund', ...packages];
    const { status, stderr } = spawnSync('npm', call, { encoding: 'utf8' });
    if (status) throw new Error(stderr);
  }
  return path.join(dir, 'node_modules/.bin');
}

class Trial {
  readonly #case: Case;
  readonly #dir: string;
  readonly #env: NodeJS.ProcessEnv;

  constructor(one: Case) {
    this.#case = one;
    const own = mkdtempSync(path.join(room, 'case-'));
    this.#dir = path.join(own, folders[one.folder]);
    mkdirSync(path.join(own, 'home'), { recursive: true });
    const bins = [tool(`node@${one.node}`), ...(one.manager === 'npm' ? [] : [tool(one.manager)])];
    const { INIT_CWD: _, npm_package_json: __, ...env } = process.env;
    this.#env = {
      ...env,
      HOME: path.join(own, 'home'),
      npm_config_cache: path.join(room, 'npm-cache'),
      PATH: [...bins, process.env['PATH']].join(path.delimiter),
    };
    if (one.folder === 'workspace') {
      const root = path.dirname(this.#dir);
      mkdirSync(root, { recursive: true });
      const workspace = { private: true, workspaces: ['docs'], dependencies: { astro: '5' } };
      writeFileSync(path.join(root, 'package.json'), JSON.stringify(workspace));
    }
    if (one.user === 'nobody') spawnSync('chown', ['-R', '65534:65534', own, tarball]);
    spawnSync('chmod', ['755', room]);
  }

  #user() {
    return this.#case.user === 'nobody' ? { uid: 65534, gid: 65534 } : {};
  }

  /** @throws where it fails */
  run(command: string, ...args: string[]): string {
    const cwd = existsSync(this.#dir) ? this.#dir : path.dirname(this.#dir);
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd,
      env: this.#env,
      encoding: 'utf8',
      ...this.#user(),
    });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}${stdout}`);
    return stdout;
  }

  install(): void {
    const { manager } = this.#case;
    mkdirSync(this.#dir, { recursive: true });
    cpSync(tarball, path.join(this.#dir, 'phyllite.tgz'));
    const project = { private: true, dependencies: { phyllite: 'file:./phyllite.tgz' } };
    const settings = { pnpm: { onlyBuiltDependencies: ['esbuild'] } };
    writeFileSync(
      path.join(this.#dir, 'package.json'),
      JSON.stringify({ name: 'docs', ...project, ...(manager === 'pnpm' && settings) }),
    );
    if (this.#case.user === 'nobody') spawnSync('chown', ['-R', '65534:65534', this.#dir]);
    this.run(manager, 'install', ...(manager === 'npm' ? ['--no-audit', '--no-fund'] : []));
  }

  phyllite(...args: string[]): string {
    return this.run('node', this.#bin, ...args);
  }

  get #bin(): string {
    const places = [this.#dir, path.dirname(this.#dir)];
    return places
      .map((dir) => path.join(dir, 'node_modules/phyllite/lib/cli/bin.js'))
      .find((file) => existsSync(file))!;
  }

  /** `dev` answers, and answers anew after an edit. */
  async dev(): Promise<void> {
    await this.#serving(['dev', 'made/content', '--port', '0'], async (url) => {
      const page = path.join(this.#dir, 'made/content/index.mdx');
      const before = await (await fetch(url)).text();
      if (!before.includes('<main')) throw new Error(`dev answers ${before.slice(0, 200)}`);
      writeFileSync(page, `${readFileSync(page, 'utf8')}\n\n## A new heading\n`);
      for (let tries = 0; tries < 100; tries++) {
        if ((await (await fetch(url)).text()).includes('A new heading')) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('dev does not show the edit');
    });
  }

  async preview(): Promise<void> {
    await this.#serving(['preview', '--out', 'made/dist', '--port', '0'], async (url) => {
      const { status } = await fetch(url);
      if (status !== 200) throw new Error(`preview answers ${status}`);
    });
  }

  async #serving(args: string[], use: (url: string) => Promise<void>): Promise<void> {
    const child = spawn('node', [this.#bin, ...args], {
      cwd: this.#dir,
      env: this.#env,
      ...this.#user(),
    });
    let told = '';
    const url = new Promise<string>((resolve, reject) => {
      const read = (text: Buffer) => {
        told += text;
        const found = /http:\/\/localhost:\d+\S*/.exec(told);
        if (found) resolve(found[0]);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('exit', () => reject(new Error(told)));
    });
    try {
      await use(await url);
    } finally {
      child.kill();
    }
  }
}

const steps: [name: string, run: (trial: Trial) => unknown][] = [
  ['install', (trial) => trial.install()],
  ['init', (trial) => trial.phyllite('init', 'made')],
  ['build', (trial) => trial.phyllite('build', 'made/content', '--out', 'made/dist')],
  ['check', (trial) => trial.phyllite('check', 'made/content', '--strict')],
  ['preview', (trial) => trial.preview()],
  ['dev', (trial) => trial.dev()],
];

console.log(`| manager | Node | folder | user | ${steps.map(([name]) => name).join(' | ')} |`);
console.log(`| ${'--- | '.repeat(steps.length + 4)}`);
for (const one of cases) {
  const trial = new Trial(one);
  const results: string[] = [];
  for (const [name, run] of steps) {
    const started = performance.now();
    try {
      await run(trial);
      results.push(`${((performance.now() - started) / 1000).toFixed(1)} s`);
    } catch (error) {
      results.push('FAILED');
      console.error(`${name}: ${(error as Error).message.slice(0, 2000)}`);
      process.exitCode = 1;
      break;
    }
  }
  const shown = [one.manager, one.node, one.folder, one.user, ...results];
  console.log(`| ${shown.join(' | ')} |`);
}
rmSync(room, { recursive: true, force: true });
