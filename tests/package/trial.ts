/** One owner: a folder, a Node, a package manager, a user; and what they do with the package. */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Manager, Toolbox } from './toolbox.ts';

const folders = { plain: 'docs', named: `my "dócs" 'n 文`, workspace: 'workspace/docs' };
if (process.platform === 'win32') folders.named = `my dócs 'n 文`;

export interface Case {
  node: string;
  manager: Manager;
  folder: keyof typeof folders;
  /** `nobody` owns the project; a `guest` may write neither the package nor their home. */
  user: 'self' | 'nobody' | 'guest';
}

interface RunOptions {
  cwd?: string;
  user?: { uid?: number; gid?: number };
  env?: Record<string, string>;
}

/** The user `nobody` of most systems. */
const id = 65534;

export class Trial {
  readonly #case: Case;
  /** Where the package is installed. */
  readonly #dir: string;
  /** Where the owner stands. */
  readonly #work: string;
  readonly #own: string;
  readonly #node: string;
  readonly #manager: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #tarball: string;

  constructor(one: Case, room: string, tarball: string, tools: Toolbox) {
    this.#case = one;
    this.#tarball = tarball;
    const own = (this.#own = mkdtempSync(path.join(room, 'case-')));
    this.#dir = path.join(own, folders[one.folder]);
    this.#work = one.user === 'guest' ? path.join(own, 'work') : this.#dir;
    for (const dir of [this.#dir, this.#work, ...['home', 'tmp'].map((dir) => path.join(own, dir))])
      mkdirSync(dir, { recursive: true });
    this.#node = tools.node(one.node);
    this.#manager = tools.manager(one.manager);
    const { INIT_CWD: _, npm_package_json: __, PHYLLITE_CACHE: ___, ...env } = process.env;
    const cache = path.join(room, `cache-${one.user}`);
    this.#env = {
      ...env,
      HOME: path.join(own, 'home'),
      USERPROFILE: path.join(own, 'home'),
      TMPDIR: path.join(own, 'tmp'),
      npm_config_cache: cache,
      XDG_DATA_HOME: path.join(cache, 'data'),
      XDG_STATE_HOME: path.join(cache, 'state'),
      YARN_GLOBAL_FOLDER: path.join(cache, 'yarn'),
      YARN_CACHE_FOLDER: path.join(cache, 'yarn-cache'),
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
      YARN_ENABLE_TELEMETRY: '0',
      CI: '1',
      PATH: [path.dirname(this.#node), process.env['PATH']].join(path.delimiter),
    };
    if (one.folder === 'workspace') {
      const workspace = { private: true, workspaces: ['docs'], dependencies: { astro: '5' } };
      writeFileSync(path.join(this.#dir, '../package.json'), JSON.stringify(workspace));
      if (one.manager === 'pnpm')
        writeFileSync(
          path.join(this.#dir, '../pnpm-workspace.yaml'),
          "packages: ['docs']\nnodeLinker: hoisted\nallowBuilds:\n  esbuild: false\n  sharp: false\n",
        );
    }
    mkdirSync(path.join(cache, 'tmp'), { recursive: true });
    if (one.user !== 'self') {
      const owned = one.user === 'nobody' ? [own, cache] : [this.#work, path.join(own, 'tmp')];
      spawnSync('chown', ['-R', `${id}:${id}`, ...owned]);
      spawnSync('chmod', ['755', room, own]);
    }
  }

  get #user() {
    return this.#case.user === 'self' ? {} : { uid: id, gid: id };
  }

  /** @throws where it fails */
  #run(args: string[], options: RunOptions = {}): string {
    const { cwd = this.#work, user = this.#user, env = {} } = options;
    const { status, stdout, stderr } = spawnSync(this.#node, args, {
      cwd,
      env: { ...this.#env, ...env },
      encoding: 'utf8',
      ...user,
    });
    if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}${stdout}`);
    return stdout;
  }

  /** Runs the package manager, whose own temporary files lie elsewhere. */
  #manage(args: string[], options: RunOptions = {}): string {
    const TMPDIR = path.join(this.#env['npm_config_cache']!, 'tmp');
    return this.#run([this.#manager, ...args], { ...options, env: { TMPDIR } });
  }

  #phyllite(...args: string[]): string {
    return this.#run([this.#bin, ...args]);
  }

  get #bin(): string {
    return [this.#dir, path.dirname(this.#dir)]
      .map((dir) => path.join(dir, 'node_modules/phyllite/lib/cli/bin.js'))
      .find((file) => existsSync(file))!;
  }

  /** `npm install TARBALL` in an empty folder. */
  install(): void {
    const { manager, folder } = this.#case;
    cpSync(this.#tarball, path.join(this.#dir, 'phyllite.tgz'));
    if (manager === 'yarn') this.#yarnSettings(path.join(this.#dir, '.'));
    const inWorkspace = folder === 'workspace';
    if (manager !== 'npm' && manager !== 'pnpm') this.#write('package.json', '{"name":"docs"}');
    if (inWorkspace) this.#write('package.json', '{"name":"docs","version":"1.0.0"}');
    else if (manager === 'pnpm')
      this.#write('pnpm-workspace.yaml', 'allowBuilds:\n  esbuild: false\n');
    if (inWorkspace && manager === 'yarn') this.#yarnSettings(path.join(this.#dir, '..'));
    const add = manager === 'npm' ? ['install', '--no-audit', '--no-fund'] : ['add'];
    // The administrator installs it for a guest.
    const user = this.#case.user === 'guest' ? {} : this.#user;
    const call = () => this.#manage([...add, './phyllite.tgz'], { cwd: this.#dir, user });
    try {
      call();
    } catch (error) {
      // The registry did not answer: no fault of the package.
      if (!/ERR_SOCKET|ECONNRESET|ETIMEDOUT|EAI_AGAIN/.test(String(error))) throw error;
      call();
    }
    this.#remember();
  }

  #yarnSettings(dir: string): void {
    if (existsSync(path.join(dir, '../yarn.lock'))) return;
    writeFileSync(path.join(dir, '.yarnrc.yml'), 'nodeLinker: node-modules\n');
    writeFileSync(path.join(dir, 'yarn.lock'), '');
  }

  #write(file: string, text: string): void {
    writeFileSync(path.join(this.#dir, file), text);
    if (this.#case.user === 'nobody') spawnSync('chown', ['-R', `${id}:${id}`, this.#dir]);
  }

  /** As the manager runs the package's command. */
  init(): void {
    const { manager, user } = this.#case;
    const how = { npm: ['exec', '--'], pnpm: ['exec'], yarn: ['run'], 'yarn 1': ['-s', 'run'] };
    if (user === 'guest') this.#phyllite('init', 'made');
    else this.#manage([...how[manager], 'phyllite', 'init', 'made']);
  }

  build(): void {
    this.#phyllite('build', 'made/content', '--out', 'made/dist');
    const page = readFileSync(path.join(this.#work, 'made/dist/index.html'), 'utf8');
    if (!page.includes('<h1')) throw new Error('the page has no text');
  }

  /** The config file and the scripts that `init` wrote. */
  scripts(): void {
    if (this.#case.user === 'guest') return;
    const cwd = path.join(this.#work, 'made');
    this.#manage(['install'], { cwd });
    this.#manage(['run', 'build'], { cwd });
  }

  check(): void {
    this.#phyllite('check', 'made/content', '--strict');
  }

  /** `dev` answers, with all that the page names; and answers anew after an edit. */
  async dev(): Promise<void> {
    await this.#serving(['dev', 'made/content', '--port', '0'], async (url) => {
      const file = path.join(this.#work, 'made/content/index.mdx');
      const before = await textOf(url);
      if (!before.includes('<main')) throw new Error(`dev answers ${before.slice(0, 2000)}`);
      for (const [, address] of before.matchAll(/<(?:script|link)[^>]+(?:src|href)="(\/[^"]+)"/g))
        await textOf(new URL(address!.replaceAll('&amp;', '&'), url).href, 'image/*, */*;q=0.5');
      const { reload } = await listen(url);
      writeFileSync(file, `${readFileSync(file, 'utf8')}\n\n## A new heading\n`);
      await reload;
      if (!(await textOf(url)).includes('A new heading')) throw new Error('the edit is not shown');
    });
  }

  async preview(): Promise<void> {
    await this.#serving(['preview', '--out', 'made/dist', '--port', '0'], async (url) => {
      await textOf(url);
    });
  }

  async #serving(args: string[], use: (url: string) => Promise<void>): Promise<void> {
    const child = spawn(this.#node, [this.#bin, ...args], {
      cwd: this.#work,
      env: this.#env,
      ...this.#user,
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
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${told}`, { cause: error });
    } finally {
      // What it still writes would be looked at while it goes.
      if (child.kill()) await new Promise((resolve) => child.once('close', resolve));
    }
  }

  remove(): void {
    rmSync(this.#own, { recursive: true, force: true });
  }

  #before = new Set<string>();

  #remember(): void {
    this.#before = new Set(filesOf(this.#own));
  }

  /** @throws where a file lies outside of the project and the cache folder */
  outside(): void {
    const { user } = this.#case;
    const allowed = user === 'guest' ? /^(work|tmp\/phyllite-\w+)\// : /^$/;
    const project = `${path.relative(this.#own, this.#work).replaceAll('\\', '/')}/`;
    const inside = (file: string) =>
      file.startsWith(`${project}made/`) ||
      file.startsWith(`${project}node_modules/.cache/phyllite/`) ||
      allowed.test(file);
    const wrong = filesOf(this.#own).filter((file) => !this.#before.has(file) && !inside(file));
    if (wrong.length) throw new Error(`written outside: ${wrong.slice(0, 5).join(', ')}`);
  }
}

/** Paths relative to the folder, with `/`; links are not followed. */
const filesOf = (dir: string, below = ''): string[] =>
  readdirSync(path.join(dir, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesOf(dir, name) : [name];
  });

/** @param accept as a browser says it: pages are answered to who wants text */
async function textOf(url: string, accept = 'text/html'): Promise<string> {
  const response = await fetch(url, { headers: { accept } });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

/** Listens as the page in a browser does. @returns what settles when it is told to load again */
async function listen(url: string): Promise<{ reload: Promise<void> }> {
  const client = await textOf(new URL('@vite/client', url).href, '*/*');
  const [, token] = /wsToken = "([^"]+)"/.exec(client) ?? [];
  const socket = new WebSocket(`${url.replace('http', 'ws')}?token=${token}`, 'vite-hmr');
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('the page cannot hear of changes'));
  });
  const reload = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no reload')), 20_000);
    socket.onmessage = ({ data }) => {
      if (!String(data).includes('full-reload')) return;
      clearTimeout(timer);
      socket.close();
      resolve();
    };
  });
  reload.catch(() => {});
  return { reload };
}
