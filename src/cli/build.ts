/** `phyllite build`: a content folder to a static site, whole or not at all. */
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { OutputError } from '../publish/output/output-error.ts';
import { SiteWriter } from '../publish/output/site-writer.ts';
import { openOutput, type Output } from '../publish/output/staging.ts';
import { CallError, type Arguments } from './arguments.ts';
import { contentPlace, siteOptions } from './paths.ts';
import { progressOf } from '../build/progress.ts';
import { caches } from '../build/cache.ts';
import { project } from '../build/project.ts';
import { report } from './report.ts';

/** @returns exit status */
export async function build(args: Arguments): Promise<number> {
  const started = performance.now();
  tuneV8();
  const content = contentPlace(args.root);
  let output: Output | undefined;
  try {
    // Beside a description nothing else is read: its folder may hold the site.
    const kept = path.join(content.root, content.description ?? '');
    output = await openOutput(args.out, { project, cache: caches, content: kept });
    const progress = progressOf(args.format);
    const { buildSite } = await import('../build/build-site.ts');
    const options = siteOptions(args, content);
    const built = await buildSite(options, new SiteWriter(output.stage, output.place), progress);
    progress.stop();
    const failed = built.diagnostics.failed(args.strict);
    if (!failed) await output.commit();
    report(built, args, performance.now() - started);
    if (args.format === 'text')
      process.stdout.write(
        failed ? `Nothing is written to ${args.out}\n` : `Written to ${args.out}\n`,
      );
    return failed ? 1 : 0;
  } catch (error) {
    throw error instanceof OutputError ? new CallError(`${error.message}; ${error.hint}`) : error;
  } finally {
    output?.abort();
  }
}

/**
 * A build ends before what V8's last compiler makes has paid for itself: without it about a tenth
 * less is worked on a large description. Its heap may double before it is cleared, where V8 would
 * let it triple: GitHub's description then takes a tenth less memory. Node 22 has other flags.
 */
function tuneV8(): void {
  if (Number.parseInt(process.versions.node, 10) < 24) return;
  setFlagsFromString('--max-opt=2');
  setFlagsFromString('--heap-growing-percent=100');
}
