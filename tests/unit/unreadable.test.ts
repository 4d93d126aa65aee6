/** R4: what compilers say of files that they cannot read. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { caches } from '../../src/build/cache.ts';
import { unreadableIn } from '../../src/build/mdx/unreadable.ts';

const root = mkdtempSync(path.join(tmpdir(), 'phyllite-unreadable-'));
after(() => rmSync(root, { recursive: true }));
// Root may read all, but not this.
symlinkSync('loop.png', path.join(root, 'loop.png'));
writeFileSync(path.join(root, 'open.png'), 'x');

const loop = path.join(root, 'loop.png');
for (const [who, message] of Object.entries({
  Node: `Build failed with 1 error:\n\n[plugin astro:assets:esm]\nError: EACCES: permission denied, open '${loop}'`,
  Rolldown: `[UNLOADABLE_DEPENDENCY] Could not load ${path.relative('', loop)}\n  ╭─[ a:24:17 ]`,
  'Rolldown, of a module with a query': `Could not load ${loop}?page=index.mdx&.mdx\n`,
}))
  test(`R4 a file that cannot be read is named, as ${who} says it`, () => {
    const [found, ...others] = unreadableIn(`${message}\n${message}`, root);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [found?.kind, found?.severity, found?.file],
      [...['file-unreadable', 'error', 'loop.png']],
    );
    assert.match(found!.message, /^this file cannot be read \(ELOOP\)$/);
  });

test('R4 what can be read, is not there or is ours is not at fault', () => {
  for (const file of [path.join(root, 'open.png'), path.join(root, 'gone.png'), caches])
    assert.deepEqual(unreadableIn(`EACCES: permission denied, open '${file}'`, root), []);
});
