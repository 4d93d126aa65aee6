/** R4: the program that makes the text index is killed, or is not there: a sentence, and no waiting for ever. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const asked = `
  import { withIndexer } from ${JSON.stringify(new URL('../../src/search/indexer.ts', import.meta.url).href)};
  import { createIndex } from ${JSON.stringify(import.meta.resolve('pagefind'))};
  try {
    await withIndexer(() => createIndex({}));
    console.log('made');
  } catch (error) {
    console.log(error.name, error.message, error.hint);
  }
`;

for (const [name, script] of Object.entries({
  'is killed as it starts': 'kill -9 $$',
  'is killed when it has read': 'head -c 20 >/dev/null; kill -9 $$',
  'is not there': '',
}))
  test(`R4 an indexer that ${name}`, { skip: process.platform === 'win32' }, () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-indexer-'));
    const program = path.join(dir, 'indexer');
    if (script) writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', asked],
      { encoding: 'utf8', env: { ...process.env, PAGEFIND_EXTENDED_BINARY_PATH: program } },
    );
    rmSync(dir, { recursive: true });
    assert.match(stdout, /the search index cannot be made: its program .*ended.*build again/);
    assert.equal(stderr, '');
    assert.equal(status, 0);
  });
