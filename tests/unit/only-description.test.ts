/** A folder whose only source is a description. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { onlyDescription } from '../../src/build/openapi/only-description.ts';

function folder(files: Record<string, string>): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-description-'));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(dir, file), text);
  return dir;
}

test('a description is known wherever its version stands', () => {
  const schemas = Array.from({ length: 9000 }, (_, index) => `    S${index}: {type: string}`);
  const sorted = ['components:', '  schemas:', ...schemas, 'openapi: 3.0.0', 'paths: {}', ''].join(
    '\n',
  );
  const dir = folder({ 'a.yaml': 'name: other\n', 'api.yaml': sorted });
  assert.equal(onlyDescription(['a.yaml', 'api.yaml'], dir), 'api.yaml');
  const json = folder({ 'b.json': '{"info": {}, "swagger": "2.0"}' });
  assert.equal(onlyDescription(['b.json'], json), 'b.json');
});

test('other data is none', () => {
  const dir = folder({
    'package.json': '{"name": "openapi"}',
    'x.yaml': 'tools:\n  openapi: yes\n',
  });
  assert.equal(onlyDescription(['package.json', 'x.yaml'], dir), undefined);
});
