/**
 * Builds the corpus's projects that the table of queries names, with search on, and asks every query:
 * `node tests/conformance/search-corpus.ts [DIR] [NAME …]`. Prints what did not come first, and each project's shares.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { project, runPhyllite } from '../phyllite.ts';
import { report, runQueries, type SearchQuery } from './search.ts';

/**
 * @param corpus a folder of projects (`NAME/source`) @param only names; all that have queries if left out
 * @returns whether every project reached 95 % first and all among the first three
 */
export async function searchCorpus(corpus: string, only: readonly string[] = []): Promise<boolean> {
  const queries = JSON.parse(
    readFileSync(path.join(project, 'tests/fixtures/search/queries-corpus.json'), 'utf8'),
  ) as SearchQuery[];
  const work = mkdtempSync(path.join(tmpdir(), 'phyllite-search-'));
  let reached = true;
  for (const name of new Set(queries.map(({ source }) => source))) {
    const source = path.join(corpus, name, 'source');
    if (!existsSync(source) || (only.length && !only.includes(name))) continue;
    const content = path.join(work, name);
    cpSync(source, content, { recursive: true });
    // Sources may be read-only, and so their copies.
    chmodSync(content, 0o755);
    for (const { name: entry, parentPath } of readdirSync(content, {
      recursive: true,
      withFileTypes: true,
    })) {
      const file = path.join(parentPath, entry);
      chmodSync(file, 0o755);
      if (!/\.md$/.test(file)) continue;
      const text = readFileSync(file, 'utf8');
      const searchable = text.replace(/^search: *false\b/m, 'search: true');
      if (searchable !== text) writeFileSync(file, searchable);
    }
    const out = path.join(work, `${name}-site`);
    const { status, stderr } = await runPhyllite(['build', content, '--out', out]);
    if (status !== 0) {
      console.log(`${name}: not built\n${stderr.trim().split('\n').slice(-3).join('\n')}`);
      reached = false;
      continue;
    }
    const score = await runQueries(
      out,
      queries.filter((query) => query.source === name),
    );
    console.log(`${name}\n${report(score)}`);
    if (score.first < 0.95 || score.topThree < 1) reached = false;
  }
  rmSync(work, { recursive: true, force: true });
  return reached;
}

if (import.meta.main) {
  const [dir = '../shared/corpus', ...only] = process.argv.slice(2);
  if (!(await searchCorpus(path.resolve(dir), only))) process.exitCode = 1;
}
