/**
 * Builds every project of a folder in the corpus's form (`NAME/source`, `NAME/expected.json`), each in a process of its
 * own, and holds it against what Slate makes of it: `npm run conformance -- DIR [NAME …]`.
 *
 * The comparison is `conformance/compare.py` beside the folder. Prints a table and each project's misses; then a second
 * one: every old link opened in a browser, in the site as it is and with its longest page cut into pages (`links.ts`).
 */
import { spawnSync } from 'node:child_process';
import {
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
import { launch, onlyHere } from '../browser.ts';
import { runPhyllite } from '../phyllite.ts';
import { readTwins } from '../twins.ts';
import { searchDescriptions } from './drawn.ts';
import { compareDescriptions } from './openapi.ts';
import { checkLinks, type Expected } from './links.ts';
import { searchCorpus } from './search-corpus.ts';

if (process.argv[2] === '--openapi') {
  const [given = '../shared/openapi', ...names] = process.argv.slice(3);
  process.exit((await compareDescriptions(given, names)) ? 0 : 1);
}
if (process.argv[2] === '--drawn')
  process.exit((await searchDescriptions(process.argv.slice(3))) ? 0 : 1);
const [dir = '../shared/corpus', ...only] = process.argv.slice(2);
const corpus = path.resolve(dir);
const compare = [
  path.join(corpus, '..', 'conformance', 'compare.py'),
  path.join(corpus, 'compare.py'),
].find(existsSync);
if (!existsSync(corpus) || !compare) {
  console.error(
    `conformance: ${corpus} is no folder of projects with conformance/compare.py beside it`,
  );
  process.exit(2);
}

const work = mkdtempSync(path.join(tmpdir(), 'phyllite-conformance-'));
const columns = ['ids', 'order', 'code', 'asides', 'tables', 'notes'] as const;
const line = (cells: (string | number)[]) =>
  console.log(
    cells
      .map((cell, index) => (index ? String(cell).padStart(12) : String(cell).padEnd(16)))
      .join(''),
  );
line(['project', ...columns, 'double ids', 'twins', 'warnings', 'seconds', 'MB']);
let failed = false;
const misses: string[] = [];
for (const name of readdirSync(corpus).sort()) {
  if (
    !existsSync(path.join(corpus, name, 'expected.json')) ||
    (only.length && !only.includes(name))
  )
    continue;
  const out = path.join(work, name);
  const { status, seconds, megabytes, stderr, stdout } = await runPhyllite([
    'build',
    path.join(corpus, name, 'source'),
    '--out',
    out,
    '--no-cache',
  ]);
  if (status !== 0) {
    failed = true;
    line([name, `failed (${status})`]);
    misses.push(`${name}: ${stderr.trim().split('\n').slice(-6).join('\n')}`);
    continue;
  }
  const result = spawnSync(
    'python3',
    [compare, path.join(corpus, name, 'expected.json'), out, '--list', '5'],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const total = result.stdout.trim().split('\n').at(-1) ?? '';
  const of = (column: string) => new RegExp(`\\b${column} (\\d+/\\d+)`).exec(total)?.[1] ?? '?';
  const { twins, differences } = readTwins(out);
  misses.push(...differences.map((difference) => `${name}: ${difference}`));
  if (differences.length) failed = true;
  const unbuilt = result.stdout.match(/NOT BUILT/g)?.length ?? 0;
  line([
    unbuilt ? `${name} -${unbuilt} pages!` : name,
    ...columns.map(of),
    /duplicate ids (\d+)/.exec(total)?.[1] ?? '?',
    differences.length ? `${differences.length} of ${twins}!` : twins,
    /(\d[\d,]*) warning/.exec(stdout)?.[1] ?? 0,
    seconds.toFixed(1),
    megabytes.toFixed(0),
  ]);
  misses.push(
    ...result.stdout
      .trim()
      .split('\n')
      .filter((row) => row.startsWith('    ') || /NOT BUILT/.test(row))
      .map((row) => `${name}: ${row.trim()}`),
  );
  if (result.status !== 0) failed = true;
}
line(['']);
line(['old links', 'pages', 'ids', 'lost', 'links', 'broken', 'as in Slate', 'seconds']);
const browser = await launch(onlyHere);
for (const name of readdirSync(work).sort()) {
  const source = path.join(corpus, name, 'source');
  const expected = JSON.parse(
    readFileSync(path.join(corpus, name, 'expected.json'), 'utf8'),
  ) as Expected;
  // One page that is one page is held to its ids above.
  if (Object.keys(expected).length > 1) await links(name, path.join(work, name), source, expected);
  const copy = path.join(work, `${name} source`),
    cut = path.join(work, `${name} cut`);
  cpSync(source, copy, { recursive: true });
  const [longest] = Object.entries(expected).sort(
    ([, a], [, b]) => b.headings.length - a.headings.length,
  )[0]!;
  const page = path.join(copy, longest);
  writeFileSync(page, readFileSync(page, 'utf8').replace(/^---[ \t]*\r?\n/, '---\npaged: true\n'));
  const { status, stderr } = await runPhyllite(['build', copy, '--out', cut, '--no-cache']);
  if (status === 0) await links(`${name}, cut`, cut, copy, expected, [longest]);
  else {
    failed = true;
    misses.push(`${name}, cut: ${stderr.trim().split('\n').slice(-6).join('\n')}`);
  }
}
await browser.close();

async function links(
  name: string,
  site: string,
  source: string,
  expected: Expected,
  opened?: string[],
): Promise<void> {
  const started = performance.now();
  const found = await checkLinks(browser, site, source, expected, opened);
  const pages = readdirSync(site, { recursive: true }).filter((file) =>
    String(file).endsWith('.html'),
  ).length;
  line([
    name,
    pages,
    found.ids,
    found.lost.length,
    found.links,
    found.broken.length,
    found.brokenBefore,
    ((performance.now() - started) / 1000).toFixed(1),
  ]);
  misses.push(
    ...found.lost.slice(0, 10).map((url) => `${name}: lost ${url}`),
    ...found.broken.slice(0, 10).map((url) => `${name}: broken ${url}`),
  );
  if (found.lost.length || found.broken.length) failed = true;
}

line(['']);
if (!(await searchCorpus(corpus, only))) failed = true;

console.log(`\n${misses.join('\n')}`);
if (!process.env['PHYLLITE_KEEP']) rmSync(work, { recursive: true, force: true });
else console.log(`sites kept in ${work}`);
process.exitCode = failed ? 1 : 0;
