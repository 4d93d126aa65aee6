/** `phyllite check`: builds to nowhere, says what is wrong, and what of an older site would die. */
import { mkdtempSync, rmSync } from 'node:fs';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { compareWithOld } from '../publish/against.ts';
import type { Arguments } from './arguments.ts';
import { makeSite } from './build.ts';
import { cacheFolder, project } from './project.ts';
import { openSession } from './session.ts';
import { tell } from './tell.ts';
import { mkdirSync } from 'node:fs';

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
  const session = await openSession({ root: args.root, base: args.base, origin: '', cache: true });
  const parent = cacheFolder(args.root);
  mkdirSync(parent, { recursive: true });
  const stage = mkdtempSync(path.join(parent, 'check-'));
  let lost = 0;
  try {
    const made = await makeSite(session, stage);
    if (args.against && made.bytes) lost = compareWithOld(args.against, stage, session.report);
    tell(session, args, { ...made, milliseconds: performance.now() - started });
    if (args.external) {
      for (const [url, places] of session.reference.externalLinks()) process.stdout.write(`${url}  ${places.map(({ file, line }) => `${file}:${line}`).join(' ')}\n`);
    }
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  return session.diagnostics.failed(args.strict) || lost ? 1 : 0;
}
