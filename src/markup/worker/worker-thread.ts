/** The second thread: takes jobs from the front of the list until none is free. */
import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { claimJob, type FragmentWorkerData } from './fragment-worker.ts';

const { jobs, claims, code, codeCache } = workerData as FragmentWorkerData;
if (codeCache) enableCompileCache(codeCache);
const { FragmentMaker } = await import('./make-fragment.ts');
const maker = new FragmentMaker(code);
jobs.forEach((job, index) => {
  if (claimJob(claims, index)) parentPort!.postMessage([index, maker.make(job)]);
});
