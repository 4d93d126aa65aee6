/**
 * A second thread that makes fragments. It has all jobs from the start, since this thread is busy
 * while Astro loads; each claims what it takes.
 */
import { getCompileCacheDir } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CodeSettings } from '../highlight/code-settings.ts';
import type { FragmentJob } from './make-fragment.ts';
import type { Fragment } from '../fragment.ts';

/** In memory that both threads see: 0 free, 1 taken. */
export const claimJob = (claims: Int32Array, index: number): boolean =>
  Atomics.compareExchange(claims, index, 0, 1) === 0;

export interface FragmentWorkerData {
  jobs: FragmentJob[];
  claims: Int32Array;
  code: CodeSettings;
  /** Of Node's compiled code. */
  codeCache: string | undefined;
}

export class FragmentWorker {
  /** By whichever thread. */
  readonly claims: Int32Array;
  /** When the thread is done or has failed: its claims are then the caller's. */
  readonly done: Promise<void>;

  /** @param made told of each fragment, by its job's index */
  constructor(
    { jobs, code }: Pick<FragmentWorkerData, 'jobs' | 'code'>,
    made: (index: number, fragment: Fragment) => void,
  ) {
    this.claims = new Int32Array(new SharedArrayBuffer(jobs.length * Int32Array.BYTES_PER_ELEMENT));
    const worker = new Worker(new URL('./worker-thread.ts', import.meta.url), {
      workerData: {
        jobs,
        claims: this.claims,
        code,
        codeCache: getCompileCacheDir() && path.dirname(getCompileCacheDir()!),
      } satisfies FragmentWorkerData,
    });
    worker.on('message', ([index, fragment]: [number, Fragment]) => made(index, fragment));
    this.done = new Promise((resolve) => {
      worker.on('error', () => resolve());
      worker.on('exit', () => resolve());
    });
  }
}
