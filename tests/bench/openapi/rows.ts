/** Rows of an OpenAPI description: its build and its pages, beside Redoc and Blume in the same run. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch } from '../../browser.ts';
import type { Say } from '../build-rows.ts';
import { build, Builds, EmptyBuilds } from '../builds.ts';
import { median } from '../median.ts';
import type { Options } from '../options.ts';
import { siteFigures } from '../site-figures.ts';
import { bytes, megabytes, milliseconds, seconds, type Row } from '../table.ts';
import { serveGzipped } from './gzip-host.ts';
import { measure, untilInPlace, type PageFigures } from './page.ts';
import { buildBlume, buildRedoc } from './peers.ts';

/** Operations above which the targets are those of a large description. */
const LARGE = 1000;

interface Section {
  title: string;
  url: string;
  method?: string;
  operation?: string;
  sections?: Section[];
}

export async function descriptionRows(
  from: string,
  work: string,
  { runs, slower, peers }: Pick<Options, 'runs' | 'slower' | 'peers'>,
  say: Say,
): Promise<Row[]> {
  const dir = path.join(work, 'description');
  mkdirSync(dir);
  const file = path.join(dir, path.basename(from));
  cpSync(from, file);
  const out = path.join(work, 'site');
  const redocDir = path.join(work, 'redoc');
  const [cold, changed, empty] = [new Builds(), new Builds(), new EmptyBuilds()];
  const redoc: number[] = [];
  const text = readFileSync(file, 'utf8');
  for (let run = 1; run <= runs; run++) {
    say(`builds, round ${run} of ${runs}`);
    await empty.round();
    const user = peers && (await buildRedoc(peers, file, redocDir));
    if (user) redoc.push(user);
    await build(cold, file, out, ['--no-cache']);
    await build(undefined, file, out);
    // The first summary that is written: one operation's text.
    writeFileSync(file, text.replace(/("?summary"?: ?"?)(?=\w)/, `$1Changed ${run} `));
    await build(changed, file, out);
    writeFileSync(file, text);
  }
  await build(undefined, file, out);
  const operations = operationsOf(out);
  const isLarge = operations.length > LARGE;
  const theirs = redoc.length ? median(redoc) : undefined;
  const most = isLarge ? 7 : 3;
  const grace = isLarge ? 2 : 1;
  const pages = readdirSync(out).filter((name) => name.endsWith('.html') && name !== 'all.html');
  const gz = (name: string) => gzipSync(readFileSync(path.join(out, name)), { level: 9 }).length;
  const largest = Math.max(...pages.map(gz));
  const { bytes: size } = siteFigures(out);
  const held = (what: string, value: number, limit: number, show: (value: number) => string) => ({
    what,
    measured: show(value),
    target: show(limit),
    met: value <= limit,
  });
  const rows: Row[] = [
    {
      what: 'cold build, user CPU',
      measured: seconds(cold.user),
      ...(theirs !== undefined && {
        against: `Redoc ${seconds(theirs)}`,
        ratio: cold.user / theirs,
        target: String(most),
        met: cold.user <= most * theirs,
      }),
    },
    {
      what: "one operation's text changed, processor",
      measured: seconds(changed.processor),
      against: `empty Astro ${seconds(empty.processor)}`,
      ratio: changed.processor / empty.processor,
      target: `Astro + ${grace} s`,
      met: changed.processor <= empty.processor + grace,
    },
    held('cold build, memory', cold.memory, 1000, megabytes),
    held('site', size, isLarge ? 40e6 : 20e6, bytes),
    held('404.html gzipped', gz('404.html'), 20_000, bytes),
    held('largest page gzipped', largest, 100_000, bytes),
  ];
  say('pages');
  const last = operations.at(-1)!;
  const blume = peers ? await buildBlume(peers, file).catch(() => undefined) : undefined;
  return [
    ...rows,
    ...(await pageRows(last, {
      out,
      redocDir,
      blume,
      slower,
      runs,
      hasRedoc: theirs !== undefined,
    })),
  ];
}

interface Sites {
  out: string;
  redocDir: string;
  hasRedoc: boolean;
  blume: { user: number; site: string } | undefined;
  slower: number;
  runs: number;
}

async function pageRows(last: Section, sites: Sites): Promise<Row[]> {
  const { out, redocDir, blume, slower, runs, hasRedoc } = sites;
  const browser = await launch();
  const hosts = [await serveGzipped(out)];
  const host = async (folder: string) => {
    const served = await serveGzipped(folder);
    hosts.push(served);
    return served.origin;
  };
  try {
    const own = await measure(browser, hosts[0]!.origin + last.url, { runs, slower });
    const rows: Row[] = [];
    const { origin } = hosts[0]!;
    if (hasRedoc) {
      const redoc = await host(redocDir);
      const theirs = await measure(browser, `${redoc}/`, { runs, slower });
      rows.push(
        part('load', own, theirs, 3),
        part('blocking', own, theirs, 40),
        part('transferred', own, theirs, 20),
      );
      const here = await untilInPlace(browser, origin + last.url, last.title, slower);
      const link = `${redoc}/#operation/${last.operation ?? ''}`;
      const there = await untilInPlace(browser, link, last.title, slower);
      rows.push({
        what: 'link to the last operation, until it stays',
        measured: milliseconds(here),
        against: `Redoc ${milliseconds(there)}`,
        ratio: here / there,
        target: '0.2',
        met: here <= there / 5,
      });
    }
    if (blume) {
      const file = blumePage(blume.site, last);
      const theirs =
        file && (await measure(browser, `${await host(blume.site)}${file}`, { runs, slower }));
      if (theirs)
        rows.push(
          ...(['firstPaint', 'blocking'] as const).map(
            (name): Row => ({
              ...part(name, own, theirs, 1),
              against: `Blume ${milliseconds(theirs[name])}`,
            }),
          ),
        );
    }
    return rows;
  } finally {
    for (const one of hosts) await one.close();
    await browser.close();
  }
}

/** Ours is to be so many times less than Redoc's. */
function part(name: keyof PageFigures, own: PageFigures, theirs: PageFigures, times: number): Row {
  const show = name === 'transferred' ? bytes : milliseconds;
  return {
    what: `an operation's page: ${name}`,
    measured: show(own[name]),
    against: `Redoc ${show(theirs[name])}`,
    ratio: own[name] / theirs[name],
    target: (1 / times).toFixed(3),
    met: own[name] <= theirs[name] / times,
  };
}

function operationsOf(site: string): Section[] {
  const { documents } = JSON.parse(readFileSync(path.join(site, 'reference.json'), 'utf8'));
  const below = (sections: Section[]): Section[] =>
    sections.flatMap((one) => [one, ...below(one.sections ?? [])]);
  return below(documents.flatMap((one: { sections: Section[] }) => one.sections)).filter(
    ({ method }) => method,
  );
}

/** The page of the same operation, by its title. */
function blumePage(site: string, { title }: Section): string | undefined {
  const pages = readdirSync(path.join(site, 'api'), { recursive: true, encoding: 'utf8' });
  const found = pages.find(
    (name) =>
      name.endsWith('.html') &&
      readFileSync(path.join(site, 'api', name), 'utf8').includes(`<title>${title}`),
  );
  return found && `/api/${found.replaceAll(path.sep, '/')}`;
}
