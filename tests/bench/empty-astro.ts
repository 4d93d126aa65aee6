/** What Astro takes to build one page of a line: the base that times are ratios of. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { project } from '../phyllite.ts';
import { timed } from './command.ts';
import { withProcessorTime } from './processor-time.ts';

const dir = path.join(project, 'node_modules', '.cache', 'phyllite-bench', 'empty');
const cli = path.join(project, 'node_modules', 'astro', 'bin', 'astro.mjs');

/** @returns seconds, and seconds of processor */
export async function buildEmptyAstro(): Promise<{ seconds: number; processor: number }> {
  const pages = path.join(dir, 'src', 'pages');
  mkdirSync(pages, { recursive: true });
  writeFileSync(
    path.join(dir, 'package.json'),
    '{"name":"empty","private":true,"type":"module"}\n',
  );
  writeFileSync(path.join(dir, 'astro.config.mjs'), 'export default {};\n');
  writeFileSync(
    path.join(pages, 'index.astro'),
    '<html lang="en"><head><title>Empty</title></head><body><p>Empty.</p></body></html>\n',
  );
  const { result, processor } = await withProcessorTime((env) =>
    timed(process.execPath, [cli, 'build', '--silent'], {
      cwd: dir,
      env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DISABLE_UPDATE_CHECK: 'true' },
    }),
  );
  return { seconds: result.seconds, processor };
}

export function removeEmptyAstro(): void {
  rmSync(path.dirname(dir), { recursive: true, force: true });
}
