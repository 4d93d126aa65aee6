/** `npm run bench`: how long a build and a page take, against what else is on this machine. README.md says what each row is. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { launch } from '../browser.ts';
import { project } from '../phyllite.ts';
import { growthRows, pagedRows, sourceRows } from './build-rows.ts';
import { build } from './builds.ts';
import { writeOperations } from './corpus/write.ts';
import { removeEmptyAstro } from './empty-astro.ts';
import { descriptionRows } from './openapi/rows.ts';
import { readOptions, usage, type Options } from './options.ts';
import { blockingRow, devRows, pageRows } from './page-rows.ts';
import { largestPage } from './site-figures.ts';
import { startRows } from './start-rows.ts';
import { contentOf, copyPage, copySource, middleInclude } from './source-copy.ts';
import { bytes, formatRows, type Row } from './table.ts';

const say = (text: string) =>
  void process.stderr.write(`${new Date().toISOString().slice(11, 19)}  ${text}\n`);

/** Builds a copy of a source, which is not timed. @returns the site's folder */
async function builtOnce(source: string, dir: string): Promise<string> {
  say(`building ${source}`);
  copySource(source, dir);
  await build(undefined, dir, `${dir}-out`, ['--no-cache']);
  return `${dir}-out`;
}

async function measure(
  { dir, only, sizes, runs, page, open, published, slower }: Options,
  work: string,
): Promise<Row[]> {
  const rows: Row[] = [];
  const small = sizes[0]!;
  const source = dir ?? writeOperations(path.join(work, 'corpus'), small).dir;
  const documents = contentOf(source).documents.map(({ file }) => file);
  if (!documents.length) throw new Error(`${source} holds no page`);
  const alone = page ?? documents.find((file) => /^index\./.test(file)) ?? documents[0]!;
  const browser = only.has('page') || only.has('dev') ? await launch() : undefined;
  try {
    let site: string | undefined;
    if (only.has('build')) {
      const built = await sourceRows(source, alone, work, runs, dir !== undefined, say);
      rows.push(...built.rows);
      site = built.all;
    }
    if (only.has('page')) {
      site ??= await builtOnce(source, path.join(work, 'page'));
      const file = open ?? largestPage(site);
      say(`opening ${file}`);
      rows.push(
        ...(await pageRows(browser!, site, file, {
          runs,
          slower,
          published,
          ...(dir !== undefined && { targets: { load: 2000, blocking: 900, firstPaint: 1000 } }),
        })),
      );
    }
    if (only.has('dev')) {
      say('dev');
      const copy = path.join(work, 'dev');
      copyPage(source, copy, alone);
      const url = contentOf(copy).documents[0]!.url;
      rows.push(
        ...(await devRows(
          browser!,
          alone,
          copy,
          middleInclude(copy),
          runs,
          { answer: 400, screen: 1000 },
          url,
        )),
      );
    }
    if (dir === undefined && (only.has('page') || only.has('dev'))) {
      const own = path.join(project, 'content'),
        copy = path.join(work, 'own');
      copySource(own, copy);
      if (only.has('page')) {
        const site = await builtOnce(own, path.join(work, 'own-page'));
        say("opening RestDB's index.html");
        rows.push(
          ...[
            await blockingRow(browser!, site, 'index.html', runs),
            ...(await pageRows(browser!, site, 'index.html', { runs, slower })),
          ].map((row) => ({ ...row, what: `RestDB's ${row.what}` })),
        );
      }
      if (only.has('dev')) say("dev of RestDB's reference");
      if (only.has('dev'))
        rows.push(
          ...(await devRows(
            browser!,
            "RestDB's reference",
            copy,
            middleInclude(copy, 'index.mdx'),
            runs,
            { answer: 400, screen: 400 },
            '/',
          )),
        );
    }
  } finally {
    await browser?.close();
  }
  if (only.has('start')) {
    say('the package beside the repository');
    rows.push(...startRows(source, work, runs));
  }
  // One size alone is what `build` has measured.
  if (dir === undefined && only.has('growth') && (sizes.length > 1 || !only.has('build')))
    rows.push(...(await growthRows(sizes, work, runs, say)));
  if (dir === undefined && only.has('paged'))
    rows.push(...(await pagedRows(sizes.length > 1 ? 2000 : small, work, runs, say)).rows);
  return rows;
}

let options: Options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`bench: ${(error as Error).message}\n${usage}`);
  process.exit(2);
}
const work = mkdtempSync(path.join(tmpdir(), 'phyllite-bench-'));
try {
  const before = loadavg()[0]!;
  const rows =
    options.dir && statSync(options.dir).isFile()
      ? await descriptionRows(options.dir, work, options, say)
      : await measure(options, work);
  const busy =
    before > cpus().length
      ? `\nThe machine was busy when the bench began (load ${before.toFixed(1)}): do not quote its times.`
      : '';
  process.stdout.write(
    `${cpus().length} processors (${cpus()[0]?.model ?? 'unknown'}), ${bytes(totalmem())} of memory, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}; medians of ${options.runs}${busy}\n\n${formatRows(rows)}\n`,
  );
  if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`);
} catch (error) {
  process.stderr.write(`bench: ${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  removeEmptyAstro();
  rmSync(work, { recursive: true, force: true });
}
