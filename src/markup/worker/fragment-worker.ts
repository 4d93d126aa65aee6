/**
 * A second thread that makes fragments. It has the whole list of jobs from the start, since this
 * thread is busy for a second at a time while Astro is loaded and could not hand them out; each
 * thread claims what it takes.
 */
import { getCompileCacheDir } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CodeSettings } from '../highlight/code-settings.ts';
import type { FragmentJob } from './make-fragment.ts';
import type { Fragment } from '../fragment.ts';

/** Claims on jobs, in memory that both threads see: 0 free, 1 taken. */
export const claimJob = (claims: Int32Array, index: number): boolean =>
  Atomics.compareExchange(claims, index, 0, 1) === 0;

export interface FragmentWorkerData {
  jobs: FragmentJob[];
  claims: Int32Array;
  code: CodeSettings;
  /** Where Node keeps compiled code, if it does. */
  codeCache: string | undefined;
}

export class FragmentWorker {
  /** Jobs that are taken, by whichever thread. */
  readonly claims: Int32Array;
  /** Settles when the thread is done or has failed: what it had claimed is then the caller's. */
  readonly done: Promise<void>;

  /** @param made told of each fragment, by the index of its job */
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
