/** A second thread that makes fragments, a file at a time, from the front of a queue that others take from its end. */
import { Worker } from 'node:worker_threads';
import type { Job } from './bench.ts';
import type { Fragment } from './fragment.ts';

export class Apprentice {
  readonly #worker: Worker;

  /** @param dir of the caches; null: none */
  constructor(dir: string | null) {
    this.#worker = new Worker(new URL('./apprentice-thread.ts', import.meta.url), { workerData: { dir } });
    this.#worker.unref();
  }

  /** Works until the queue is empty. A thread that fails leaves its job to the caller: it goes back to the queue's end. */
  work(queue: [key: string, job: Job][], done: (key: string, fragment: Fragment) => void): Promise<void> {
    return new Promise((resolve) => {
      let current: [string, Job] | undefined;
      const next = () => {
        current = queue.shift();
        this.#worker.postMessage(current?.[1] ?? null);
      };
      this.#worker.on('message', (fragment: Fragment | 'ready') => {
        if (fragment !== 'ready') done(current![0], fragment);
        next();
      });
      this.#worker.on('error', () => {
        if (current) queue.push(current);
        current = undefined;
        resolve();
      });
      this.#worker.on('exit', () => resolve());
      this.#worker.ref();
    });
  }
}
