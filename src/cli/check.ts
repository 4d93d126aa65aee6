/** `phyllite check`: builds to nowhere, says what is wrong, and what of an older site would die. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { compareSites, type Lost } from '../publish/compare/compare-sites.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Arguments } from './arguments.ts';
import { contentFolder } from './paths.ts';
import { buildSite } from '../build/build-site.ts';
import { progressOf } from '../build/progress.ts';
import { cacheFolder, project } from '../build/project.ts';
import { report } from './report.ts';

/** @returns exit status: 1 where an error was found, or an anchor or URL of the old site would die, or with `--strict` a warning */
export async function check(args: Arguments): Promise<number> {
  const started = performance.now();
  const content = contentFolder(args.root);
  const problem = 'problem' in content ? content.problem : args.against && oldSite(args.against);
  if ('problem' in content || problem) {
    process.stderr.write(`phyllite: ${problem}\n`);
    return 2;
  }
  process.chdir(project);
  const stage = stageIn(cacheFolder(content.folder));
  let lost = 0;
  try {
    const progress = progressOf(args.format);
    const options = { root: content.folder, base: args.base, origin: '', cache: true };
    const built = await buildSite(options, stage, progress);
    progress.stop();
    const { diagnostics, bytes } = built;
    if (args.against && bytes)
      lost = reportLost(compareSites(args.against, stage), diagnostics.report);
    report(built, args, performance.now() - started);
    return diagnostics.failed(args.strict) || lost ? 1 : 0;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** @returns what is wrong with the folder */
function oldSite(folder: string): string | undefined {
  try {
    return statSync(folder).isDirectory()
      ? undefined
      : `--against takes a folder, and ${folder} is a file`;
  } catch {
    return `there is no folder ${folder}`;
  }
}

/** A new folder to build into; what a killed check left a day ago goes. */
function stageIn(parent: string): string {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent).filter((each) => each.startsWith('check-'))) {
    const file = path.join(parent, name);
    if (
      Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) >
      86_400_000
    )
      rmSync(file, { recursive: true, force: true });
  }
  return mkdtempSync(path.join(parent, 'check-'));
}

/** @returns how many URLs and anchors would die */
function reportLost({ deadUrls, deadAnchors }: Lost, report: Report): number {
  for (const url of deadUrls)
    report({
      kind: 'url-lost',
      message: `${url} of the old site would be gone`,
      hint: 'name it in `redirects` of the page that took its place',
    });
  for (const { url, id, near } of deadAnchors)
    report({
      kind: 'anchor-lost',
      message: `${url}#${id} of the old site would be gone`,
      hint: near
        ? `#${near} is near; give it the old id: [#${id}]`
        : `give the heading that took its place the old id: [#${id}]`,
    });
  return deadUrls.length + deadAnchors.length;
}
