/**
 * Runs every sample of every language whose tool is at hand, and prints a table of them:
 *
 *     node tests/samples/run-samples.ts [LANGUAGE…] [--random COUNT] [--seed NUMBER]
 *
 * With `--random`, requests that nobody would write are run instead of the fixture.
 *
 * Exit status 1 where a request did not arrive as it is.
 */
import { parseArgs } from 'node:util';
import { findSampleLanguage, sampleLanguages } from '../../src/samples/make-sample.ts';
import { checkLanguage, type LanguageResult } from './check-language.ts';
import { randomRequests, readRequests } from './requests.ts';
import { runners, toolVersion } from './runners.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { random: { type: 'string' }, seed: { type: 'string' } },
});
const wanted = positionals.map((name) => findSampleLanguage(name) ?? name);
const seed = Number(options.seed ?? Date.now() % 1_000_000);
if (options.random) console.log(`seed ${seed}`);
const requests = options.random ? randomRequests(Number(options.random), seed) : readRequests();
const results = new Map<string, LanguageResult>();

for (const language of sampleLanguages) {
  if (wanted.length && !wanted.includes(language)) continue;
  const runner = runners[language];
  const version = toolVersion(runner.version);
  if (version === undefined) {
    console.log(`${language}: skipped, ${runner.version[0]} is not at hand`);
    continue;
  }
  console.log(`${language}: ${version}`);
  results.set(language, await checkLanguage(language, runner, requests));
}

const width = Math.max(...requests.map(({ name }) => name.length));
console.log(`\n${' '.repeat(width)}  ${[...results.keys()].join('  ')}`);
for (const { name } of requests) {
  const cells = [...results].map(([language, { differences, without }]) => {
    const mark = without.includes(name) ? '–' : differences.get(name)?.length ? 'NO' : 'same';
    return mark.padEnd(language.length);
  });
  console.log(`${name.padEnd(width)}  ${cells.join('  ')}`);
}

let failed = 0;
for (const [language, { differences, errors }] of results) {
  for (const [name, found] of differences) {
    failed += found.length ? 1 : 0;
    for (const difference of found)
      console.log(`\n${language}, ${name}: ${difference.slice(0, 600)}`);
  }
  if (errors) console.log(`\n${language}, stderr:\n${errors.slice(0, 4000)}`);
}
const sent = [...results.values()].reduce((sum, result) => sum + result.differences.size, 0);
console.log(`\n${sent - failed} of ${sent} samples sent the same request to the byte`);
console.log('–: the client cannot send such a request');
process.exitCode = failed ? 1 : 0;
