/** R5: odd places of the project itself. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { copyProject } from '../../robust/copy.ts';
import { folder, isSaid, page, write, type Files } from '../site.ts';
import { isWhole } from '../whole.ts';

const index = page('title: A', '# A\n\nText of A.');

describe('R5', { concurrency: 2 }, () => {
  const files = {
    'index.html.md': index,
    'b.mdx': page('title: B', '# B\n\nText of B.'),
    'images/50%.png': 'x',
  };
  for (const name of ['50%', 'a%20b', 'a%2Fb', 'a#b', 'é b']) {
    test(`R5 the project and its cache below “${name}”`, async () => {
      const copy = copyProject(name);
      try {
        for (const part of [{ 'index.html.md': index }, files] as Files[]) {
          const content = folder(),
            out = path.join(folder(), 'out');
          write(content, part);
          for (const round of [1, 2]) {
            const run = await copy.run(['build', content, '--out', out]);
            isSaid({ said: run.stderr + run.stdout, findings: [] });
            // Refused in a sentence, which names what the path must not hold, is right as well.
            const [mark] = /[#%?]/.exec(name) ?? [];
            if (run.status === 2) assert.match(run.stderr, new RegExp(`^phyllite: .*“${mark}”`));
            else assert.equal(run.status, 0, `round ${round}: ${run.stderr}`);
            if (run.status === 0) isWhole(out);
          }
        }
      } finally {
        copy.remove();
      }
    });
  }
});
