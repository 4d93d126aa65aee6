/** The Markdown twins of the sample reference, read back by a Markdown parser: the same headings, code and tables as their pages. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { project } from '../phyllite.ts';
import { builtSample } from '../sample.ts';
import { readTwins, sectionTexts } from '../twins.ts';
import { callPhyllite } from '../warm/calls.ts';

test('what is read in a twin is what stands on its page', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-twins-'));
  try {
    const built = async (fixture: string) => {
      const out = path.join(dir, fixture);
      const call = ['build', path.join(project, 'tests/fixtures', fixture), '--out', out];
      assert.equal((await callPhyllite(call)).status, 0);
      return out;
    };
    for (const [name, out] of [
      ['sample', await builtSample()],
      ['reader', await built('reader')],
      ['pages', await built('reader-pages')],
    ] as const) {
      const { twins, differences } = readTwins(out);
      assert.ok(twins > 0);
      assert.deepEqual(differences, [], name);
      for (const { url, sections, full } of sectionTexts(out)) {
        const intro = full.slice(0, -sections.length);
        assert.equal(full.slice(intro.length), sections, `${name} ${url}`);
        assert.ok(
          !intro.includes('<a id="'),
          `${name} ${url}: text of a section in none of its files`,
        );
      }
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
});
