/** `phyllite build`: a content folder to a static site, whole or not at all. */
import { existsSync, statSync } from 'node:fs';
import { OutputError } from '../publish/output-error.ts';
import { openOutput } from '../publish/staging.ts';
import type { Arguments } from './arguments.ts';
import { project } from './project.ts';
import { openSession } from './session.ts';
import { tell } from './tell.ts';

/** @returns exit status */
export async function build(args: Arguments): Promise<number> {
  const started = performance.now();
  if (!existsSync(args.root) || !statSync(args.root).isDirectory()) {
    process.stderr.write(`phyllite: there is no folder ${args.root}\n`);
    return 2;
  }
  let output;
  try {
    output = await openOutput(args.out, { project, content: args.root });
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    process.stderr.write(`phyllite: ${error.message}; ${error.mend}\n`);
    return 2;
  }
  process.chdir(project);
  try {
    const session = openSession({ root: args.root, base: args.base, origin: args.site, cache: args.cache });
    const { makeSite } = await import('./make-site.ts');
    const made = await makeSite(session, output.stage);
    const failed = session.diagnostics.failed(args.strict);
    if (failed) output.abort();
    else await output.commit();
    tell(session, args, { ...made, milliseconds: performance.now() - started });
    if (!failed && args.format === 'text') process.stdout.write(`Written to ${args.out}\n`);
    return failed ? 1 : 0;
  } catch (error) {
    output.abort();
    throw error;
  }
}
