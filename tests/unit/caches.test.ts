/** Caches that a killed build, or somebody else, left in another state than a build does. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type { Fragment } from '../../src/markup/fragment.ts';
import { FragmentCache } from '../../src/markup/worker/fragment-cache.ts';
import { temporaryFolder } from '../../src/publish/output/claim.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'phyllite-caches-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const fragment = { html: 'x' } as unknown as Fragment;

test('R4 what a killed build had not put in place goes with the next', () => {
  const cache = new FragmentCache(dir, '1');
  const key = cache.key('a');
  cache.get(key);
  cache.set(key, fragment);
  writeFileSync(path.join(dir, `${key}.json.4711`), 'half');
  cache.sweep();
  assert.deepEqual(readdirSync(dir), [`${key}.json`]);
});

test('R2 a fragment in whose place a folder stands is made anew', () => {
  const cache = new FragmentCache(dir, '1');
  const key = cache.key('a');
  mkdirSync(path.join(dir, `${key}.json`, 'x'), { recursive: true });
  assert.equal(cache.get(key), undefined);
  cache.set(key, fragment);
  assert.deepEqual(new FragmentCache(dir, '1').get(key), fragment);
  assert.deepEqual(readdirSync(dir), [`${key}.json`]);
});

test('R2 a file in the place of the folder of fragments goes', () => {
  const folder = path.join(dir, 'content', 'fragments');
  writeFileSync(path.dirname(folder), 'a file');
  const cache = new FragmentCache(folder, '1');
  const key = cache.key('a');
  assert.equal(cache.get(key), undefined);
  cache.set(key, fragment);
  assert.deepEqual(new FragmentCache(folder, '1').get(key), fragment);
});

test('R2 a file in the place of a folder of the caches goes', () => {
  writeFileSync(path.join(dir, 'output'), 'a file');
  const { folder, stop } = temporaryFolder(path.join(dir, 'output', 'in'));
  stop();
  assert.ok(statSync(folder).isDirectory());
});
