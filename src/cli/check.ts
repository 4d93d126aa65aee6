/** `phyllite check`: builds to nowhere, says what is wrong, and what of an older site would die. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { compareWithOld, type Lost } from '../publish/against.ts';
import type { Report } from '../source/diagnostic.ts';
import type { Arguments } from './arguments.ts';
import { makeSite } from './make-site.ts';
import { cacheFolder, project } from './project.ts';
import { openSession } from './session.ts';
import { tell } from './tell.ts';

/** @returns exit status: 1 where an error was found, or an anchor or URL of the old site would die, or with `--strict` a warning */
export async function check(args: Arguments): Promise<number> {
  const started = performance.now();
  for (const folder of [args.root, args.against]) {
    if (folder !== undefined && !existsSync(folder)) {
      process.stderr.write(`phyllite: there is no folder ${folder}\n`);
      return 2;
    }
  }
  process.chdir(project);
  const session = openSession({ root: args.root, base: args.base, origin: '', cache: true });
  const parent = cacheFolder(args.root);
  mkdirSync(parent, { recursive: true });
  const stage = mkdtempSync(path.join(parent, 'check-'));
  let lost = 0;
  try {
    const made = await makeSite(session, stage);
    if (args.against && made.bytes) lost = reportLost(compareWithOld(args.against, stage), session.report);
    tell(session, args, { ...made, milliseconds: performance.now() - started });
    if (args.external) {
      for (const [url, places] of session.reference.externalLinks()) process.stdout.write(`${url}  ${places.map(({ file, line }) => `${file}:${line}`).join(' ')}\n`);
    }
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  return session.diagnostics.failed(args.strict) || lost ? 1 : 0;
}

/** @returns how many URLs and anchors would die */
function reportLost({ deadUrls, deadAnchors }: Lost, report: Report): number {
  for (const url of deadUrls) report({ kind: 'url-lost', message: `${url} of the old site would be gone`, mend: 'name it in `redirects` of the page that took its place' });
  for (const { url, id, near } of deadAnchors) report({ kind: 'anchor-lost', message: `${url}#${id} of the old site would be gone`, mend: near ? `#${near} is near; give it the old id: [#${id}]` : `give the heading that took its place the old id: [#${id}]` });
  return deadUrls.length + deadAnchors.length;
}
