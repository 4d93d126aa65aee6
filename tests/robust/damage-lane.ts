/** Builds one content after one damage after another, and holds what comes of it against a clean build. */
import { lstatSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Copy } from './copy.ts';
import type { Damage } from './damages.ts';
import { bytesOf } from './files.ts';
import { KeptCache } from './kept.ts';
import { Lane } from './lane.ts';

export interface Damaged {
  content: string;
  /** Below the cache folder; digests are written as `*`. */
  file: string;
  how: string;
  /** What was wrong with the build after it; undefined: nothing. */
  problem?: string;
  seconds: number;
}

type Site = Map<string, string>;

export class DamageLane extends Lane {
  readonly #content: string;
  #clean: Site = new Map();
  /** What every build but some takes in place of what it would compile. */
  #frame: Record<string, string> = {};
  #kept: KeptCache | undefined;

  constructor(copy: Copy, name: string, content: string) {
    super(copy, name);
    this.#content = content;
  }

  /** The clean build, and the caches as it leaves them. @throws where builds differ without damage */
  async prepare(): Promise<void> {
    const clean = await this.#build({});
    if (typeof clean === 'string') throw new Error(`the clean build failed: ${clean}`);
    this.#clean = clean;
    const problem = await this.#problem({});
    if (problem) throw new Error(`a second build is not as the first: ${problem}`);
    this.#kept = new KeptCache(this.cache, path.join(this.dir, 'backup'));
    const frame = this.#kept.folders.find((folder) => /frames\/[0-9a-f]+$/.test(folder));
    const hook = `--import=${new URL('kept-frame.ts', import.meta.url).href}`;
    if (frame)
      this.#frame = { NODE_OPTIONS: hook, KEPT_FRAME: path.join(this.dir, 'backup', frame) };
  }

  cached(): Record<'files' | 'links' | 'folders', string[]> {
    const { files, folders } = this.#kept!;
    const isLink = (file: string) => lstatSync(path.join(this.cache, file)).isSymbolicLink();
    return { files: files.filter((each) => !isLink(each)), links: files.filter(isLink), folders };
  }

  /** @param compiles nothing is taken in place of what Astro makes */
  async meet({ files, how, do: damage }: Damage, compiles: boolean): Promise<Damaged> {
    const started = performance.now();
    const env = compiles ? {} : this.#frame;
    // The other lane's caches have the same files, but for those that hang on where they lie.
    const own = files.map((file) => this.#own(file)).filter((file) => file !== undefined);
    for (const file of own) damage(path.join(this.cache, file));
    let problem = own.length ? await this.#problem(env) : 'there is no such file';
    // A build that got round it must not leave it for the next one. What Node keeps it writes as it
    // likes.
    const isLeft = (file: string) => !isOfNode(file) || own.some(isOfNode);
    if (problem === undefined && this.#kept!.changed().some(isLeft)) {
      const next = await this.#problem(env);
      if (next !== undefined) problem = `the build after: ${next}`;
    }
    this.#kept!.restore();
    const others = files.length > 1 ? ` and ${files.length - 1} others` : '';
    return {
      content: this.#content,
      file: withoutDigests(files[0]!) + others,
      how,
      ...(problem !== undefined && { problem }),
      seconds: (performance.now() - started) / 1000,
    };
  }

  /** What a file of the first lane is called in this one. */
  #own(file: string): string | undefined {
    const { files, folders } = this.#kept!;
    const all = [...files, ...folders];
    if (all.includes(file)) return file;
    return all.find((each) => withoutPlace(each) === withoutPlace(file));
  }

  async #build(env: Record<string, string>): Promise<Site | string> {
    const out = path.join(this.dir, 'out');
    rmSync(out, { recursive: true, force: true });
    const { status, stderr } = await this.run(['build', 'content', '--out', out], { env });
    if (status === 0) return bytesOf(out);
    return `exit ${status}: ${stderr.replace(/\s+/g, ' ').slice(0, 160)}`;
  }

  async #problem(env: Record<string, string>): Promise<string | undefined> {
    const now = await this.#build(env);
    if (typeof now === 'string') return now;
    const names = new Set([...this.#clean.keys(), ...now.keys()]);
    const other = [...names].filter((name) => this.#clean.get(name) !== now.get(name));
    const more = other.length > 3 ? ` and ${other.length - 3} more` : '';
    return other.length ? `other bytes: ${other.slice(0, 3).join(', ')}${more}` : undefined;
  }
}

const withoutDigests = (file: string): string => file.replace(/[0-9a-f]{10,}/g, '*');

/** Folders are named by where the content, and the project, lie. */
const withoutPlace = (file: string): string => file.replace(/-[0-9a-f]{12}(?=\/|$)/g, '');

/** Compiled code, which Node checks by itself. */
const isOfNode = (file: string): boolean => /(^|\/)node-code\/./.test(file);
