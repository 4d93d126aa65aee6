/** The second thread: takes a job, answers a fragment; null ends it. */
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Bench, type Job } from './bench.ts';

const { dir } = workerData as { dir: string | null };
const bench = new Bench(dir && path.join(dir, 'thread'), dir ?? undefined);

parentPort!.on('message', (job: Job | null) => {
  if (job) {
    parentPort!.postMessage(bench.make(job));
    return;
  }
  bench.save();
  parentPort!.close();
});
parentPort!.postMessage('ready');
