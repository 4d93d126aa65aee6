/** `phyllite check`: builds to nowhere, says what is wrong, and what of an older site would die. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isDescription } from '../build/openapi/only-description.ts';
import { readDescription } from '../openapi/index.ts';
import { compareDescription } from '../publish/compare/compare-description.ts';
import { compareSites, type Lost } from '../publish/compare/compare-sites.ts';
import type { JoinedSite } from '../reference/join-site.ts';
import { remove, temporaryFolder } from '../publish/output/claim.ts';
import { SiteWriter } from '../publish/output/site-writer.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { CallError, type Arguments } from './arguments.ts';
import { contentPlace, isFile, siteOptions } from './paths.ts';
import { buildSite } from '../build/build-site.ts';
import { progressOf } from '../build/progress.ts';
import { cacheFolder } from '../build/cache.ts';
import { report } from './report.ts';
import { relativePath } from '../shared/files/paths.ts';

/**
 * @returns exit status: 1 where an error was found, or an anchor or URL of the old site would die,
 * or with `--strict` a warning
 */
export async function check(args: Arguments): Promise<number> {
  const started = performance.now();
  const content = contentPlace(args.root);
  const { against } = args;
  const old = against && againstOf(against);
  const { folder: stage, stop } = temporaryFolder(cacheFolder(content.root));
  let lost = 0;
  try {
    const progress = progressOf(args.format);
    const options = { ...siteOptions(args, content), origin: '' };
    const built = await buildSite(options, new SiteWriter(stage), progress);
    progress.stop();
    const { diagnostics, bytes, site } = built;
    if (old && bytes && site) {
      if (old.folder) lost = reportLost(compareSites(old.folder, stage), diagnostics.report);
      for (const file of old.descriptions)
        lost += reportOperations(file, { site, root: content.root }, diagnostics.report);
    }
    report(built, args, performance.now() - started);
    return diagnostics.failed(args.strict) || lost ? 1 : 0;
  } finally {
    stop();
    remove(stage);
  }
}

const descriptionName = /\.(?:ya?ml|json)$/i;

interface Against {
  /** Of a site. */
  folder?: string;
  descriptions: string[];
}

/**
 * A site as it is published, with the descriptions that lie in it, as other tools want them; or a
 * description.
 * @throws {CallError} for any other file
 */
function againstOf(given: string): Against {
  if (isFile(given)) {
    if (!descriptionName.test(given))
      throw new CallError(
        `--against takes a folder with an older site, or an older description; ${given} is neither`,
      );
    return { descriptions: [given] };
  }
  const files = readdirSync(given).map((name) => path.join(given, name));
  return {
    folder: given,
    descriptions: files.filter((file) => descriptionName.test(file) && isDescription(file)),
  };
}

/** @returns how many operations, tags and schemas would die; what cannot be read counts as one */
function reportOperations(
  file: string,
  { site, root }: { site: JoinedSite; root: string },
  report: Report,
): number {
  const read = readDescription(file);
  const shown = relativePath(root, path.dirname(file));
  const found = read.api
    ? compareDescription(read, site)
    : read.findings.filter(({ severity }) => severity === 'error');
  for (const finding of found)
    report({ ...finding, file: path.posix.join(shown, finding.file ?? '') });
  return found.length;
}

/** @returns how many URLs and anchors would die */
function reportLost({ deadUrls, deadAnchors }: Lost, report: Report): number {
  for (const url of deadUrls)
    report({
      kind: 'url-lost',
      message: `${url} of the old site would be gone`,
      hint: 'add it to `redirects` of the page that replaces it',
    });
  for (const { url, id, near } of deadAnchors)
    report({
      kind: 'anchor-lost',
      message: `${url}#${id} of the old site would be gone`,
      hint: near
        ? `did you mean #${near}? give it the old id: [#${id}]`
        : `give the heading that replaces it the old id: [#${id}]`,
    });
  return deadUrls.length + deadAnchors.length;
}
