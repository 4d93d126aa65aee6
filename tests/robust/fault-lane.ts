/** One fault after another, each met by a build over a site that stands, and what is left of it then. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from '../phyllite.ts';
import type { Copy } from './copy.ts';
import { sources } from './fault-sources.ts';
import { bytesOf, filesOf, foldersOf, write } from './files.ts';
import { KeptCache } from './kept.ts';
import { Lane } from './lane.ts';

export interface Fault {
  name: string;
  /** How the run ended, and the first line of what it said. */
  said: string;
  problem?: string;
  seconds: number;
}

export interface FaultCase {
  name: string;
  /** One of `sources`; left out: `after`. */
  source?: string;
  /** Where the site lies, if not in the lane. */
  out?: (lane: FaultLane) => string;
  /** Gives the run that meets the fault. */
  run(lane: FaultLane, out: string): Promise<Run>;
  /**
   * `fails`: it says why, and the old site stays; `builds`: the whole site in spite of it; `either`:
   * one of these, or a site without what could not be read; `killed`: it dies; `may die`: by its time.
   */
  ends: 'fails' | 'builds' | 'either' | 'killed' | 'may die';
  /** What it has to say, such as the name of the file. */
  says?: RegExp;
}

type Site = Map<string, string>;

export const hook = (...names: string[]): string =>
  names.map((name) => `--import=${new URL(`${name}.ts`, import.meta.url).href}`).join(' ');

/** All that a cache may hold once nothing is at work; what else is there was left behind. */
const keptInCaches = [
  /^node-code(\/|$)/,
  /^output$/,
  /^[\w-]+-[0-9a-f]{12}(\/fragments(\/[0-9a-f]{32}\.json)?)?$/,
  /^astro-[0-9a-f]{12}(\/(\.astro(\/.*)?|node_modules(\/astro)?|frames(\/[0-9a-f]{16}(\/.*)?)?|(vite|cache)(\/.*)?))?$/,
];

export class FaultLane extends Lane {
  readonly #clean = new Map<string, Site>();
  #kept: KeptCache | undefined;
  /** Seconds, and steps, that the build of the new site takes. */
  usual = { seconds: 1, steps: 50 };

  constructor(copy: Copy, name: string) {
    super(copy, name);
    for (const [source, files] of Object.entries(sources))
      write(path.join(this.dir, source), files);
  }

  get out(): string {
    return path.join(this.dir, 'sites', 'site');
  }

  build(source: string, out: string, env: Record<string, string> = {}): Promise<Run> {
    return this.run(['build', source, '--out', out], { env });
  }

  /**
   * Builds the old site and the new one; of the latter the caches know nothing.
   * @param first a lane that is prepared: what Astro made there is taken from it
   */
  async prepare(first?: FaultLane): Promise<void> {
    if (first) cpSync(path.join(first.dir, 'backup'), this.cache, linksAsTheyAre);
    await this.#cleanOf('before');
    this.#kept = new KeptCache(this.cache, path.join(this.dir, 'backup'));
    await this.#cleanOf('after');
    const log = path.join(this.dir, 'steps');
    this.#setUp(this.out);
    const { seconds } = await this.build('after', this.out, {
      NODE_OPTIONS: hook('steps'),
      STEP_AT: 'any any 0',
      STEP_LOG: log,
    });
    this.usual = { seconds, steps: Number(readFileSync(log, 'utf8')) };
  }

  /** Puts the caches back as they were when all was prepared. */
  warm(): void {
    this.#kept?.restore();
  }

  /** @returns folders below the caches, by their paths there */
  cached(which: RegExp): string[] {
    return foldersOf(this.cache).filter((folder) => which.test(folder));
  }

