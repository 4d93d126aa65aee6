/**
 * The samples of what most machines have, run against a server; `npm run samples` runs all.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SampleLanguage } from '../../src/samples/make-sample.ts';
import { checkLanguage } from '../samples/check-language.ts';
import { readRequests } from '../samples/requests.ts';
import { runners, toolVersion } from '../samples/runners.ts';

const quick: SampleLanguage[] = ['shell', 'javascript', 'python'];

for (const language of quick) {
  const runner = runners[language];
  const missing = toolVersion(runner.version) === undefined;
  const skip = missing ? `${runner.version[0]} is not at hand` : false;
  test(`${language}: each request arrives as it is, to the byte`, { skip }, async () => {
    const { differences, errors } = await checkLanguage(language, runner, readRequests());
    assert.deepEqual(
      Object.fromEntries([...differences].filter(([, found]) => found.length)),
      {},
      errors,
    );
    assert.ok(differences.size > 50);
  });
}
