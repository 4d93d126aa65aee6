/** Queries with the section that must come first, asked of the reference in `content/` as it is built. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { project, runPhyllite } from '../phyllite.ts';
import { report, runQueries, type SearchQuery } from '../conformance/search.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-queries-'));
after(() => rmSync(dir, { recursive: true, force: true }));

test('the right section comes first in 95 of a hundred queries, and among the first three in all', async (context) => {
  const queries = JSON.parse(
    readFileSync(path.join(project, 'tests/fixtures/search/queries-restdb.json'), 'utf8'),
  ) as SearchQuery[];
  assert.ok(queries.length >= 60);
  const out = path.join(dir, 'site');
  const { status, stderr } = await runPhyllite([
    'build',
    path.join(project, 'content'),
    '--out',
    out,
  ]);
  assert.equal(status, 0, stderr);
  const score = await runQueries(out, queries);
  const table = report(score);
  context.diagnostic(table);
  assert.ok(score.first >= 0.95, table);
  assert.equal(score.topThree, 1, table);
});
