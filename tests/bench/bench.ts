/**
 * `npm run bench [-- DIR] [--sizes 100,1000] [--runs 3]`: builds and pages, as ratios of what an empty Astro build takes
 * in the same run. Without a folder it writes its own corpus (seeded); with one it takes that Slate source.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../browser.ts';
import { runPhyllite } from '../phyllite.ts';
import { serve } from '../serve.ts';
import { writeOperations } from './corpus/write.ts';
import { buildEmptyAstro, removeEmptyAstro } from './empty-astro.ts';
import { median } from './median.ts';
import { measurePage } from './page-run.ts';
import { htmlFigures, largestPage, siteFigures } from './site-figures.ts';
import { change, contentOf, copySource, middleInclude } from './source-copy.ts';
import { hasSlateEngine, renderAsSlate, textsOf } from './slate-engine.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { sizes: { type: 'string', default: '100,1000,10000' }, runs: { type: 'string', default: '3' } } });
const runs = Number(values.runs);
const work = mkdtempSync(path.join(tmpdir(), 'phyllite-bench-'));
const row = (name: string, value: string, ratio = '') => console.log(`  ${name.padEnd(44)}${value.padStart(16)}${ratio.padStart(14)}`);
const mega = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

/** Median seconds and largest memory of some builds, each beside an empty one. */
async function builds(args: string[], before: (run: number) => void = () => {}): Promise<{ seconds: number; empty: number; megabytes: number }> {
  const seconds: number[] = [], empty: number[] = [];
  let megabytes = 0;
  for (let run = 0; run < runs; run++) {
    empty.push(await buildEmptyAstro());
    before(run);
    const build = await runPhyllite(['build', ...args]);
    if (build.status !== 0) throw new Error(build.stderr);
    seconds.push(build.seconds);
    megabytes = Math.max(megabytes, build.megabytes);
  }
  return { seconds: median(seconds), empty: median(empty), megabytes };
}

async function measure(name: string, source: string): Promise<void> {
  console.log(`\n${name}`);
  const out = path.join(work, 'out');
  const tell = (what: string, { seconds, empty, megabytes }: Awaited<ReturnType<typeof builds>>) => {
    row(`${what}, seconds`, seconds.toFixed(2), `${(seconds / empty).toFixed(2)} × Astro`);
    row(`${what}, over an empty Astro build`, `+${(seconds - empty).toFixed(2)}`);
    row(`${what}, peak memory`, `${megabytes.toFixed(0)} MB`);
  };
  tell('cold', await builds([source, '--out', out, '--no-cache']));
  await runPhyllite(['build', source, '--out', out]);
  const include = middleInclude(source), text = readFileSync(include, 'utf8');
  tell('after one change', await builds([source, '--out', out], (run) => change(include, `bench${run}`, text)));
  const site = siteFigures(out);
  row('site', mega(site.bytes));
  row('HTML', mega(site.html.bytes), mega(site.html.gzipped));
  row('search index', mega(site.index));
  if (hasSlateEngine()) {
    const texts = contentOf(source).documents.flatMap((document) => textsOf(document) ?? []);
    row('Redcarpet and Rouge alone, seconds', (await renderAsSlate(texts)).seconds.toFixed(2));
  }
  const file = largestPage(out);
  const { bytes, gzipped, elements } = htmlFigures(readFileSync(path.join(out, file)));
  row(`largest page (${file})`, mega(bytes), mega(gzipped));
  row('its elements', String(elements));
  const browser = await launch();
  const server = await serve(out);
  const page = await measurePage(browser, `${server.origin}/${file}`, { runs, slower: 4 });
  await server.close();
  await browser.close();
  console.log('  on a processor slowed four times:');
  row('load, ms', page.load.toFixed(0));
  row('first paint, ms', page.firstPaint.toFixed(0));
  row('blocking, ms', page.blocking.toFixed(0));
  row('layout shift', page.shift.toFixed(4));
  row('switching the language, ms', page.language.toFixed(0));
  row('longest frame of scrolling, ms', page.longestFrame.toFixed(0));
  row('deep link, px off at once and later', `${page.deepLink.toFixed(0)}, ${page.deepLinkLater.toFixed(0)}`);
}

try {
  if (positionals[0]) {
    const copy = path.join(work, 'source');
    copySource(path.resolve(positionals[0]), copy);
    await measure(positionals[0], copy);
  } else {
    for (const size of values.sizes.split(',').map(Number)) {
      const dir = path.join(work, `operations-${size}`);
      writeOperations(dir, size);
      await measure(`${size} operations`, dir);
    }
  }
} finally {
  removeEmptyAstro();
  rmSync(work, { recursive: true, force: true });
}