  /** A site as it is where nothing goes wrong. */
  async #cleanOf(source: string): Promise<Site> {
    const known = this.#clean.get(source);
    if (known) return known;
    const out = path.join(this.dir, 'clean', source);
    const { status, stderr } = await this.build(source, out);
    if (status !== 0) throw new Error(`${source} cannot be built: ${stderr}`);
    const site = bytesOf(out);
    this.#clean.set(source, site);
    return site;
  }

  /** The old site stands, and caches are warm. */
  #setUp(out: string): void {
    this.warm();
    rmSync(out, { recursive: true, force: true });
    mkdirSync(path.dirname(out), { recursive: true });
    cpSync(path.join(this.dir, 'clean', 'before'), out, { recursive: true });
  }

  /** Meets one fault. What goes wrong with the test itself is the fault's problem, too. */
  async meet(fault: FaultCase): Promise<Fault> {
    const started = performance.now();
    const met = await this.#meet(fault).catch((error: Error) => ({
      said: '',
      problem: `the test failed: ${error.message.split('\n')[0]}`,
    }));
    return { name: fault.name, ...met, seconds: (performance.now() - started) / 1000 };
  }

  async #meet(fault: FaultCase): Promise<Pick<Fault, 'said' | 'problem'>> {
    const { source = 'after', ends, says } = fault;
    const out = fault.out?.(this) ?? this.out;
    const clean = await this.#cleanOf(source);
    const old = this.#clean.get('before')!;
    this.#setUp(out);
    const met = await fault.run(this, out);
    const all = met.stderr + met.stdout;
    const problems: string[] = [];
    const tell = (wrong: boolean, problem: string) => void (wrong && problems.push(problem));
    const isOld = () => isSame(out, old);
    const isNew = () => isSame(out, clean);
    if (ends === 'killed') tell(met.status !== null, 'it did not come to that step');
    if (ends === 'fails') tell(!met.status, 'it does not fail');
    if (ends === 'builds') tell(met.status !== 0, 'it fails');
    if (met.status === null) {
      tell(!/killed|may die/.test(`${ends}`), 'it hung');
      tell(existsSync(out) && !isOld() && !isNew(), 'the site is torn');
      tell(await this.#isLeftRunning(), `processes are left: ${this.processes().join(', ')}`);
      // Whoever comes next puts things right, also where that build itself comes to nothing.
      await this.build('nothing', out);
      tell(!isOld() && !isNew(), 'a failing build does not put the site back');
      tell(besideOf(out).length > 0, `left by a failing build: ${besideOf(out).join(', ')}`);
    } else {
      tell(this.litter(out).length > 0, `left: ${this.litter(out).slice(0, 3).join(', ')}`);
      tell(/^\s+at .+[:)]|phyllite: failed|please report|Cannot read/m.test(all), 'no sentence');
      if (met.status === 0) tell(ends !== 'either' && !isNew(), 'other bytes');
      else {
        tell(!/; \S| {2}\S/.test(met.stderr), 'it does not say what to do');
        tell(!isOld(), 'the old site is not whole');
      }
      if (says) tell(!says.test(all), `it does not say ${says}`);
    }
    const next = await this.build(source, out);
    if (next.status !== 0) tell(true, `the next build fails: ${next.stderr.slice(0, 120)}`);
    else tell(!isNew(), 'the next build makes other bytes');
    tell(
      this.litter(out).length > 0,
      `left by the next: ${this.litter(out).slice(0, 3).join(', ')}`,
    );
    const [first = ''] = (met.stderr + met.stdout).trim().split('\n');
    return {
      said: `${met.status === null ? 'killed' : `exit ${met.status}`}: ${first.replaceAll(this.dir, '…').slice(0, 220)}`,
      ...(problems.length && { problem: [...new Set(problems)].join('; ') }),
    };
  }

  /** Names beside the output, in the caches, the home and the temporary folder that should be gone. */
  litter(out: string): string[] {
    const cached = existsSync(this.cache) ? [...foldersOf(this.cache), ...filesOf(this.cache)] : [];
    return [
      ...besideOf(out),
      ...cached.filter((name) => !keptInCaches.some((kept) => kept.test(name))),
      ...[this.temporary, this.home].flatMap((dir) => (existsSync(dir) ? filesOf(dir) : [])),
    ];
  }

  /** What a killed process had started ends by itself, soon. */
  async #isLeftRunning(): Promise<boolean> {
    for (let tries = 0; tries < 50; tries++) {
      if (!this.processes().length) return false;
      await sleep(200);
    }
    return true;
  }
}

const linksAsTheyAre = { recursive: true, verbatimSymlinks: true };

const besideOf = (out: string): string[] =>
  readdirSync(path.dirname(out)).filter((name) => name !== path.basename(out));

function isSame(out: string, site: Site): boolean {
  if (!existsSync(out)) return false;
  const bytes = bytesOf(out);
  return site.size === bytes.size && [...site].every(([file, text]) => bytes.get(file) === text);
}
