/**
 * The table of hostile content in small, a build a dialect: all cases side by side in one folder. The full sizes, with
 * time and memory of each, are `node tests/bench/hostile.ts`.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { hostile, type Hostile } from '../hostile.ts';
import { callPhyllite } from '../warm/calls.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'phyllite-hostile-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** Of the promised sizes. */
const size = 0.02;

function write(root: string, cases: Hostile[]): void {
  cases.forEach(({ files, links = {} }, index) => {
    const folder = path.join(root, `case${index}`);
    for (const [file, text] of Object.entries(files(size))) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    // Windows lets only administrators link.
    if (process.platform !== 'win32')
      for (const [link, target] of Object.entries(links))
        symlinkSync(path.join(folder, target), path.join(folder, link));
  });
}

const isMdx = ({ files }: Hostile) =>
  Object.keys(files(0.0001)).some((file) => file.endsWith('.mdx'));

describe('hostile content ends in a page or in a diagnostic', { concurrency: 2 }, () => {
  for (const [name, cases] of Object.entries({
    'Slate Markdown': hostile.filter((one) => !isMdx(one)),
    MDX: hostile.filter(isMdx),
  })) {
    test(name, async () => {
      const root = path.join(scratch, name.replace(' ', '-')),
        out = `${root}-out`;
      write(root, cases);
      const { status, stdout, stderr } = await callPhyllite(
        ['build', root, '--out', out, '--format', 'json', '--no-cache'],
        { kill: 400 },
      );
      assert.notEqual(status, null, 'killed');
      assert.equal(stderr, '');
      const { diagnostics } = JSON.parse(stdout) as {
        diagnostics: { kind: string; file: string; severity: string }[];
      };
      assert.deepEqual(
        diagnostics.filter(({ kind }) => kind === 'internal'),
        [],
      );
      cases.forEach((one, index) => {
        const own = diagnostics.filter(({ file }) => file.startsWith(`case${index}/`));
        if (one.says && !(one.links && process.platform === 'win32'))
          assert.ok(
            own.some(({ kind }) => one.says!.test(kind)),
            `${one.name}: ${JSON.stringify(own.slice(0, 5))}`,
          );
        if (status === 0 && !own.some(({ kind }) => kind === 'file-too-large'))
          assert.ok(existsSync(path.join(out, `case${index}`)), one.name);
      });
      assert.equal(status, diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0);
    });
  }
});
