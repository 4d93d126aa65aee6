/**
 * Queries drawn by rule from descriptions, asked of the sites that are built of them:
 * `npm run conformance -- --drawn [DIR] [--seed N] [--count N] [NAME …]`. Prints what did not come first, and
 * shares a kind; then those written by hand (`fixtures/search/queries-openapi.json`). `search-drawn.ts` has the rule.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { project, runPhyllite } from '../phyllite.ts';
import { descriptionsIn, unpacked } from './openapi.ts';
import { report, runQueries, type SearchQuery } from './search.ts';
import { askDrawn, drawQueries, type DrawnShare } from './search-drawn.ts';

/** @returns whether 95 % came first and 99 % among the first three */
export async function searchDescriptions(args: string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '200' },
    },
  });
  const [dir = '../shared/openapi', ...only] = positionals;
  const folder = path.resolve(dir);
  const names = only.length ? only : ['datadog', 'github'];
  const work = mkdtempSync(path.join(tmpdir(), 'phyllite-drawn-'));
  // A description's own folder is content, where no site may lie.
  const unpackedIn = path.join(work, 'description');
  mkdirSync(unpackedIn);
  let isReached = true;
  const all: DrawnShare = { first: 0, topThree: 0, of: 0 };
  for (const name of descriptionsIn(folder)) {
    if (!names.some((one) => name.includes(one))) continue;
    const description = unpacked(path.join(folder, name), unpackedIn);
    const site = path.join(work, 'site');
    const { status, stderr } = await runPhyllite(['build', description, '--out', site]);
    if (status !== 0) {
      console.log(`${name}: not built\n${stderr.trim().split('\n').slice(-3).join('\n')}`);
      return false;
    }
    console.log(name);
    const queries = drawQueries(description, site, Number(values.seed), Number(values.count));
    const shares = await askDrawn(queries, site, (line) => console.log(line));
    for (const [kind, share] of Object.entries(shares)) console.log(`  ${kind}: ${said(share)}`);
    for (const key of ['first', 'topThree', 'of'] as const) all[key] += shares['all']![key];
    const written = writtenFor(name);
    if (!written.length) continue;
    const score = await runQueries(site, written);
    console.log(report(score));
    isReached &&= score.first >= 0.95 && score.topThree === 1;
  }
  rmSync(work, { recursive: true, force: true });
  console.log(`seed ${values.seed}: ${said(all)}`);
  return isReached && all.of > 0 && all.first >= 0.95 * all.of && all.topThree >= 0.99 * all.of;
}

/** Queries as readers type them, for a description at hand. */
const writtenFor = (name: string): SearchQuery[] =>
  (
    JSON.parse(
      readFileSync(path.join(project, 'tests/fixtures/search/queries-openapi.json'), 'utf8'),
    ) as SearchQuery[]
  ).filter(({ source }) => name.startsWith(source));

const said = ({ first, topThree, of }: DrawnShare): string =>
  `first ${((100 * first) / of).toFixed(1)} %, among the first three ${((100 * topThree) / of).toFixed(1)} % of ${of}`;
