/** What is kept of a description can never be wrong: equal fingerprints, equal output. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { descriptionMarkdown } from '../../src/build/openapi/markdown.ts';
import { digest } from '../../src/shared/files/digest.ts';
import {
  chaptersOf,
  Fingerprints,
  partsOf,
  readDescription,
  renderContext,
  renderPart,
} from '../../src/openapi/index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'fingerprint-'));
after(() => rmSync(folder, { recursive: true }));

type Value = Record<string, unknown>;

const fixtures = path.join(import.meta.dirname, '../fixtures/openapi');
const samples = readdirSync(fixtures)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => load(readFileSync(path.join(fixtures, name), 'utf8')) as Value);

/** Fingerprint of each part → what is made of it, without lines. */
function partsIn(description: Value): Map<string, string> {
  const file = path.join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(description));
  const { api, uses } = readDescription(file);
  if (!api || !uses) return new Map();
  const parts = chaptersOf(api, uses).flatMap(partsOf);
  const fingerprints = new Fingerprints(api, uses, digest);
  const context = renderContext(api, { markdown: descriptionMarkdown(() => {}) });
  return new Map(
    parts.map((part) => {
      const made = JSON.stringify(renderPart(part, context));
      return [
        fingerprints.ofPart(part),
        made.replace(
          /"(?:line|dataLine)":(?:\d+|"[^"]*")|"position":\{[^{}]*\{[^{}]*\}[^{}]*\{[^{}]*\}[^{}]*\}/g,
          '',
        ),
      ];
    }),
  );
}

/** Every place in a value that holds one: the map or list, and the key. */
function* places(value: unknown): Generator<[Value, string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield [value as Value, key];
    yield* places(inner);
  }
}

/** Of a text, what stands around the first character that another has not. */
function differing(text: string, other: string): string {
  const at = [...text].findIndex((char, index) => char !== other[index]);
  return text.slice(Math.max(0, at - 80), at + 120);
}

const changes: ((holder: Value, key: string) => void)[] = [
  (holder, key) => void (holder[key] = typeof holder[key] === 'string' ? `${holder[key]} x` : 7),
  (holder, key) => void (holder[key] = typeof holder[key] === 'boolean' ? !holder[key] : {}),
  (holder, key) => void delete holder[key],
  (holder, key) => void (holder[`${key}x`] = holder[key]),
  (holder, key) => {
    holder[`${key}x`] = holder[key];
    delete holder[key];
  },
];

test('parts of a changed description that have the fingerprint of before are as before', () => {
  const before = samples.map(partsIn);
  let [kept, changed] = [0, 0];
  const sample = fc.nat(samples.length - 1);
  fc.assert(
    fc.property(sample, fc.nat(), fc.constantFrom(...changes), (which, at, change) => {
      const description = structuredClone(samples[which]!);
      const all = [...places(description)];
      change(...all[at % all.length]!);
      for (const [fingerprint, made] of partsIn(description)) {
        const was = before[which]!.get(fingerprint);
        if (was === undefined) changed++;
        else {
          kept++;
          assert.ok(made === was, `…${differing(made, was)} in place of …${differing(was, made)}`);
        }
      }
    }),
    { numRuns: 300, seed: 1 },
  );
  assert.ok(kept > 200 && changed > 200, `${kept} kept, ${changed} changed`);
});

test('a text that links to an operation is made again when that has another id', () => {
  const described = (id: string): Value => ({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: {
      '/pets': { get: { operationId: id, responses: {} } },
      '/cats': {
        get: { operationId: 'cats', description: 'See [pets](#operation/list).', responses: {} },
      },
    },
  });
  const before = partsIn(described('list'));
  const texts = [...partsIn(described('all'))].filter(([, made]) => made.includes('See '));
  assert.equal(texts.length, 1);
  assert.ok(!before.has(texts[0]![0]));
});
