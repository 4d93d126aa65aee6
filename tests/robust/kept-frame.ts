/**
 * Loaded before the command line (`node --import`): what Astro would compile of our own layout, it
 * copies from the folder `KEPT_FRAME`, the same bytes in a fifth of the time. All else is as it is:
 * what is kept is checked, thrown away, made and put in place.
 */
import { cpSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';

/** In Astro's place. */
export async function build({ outDir }: { outDir: string }): Promise<void> {
  cpSync(process.env['KEPT_FRAME']!, outDir, { recursive: true });
  rmSync(path.join(outDir, 'checksums.json'));
}

if (process.env['KEPT_FRAME'])
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'astro' && context.parentURL?.endsWith('/build/renderer.ts')
        ? { url: import.meta.url, shortCircuit: true }
        : next(specifier, context),
  });
