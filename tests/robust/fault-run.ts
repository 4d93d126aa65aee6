/** One fault after another, each met by a build over a site that stands, and what is left of it then. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Run } from '../phyllite.ts';
import type { Copy } from './copy.ts';
import { bytesOf, write, type Files } from './files.ts';

export interface Fault {
  name: string;
  /** How the run ended, and the first line of what it said. */
  said: string;
  problem?: string;
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const index = (text: string) =>
  `---\ntitle: A\nincludes: [x]\n---\n\n# A\n\n${text}\n\n![x](images/a.png)\n`;
const before: Files = {
  'index.html.md': index('The old text.'),
  'includes/_x.md': '# X\n',
  'images/a.png': png,
};
export const after: Files = { ...before, 'index.html.md': index('The new text.') };
const broken: Files = { 'index.mdx': '---\ntitle: [A\n---\n\n# A\n' };

export const hook = (name: string) => `--import=${new URL(`${name}.ts`, import.meta.url).href}`;

export class Faults {
  readonly copy: Copy;
  readonly dir: string;
  readonly done: Fault[] = [];
  readonly only: RegExp;
  #old = new Map<string, string>();
  #new = new Map<string, string>();
  /** Seconds that a build takes. */
  #seconds = 1;

  constructor(copy: Copy, only: RegExp) {
    this.copy = copy;
    this.dir = path.dirname(copy.at);
    this.only = only;
    for (const [name, files] of Object.entries({ before, after, broken }))
      write(path.join(this.dir, name), files);
  }

  build(content: string, out: string, env: Record<string, string> = {}): Promise<Run> {
    return this.copy.run(['build', path.join(this.dir, content), '--out', out], { env, kill: 120 });
  }

  /** Bytes of both sites; caches are warm afterwards. */
  async prepare(): Promise<void> {
    for (const name of ['before', 'after'] as const) {
      const out = this.#clean(name);
      const run = await this.build(name, out);
      if (run.status !== 0) throw new Error(run.stderr);
      this.#seconds = run.seconds;
      if (name === 'before') this.#old = bytesOf(out);
      else this.#new = bytesOf(out);
    }
    const { status, seconds } = await this.build('after', this.#clean('after'));
    if (status === 0) this.#seconds = seconds;
  }

  #clean(name: 'before' | 'after'): string {
    return path.join(this.dir, `clean-${name}`);
  }

  get seconds(): number {
    return this.#seconds;
  }

  /** What a folder holds: the old site, the new one, nothing, or neither of them. */
  state(out: string): 'old' | 'new' | 'missing' | 'torn' {
    if (!existsSync(out)) return 'missing';
    const bytes = bytesOf(out);
    const is = (site: Map<string, string>) =>
      site.size === bytes.size && [...site].every(([file, text]) => bytes.get(file) === text);
    return is(this.#old) ? 'old' : is(this.#new) ? 'new' : 'torn';
  }

  /** Names beside the output and in the caches that a build makes for itself alone. */
  litter(out: string): string[] {
    const own = readdirSync(path.dirname(out)).filter(
      (name) => name !== path.basename(out) && name.includes('phyllite'),
    );
    const names = this.copy.caches.flatMap(
      (cache) => (existsSync(cache) ? readdirSync(cache, { recursive: true }) : []) as string[],
    );
    return [
      ...own,
      ...names.filter((name) => /(^|\/)(stage-|check-|new-)[^/]*$|\.(lock|tmp|part)$/.test(name)),
    ];
  }

  /** One fault. @param run is to give the run that meets it; `what` it may leave */
  async fault(
    name: string,
    out: string,
    run: () => Promise<Run>,
    { killed = false, mayBuild = false } = {},
  ): Promise<void> {
    if (!this.only.test(name)) return;
    rmSync(out, { recursive: true, force: true });
    mkdirSync(path.dirname(out), { recursive: true });
    cpSync(this.#clean('before'), out, { recursive: true });
    const met = await run();
    const said = `exit ${met.status}: ${(met.stderr + met.stdout).trim().split('\n')[0]?.replaceAll(this.dir, '…').slice(0, 140) ?? ''}`;
    const problems: string[] = [];
    const state = this.state(out);
    if (
      !killed &&
      /^\s+at .+[:)]|phyllite: failed|please report|Cannot read/m.test(met.stderr + met.stdout)
    )
      problems.push('no sentence');
    if (!killed && met.status === null) problems.push('killed by its own fault');
    if (state === 'torn' && !(mayBuild && met.status === 0)) problems.push('the site is torn');
    if (!killed && met.status !== 0 && state !== 'old') problems.push(`the old site is ${state}`);
    if (!killed && this.litter(out).length)
      problems.push(`left: ${this.litter(out).slice(0, 3).join(', ')}`);
    if (killed) {
      // Whoever comes next puts things right, also where that build itself comes to nothing.
      await this.build('broken', out);
      const later = this.state(out);
      if (later !== 'old' && later !== 'new') problems.push(`afterwards the site is ${later}`);
      if (this.litter(out).length)
        problems.push(`left: ${this.litter(out).slice(0, 3).join(', ')}`);
    }
    const next = await this.build('after', out);
    if (next.status !== 0) problems.push(`the next build fails: ${next.stderr.slice(0, 120)}`);
    else if (this.state(out) !== 'new') problems.push('the next build makes other bytes');
    if (this.litter(out).length)
      problems.push(`left by the next: ${this.litter(out).slice(0, 3).join(', ')}`);
    this.done.push({ name, said, ...(problems.length && { problem: problems.join('; ') }) });
  }
}
