/** Descriptions that `dev` keeps between two readings. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Descriptions } from '../../src/build/openapi/descriptions.ts';
import { readDescription } from '../../src/openapi/index.ts';

test('a description is read once, and again after a save, also one that comes while it is read', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'phyllite-descriptions-'));
  const file = path.join(folder, 'api.yaml');
  const save = (title: string) =>
    writeFileSync(file, `openapi: 3.1.0\ninfo: {title: ${title}, version: '1'}\npaths: {}\n`);
  const kept = new Descriptions();
  let readings = 0;
  let whileReading = (): void => {};
  const title = () =>
    kept.open(
      (...given) => {
        readings++;
        const found = readDescription(...given);
        whileReading();
        return found;
      },
      file,
      {},
    ).api?.info.title;
  try {
    save('One');
    assert.equal(title(), 'One');
    assert.equal(title(), 'One');
    assert.equal(readings, 1);
    save('Second');
    whileReading = () => save('The third');
    assert.equal(title(), 'Second');
    whileReading = () => {};
    assert.equal(title(), 'The third');
    assert.equal(title(), 'The third');
    assert.equal(readings, 3);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
