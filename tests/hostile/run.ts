/**
 * The table of hostile instances. `node tests/hostile/run.ts [--count 10000] [--seed N] [--keep DIR]`.
 * Promised: no script runs, and no policy is missing or weaker than the README says.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright';
import { launch, onlyHere } from '../browser.ts';
import { serve } from '../serve.ts';
import { callPhyllite } from '../warm/calls.ts';
import { instances, type Kind } from './instances.ts';
import { sitesOf, writeSite, type HostileSite } from './sites.ts';
import { Visitor, type Problem } from './visit.ts';

export interface HostileResult {
  seed: number;
  counts: Map<Kind, number>;
  problems: Problem[];
  pages: number;
  seconds: number;
}

/** What may not happen. The rest is worth knowing: the policy held back what should not have been there. */
export const isBroken = ({ what }: Problem): boolean => what !== 'policy alone held it';

export async function runHostileInstances(
  seed: number,
  count: number,
  keep?: string,
): Promise<HostileResult> {
  const started = performance.now();
  const all = instances(seed, count);
  const counts = new Map<Kind, number>();
  for (const { kind } of all) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const dir = keep ?? mkdtempSync(path.join(tmpdir(), 'phyllite-hostile-'));
  const problems: Problem[] = [];
  let pages = 0;
  const help = (await callPhyllite(['--help'])).stdout;
  const untrusted = help.includes('--untrusted') ? ['--untrusted'] : [];
  const browser = await launch(onlyHere);
  try {
    const todo = sitesOf(all);
    // Two at once: while one is built, the other is read.
    await Promise.all(
      [1, 2].map(async () => {
        for (let site = todo.shift(); site; site = todo.shift())
          pages += await visitSite(browser, site, dir, untrusted, problems);
      }),
    );
  } finally {
    await browser.close();
    if (!keep) rmSync(dir, { recursive: true, force: true });
  }
  return { seed, counts, problems, pages, seconds: (performance.now() - started) / 1000 };
}

async function visitSite(
  browser: Browser,
  site: HostileSite,
  dir: string,
  more: string[],
  problems: Problem[],
): Promise<number> {
  const root = path.join(dir, site.name.replaceAll(' ', '-')),
    out = `${root}-out`;
  mkdirSync(root, { recursive: true });
  writeSite(site, root);
  const { status, stdout, stderr } = await callPhyllite(
    ['build', root, '--out', out, '--format', 'json', ...more],
    { kill: 300 },
  );
  if (status !== 0) {
    const { diagnostics = [] } = /^\{/.test(stdout)
      ? (JSON.parse(stdout) as { diagnostics?: { severity: string; message: string }[] })
      : {};
    const errors = diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => message);
    problems.push({
      what: 'no site',
      where: site.name,
      detail: (errors[0] ?? stderr).slice(0, 300),
    });
    return 0;
  }
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => path.relative(out, path.join(entry.parentPath, entry.name)));
  const served = await serve(out);
  const context = await browser.newContext();
  try {
    const visitor = await Visitor.in(context, served.origin, problems);
    for (const [index, file] of files.entries())
      await visitor.page(
        `${served.origin}/${file.split('/').map(encodeURIComponent).join('/')}`,
        index % 40 === 0 ? '<img src=x onerror=X(0)>' : undefined,
      );
    for (const [index, group] of site.visits.entries()) await visitor.instances(group, index);
    await visitor.close();
  } finally {
    await context.close();
    await served.close();
  }
  for (const problem of problems)
    if (problem.where.startsWith(served.origin))
      problem.where = `${site.name}: ${problem.where.slice(served.origin.length)}`;
  return files.length + site.visits.length;
}

export function hostileTable({ seed, counts, problems, pages, seconds }: HostileResult): string {
  const kinds = [...new Set(problems.map(({ what }) => what))];
  const lines = kinds.map((what) => {
    const own = problems.filter((each) => each.what === what);
    return `| ${what} | ${own.length} | ${own
      .slice(0, 3)
      .map(({ where, detail }) =>
        `${where}: ${detail}`.replaceAll('|', '\\|').replace(/\s+/g, ' ').slice(0, 160),
      )
      .join('<br>')} |`;
  });
  const made = [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
  return `Hostile instances, seed ${seed}: ${made}; ${pages} pages opened in ${seconds.toFixed(0)} s\n\n| went wrong | times | where |\n| --- | --: | --- |\n${lines.join('\n') || '| nothing | 0 | |'}`;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      keep: { type: 'string' },
    },
  });
  const result = await runHostileInstances(
    Number(values.seed),
    Number(values.count),
    values.keep && path.resolve(values.keep),
  );
  console.log(hostileTable(result));
  process.exitCode = result.problems.some(isBroken) ? 1 : 0;
}
