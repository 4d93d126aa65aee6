/** Builds of a source in processes of their own: cold, warm, after a change. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cacheFolder } from '../../src/build/cache.ts';
import { runPhyllite } from '../phyllite.ts';
import { buildEmptyAstro } from './empty-astro.ts';
import { median } from './median.ts';
import { withProcessorTime } from './processor-time.ts';
import { change } from './source-copy.ts';

/** Figures of one kind of build, each run's. */
export class Builds {
  readonly seconds: number[] = [];
  readonly processors: number[] = [];
  readonly users: number[] = [];
  readonly megabytes: number[] = [];

  get time(): number {
    return median(this.seconds);
  }

  /** Seconds of processor, of both threads. */
  get processor(): number {
    return median(this.processors);
  }

  /** Of these, without what the system took. */
  get user(): number {
    return median(this.users);
  }

  /** Peak memory of Phyllite's process with its threads; Pagefind's is a process beside it. */
  get memory(): number {
    return median(this.megabytes);
  }
}

/** @param into takes the figures; undefined: they do not count. @throws where the build fails */
export async function build(
  into: Builds | undefined,
  dir: string,
  out: string,
  more: string[] = [],
): Promise<void> {
  const { result, processor, user } = await withProcessorTime((env) =>
    runPhyllite(['build', dir, '--out', out, ...more], { env }),
  );
  const { status, stderr, stdout, seconds, megabytes } = result;
  if (status !== 0)
    throw new Error(`the build of ${dir} ended with ${status}\n${stderr.slice(-2000)}${stdout}`);
  // What was left out for its size would be fast for nothing.
  if (stdout.includes('file-too-large'))
    throw new Error(`the build of ${dir} left out what is too large:\n${stderr.slice(-2000)}`);
  into?.seconds.push(seconds);
  into?.processors.push(processor);
  into?.users.push(user);
  into?.megabytes.push(megabytes);
}

/** Empty Astro builds, measured in the same rounds. */
export class EmptyBuilds {
  readonly #seconds: number[] = [];
  readonly #processors: number[] = [];

  async round(): Promise<void> {
    const { seconds, processor } = await buildEmptyAstro();
    this.#seconds.push(seconds);
    this.#processors.push(processor);
  }

  get time(): number {
    return median(this.#seconds);
  }

  get processor(): number {
    return median(this.#processors);
  }
}

/** What is measured of one source. */
export class Bench {
  readonly dir: string;
  readonly out: string;
  readonly cold = new Builds();
  readonly warm = new Builds();
  readonly changed = new Builds();
  readonly #include: string | undefined;
  #changes = 0;

  /** @param include the file that is changed, absolute: undefined, only cold builds are measured */
  constructor(dir: string, out: string, include?: string) {
    this.dir = dir;
    this.out = out;
    this.#include = include;
  }

  /** One round of what is compared; the first warms the cache besides, which is not counted. */
  async round(): Promise<void> {
    await build(this.cold, this.dir, this.out, ['--no-cache']);
    if (!this.#include) return;
    if (!this.warm.seconds.length) await build(undefined, this.dir, this.out);
    await build(this.warm, this.dir, this.out);
    const text = readFileSync(this.#include, 'utf8');
    change(this.#include, `round${++this.#changes}`, text);
    await build(this.changed, this.dir, this.out);
    writeFileSync(this.#include, text);
    await build(undefined, this.dir, this.out);
  }

  removeCache(): void {
    rmSync(cacheFolder(this.dir), { recursive: true, force: true });
  }
}
