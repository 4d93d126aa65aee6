/** Digests of what needs other things, in circles too. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DeepDigests } from '../../src/openapi/plan/deep-digests.ts';

type Needs = number[][];

const digests = (needs: Needs, own: string[]): string[] => {
  const all = new DeepDigests({
    needs: (key) => needs[Number(key)]!.map(String),
    own: (key) => own[Number(key)]!,
    digest: (text) => text,
  });
  return needs.map((_, at) => all.of(String(at)));
};

/** What each leads to, itself too. */
const reached = (needs: Needs): Set<number>[] =>
  needs.map((_, at) => {
    const found = new Set<number>();
    for (const todo = [at]; todo.length; ) {
      const next = todo.pop()!;
      if (!found.has(next)) todo.push(...needs[next]!);
      found.add(next);
    }
    return found;
  });

test('a change is seen by all that lead to it, and by nothing else', () => {
  const graph = fc.integer({ min: 1, max: 8 }).chain((size) => {
    const place = fc.nat(size - 1);
    const needs = fc.array(fc.array(place, { maxLength: 3 }), { minLength: size, maxLength: size });
    return fc.tuple(needs, place);
  });
  fc.assert(
    fc.property(graph, ([needs, changed]) => {
      const own = needs.map((_, at) => `own ${at}`);
      const before = digests(needs, own);
      const after = digests(needs, own.with(changed, 'other'));
      const differ = before.map((digest, at) => digest !== after[at]);
      assert.deepEqual(
        differ,
        reached(needs).map((found) => found.has(changed)),
      );
    }),
    { numRuns: 1000, seed: 1 },
  );
});

test('ten thousand levels end', () => {
  const needs = Array.from({ length: 10_000 }, (_, at) => (at ? [at - 1] : []));
  const all = new DeepDigests({
    needs: (key) => needs[Number(key)]!.map(String),
    own: () => 'x',
    digest: (text) => text.slice(0, 10),
  });
  assert.equal(all.of('9999').length, 10);
});
