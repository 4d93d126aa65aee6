/**
 * Requests beside the code that they become, as a person has reviewed it: one file a request, in
 * tests/fixtures/samples/golden. `UPDATE_FIXTURES=1` writes them anew, to be reviewed again.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeSample, sampleLanguages } from '../../src/samples/make-sample.ts';
import { parseRequest } from '../../src/samples/parse/parse-request.ts';

const folder = fileURLToPath(new URL('../fixtures/samples/golden/', import.meta.url));

/** Fences of five backticks, since code may hold three. */
const fence = (language: string, code: string): string =>
  `\`\`\`\`\`${language}\n${code}\`\`\`\`\`\n`;

for (const file of readdirSync(folder).sort()) {
  test(file, () => {
    const page = readFileSync(folder + file, 'utf8');
    const raw = /^`````http\n(.*?)^`````$/ms.exec(page)?.[1] ?? '';
    const { request, findings } = parseRequest(raw);
    assert.deepEqual(findings, []);
    assert.ok(request);
    const samples = sampleLanguages.map((language) =>
      fence(language, makeSample(request, language)?.code ?? ''),
    );
    const made = [fence('http', raw), ...samples].join('\n');
    if (process.env.UPDATE_FIXTURES) writeFileSync(folder + file, made);
    else assert.equal(page, made);
  });
}
