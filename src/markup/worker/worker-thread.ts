/** The second thread: takes jobs from the front of the list until none is free. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { take, type ApprenticeData } from './fragment-worker.ts';

const { dir, jobs, marks, code } = workerData as ApprenticeData;
if (code) enableCompileCache(code);
const { Bench } = await import('./make-fragment.ts');
const bench = new Bench(dir && path.join(dir, 'thread'), dir ?? undefined);
jobs.forEach((job, index) => {
  if (take(marks, index)) parentPort!.postMessage([index, bench.make(job)]);
});
bench.save();
