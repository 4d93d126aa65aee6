/** Runs a language's samples against a server; says which request did not arrive as it is. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeSample, type SampleLanguage } from '../../src/samples/make-sample.ts';
import { decodePercent } from '../../src/shared/percent-encoding.ts';
import { fillHoles } from '../../src/samples/code/fill-holes.ts';
import { type Arrived, compare } from './compare.ts';
import { type Expected, expectedOf, filesOf } from './expected.ts';
import { startRecordServer } from './record-server.ts';
import type { FixtureRequest } from './requests.ts';
import { type Runner, runSamples } from './runners.ts';

export interface LanguageResult {
  /** By the request's name: how it differed; empty where it is the same to the byte. */
  differences: Map<string, string[]>;
  /** Requests that the language's client cannot send. */
  without: string[];
  /** What the tool has said. */
  errors: string;
}

/** What clients write in another form of the same, and no sample can change. */
function levelClients(
  language: SampleLanguage,
  arrived: Arrived,
  expected: Expected,
  filled: boolean,
): void {
  // Requests writes a space in a value that is put into `params` as `+`.
  if (language === 'python' && filled) arrived.target = arrived.target.replaceAll('+', '%20');
  if (language !== 'csharp') return;
  // Mono, not .NET, reads a list of languages and writes it anew; and it takes `%27` and the like
  // off a URL that holds letters beyond ASCII.
  const languages = arrived.headers['accept-language'];
  if (languages) arrived.headers['accept-language'] = languages.replaceAll('; q', ';q');
  const beyondAscii = /%[89A-F]/.test(expected.target);
  if (beyondAscii && decodePercent(arrived.target) === decodePercent(expected.target)) {
    arrived.target = expected.target;
  }
}

export async function checkLanguage(
  language: SampleLanguage,
  runner: Runner,
  requests: readonly FixtureRequest[],
): Promise<LanguageResult> {
  const server = await startRecordServer();
  const folder = mkdtempSync(join(tmpdir(), `samples-${language}-`));
  try {
    for (const [name, content] of filesOf(requests.map(({ request }) => request))) {
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const samples = new Map<string, string>();
    const without: string[] = [];
    const idOf = (index: number): string => `s${String(index).padStart(2, '0')}`;
    requests.forEach(({ name, request, values }, index) => {
      const here = { ...request, origin: [`${server.origin}/${idOf(index)}`] };
      const sample = makeSample(here, language);
      if (sample) samples.set(idOf(index), fillHoles(sample, values));
      else without.push(name);
    });
    const errors = await runSamples(runner, samples, folder);
    const differences = new Map<string, string[]>();
    requests.forEach(({ name, request, values }, index) => {
      const id = idOf(index);
      if (!samples.has(id)) return;
      const expected = expectedOf(request, values, `/${id}`);
      const arrived = server.arrived.get(id);
      // A value that is put into data is laid out by the language's serializer.
      if (values.size && request.body.kind === 'json' && arrived) {
        arrived.body = Buffer.from(JSON.stringify(JSON.parse(arrived.body.toString())));
        expected.body = Buffer.from(JSON.stringify(JSON.parse(expected.body.toString())));
      }
      if (arrived) levelClients(language, arrived, expected, values.size > 0);
      differences.set(name, compare(expected, arrived));
    });
    return { differences, without, errors };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.close();
  }
}
