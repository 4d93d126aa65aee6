/** `phyllite check`: builds to nowhere, says what is wrong, and what of an older site would die. */
import { compareSites, type Lost } from '../publish/compare/compare-sites.ts';
import { remove, temporaryFolder } from '../publish/output/claim.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { CallError, type Arguments } from './arguments.ts';
import { contentPlace, isFile } from './paths.ts';
import { buildSite } from '../build/build-site.ts';
import { progressOf } from '../build/progress.ts';
import { cacheFolder } from '../build/cache.ts';
import { report } from './report.ts';

/**
 * @returns exit status: 1 where an error was found, or an anchor or URL of the old site would die,
 * or with `--strict` a warning
 */
export async function check(args: Arguments): Promise<number> {
  const started = performance.now();
  const content = contentPlace(args.root);
  if (args.against && isFile(args.against))
    throw new CallError(`--against takes a folder, and ${args.against} is a file`);
  const { folder: stage, stop } = temporaryFolder(cacheFolder(content.root));
  let lost = 0;
  try {
    const progress = progressOf(args.format);
    const options = {
      ...content,
      base: args.base,
      origin: '',
      cache: true,
      config: args.config,
      owner: process.cwd(),
      untrusted: args.untrusted,
    };
    const built = await buildSite(options, stage, progress);
    progress.stop();
    const { diagnostics, bytes } = built;
    if (args.against && bytes)
      lost = reportLost(compareSites(args.against, stage), diagnostics.report);
    report(built, args, performance.now() - started);
    return diagnostics.failed(args.strict) || lost ? 1 : 0;
  } finally {
    stop();
    remove(stage);
  }
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
