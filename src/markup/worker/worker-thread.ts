/** The second thread: takes jobs from the front of the list until none is free. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { claimJob, type FragmentWorkerData } from './fragment-worker.ts';

const { dir, jobs, claims, code } = workerData as FragmentWorkerData;
if (code) enableCompileCache(code);
const { FragmentMaker } = await import('./make-fragment.ts');
const maker = new FragmentMaker(dir && path.join(dir, 'thread'), dir ?? undefined);
jobs.forEach((job, index) => {
  if (claimJob(claims, index)) parentPort!.postMessage([index, maker.make(job)]);
});
maker.save();
