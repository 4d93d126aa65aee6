/** Queries with the section that must come first, asked of the reference in `content/` as it is built. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { project } from '../phyllite.ts';
import { report, runQueries, type SearchQuery } from '../conformance/search.ts';
import { builtSample } from '../sample.ts';

test('the right section comes first in 95 of a hundred queries, and among the first three in all', async (context) => {
  const queries = JSON.parse(
    readFileSync(path.join(project, 'tests/fixtures/search/queries-restdb.json'), 'utf8'),
  ) as SearchQuery[];
  assert.ok(queries.length >= 60);
  const score = await runQueries(await builtSample(), queries);
  const table = report(score);
  context.diagnostic(table);
  assert.ok(score.first >= 0.95, table);
  assert.equal(score.topThree, 1, table);
});
