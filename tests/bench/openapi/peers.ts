/**
 * Redoc and Blume on the same description, where a folder has them installed:
 *
 *     npm install @redocly/cli@2 redoc@3      # in DIR
 *     npm install blume@1                     # in DIR/blume
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withProcessorTime } from '../processor-time.ts';

/** Seconds of user CPU of a command, or undefined where it is not installed. */
async function timed(script: string, args: string[], cwd: string): Promise<number | undefined> {
  if (!existsSync(script)) return undefined;
  const { result, user } = await withProcessorTime(async (env) =>
    spawnSync(process.execPath, [script, ...args], {
      cwd,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    }),
  );
  if (result.status !== 0) throw new Error(`${script} failed\n${result.stderr.slice(-2000)}`);
  return user;
}

/** @param into folder that gets `index.html` with Redoc's own script beside it */
export async function buildRedoc(
  peers: string,
  description: string,
  into: string,
): Promise<number | undefined> {
  const out = path.join(into, 'index.html');
  mkdirSync(into, { recursive: true });
  const cli = path.join(peers, 'node_modules/@redocly/cli/bin/cli.js');
  const user = await timed(cli, ['build-docs', description, '-o', out], into);
  const script = path.join(peers, 'node_modules/redoc/bundles/redoc.standalone.js');
  if (user === undefined || !existsSync(script)) return user;
  copyFileSync(script, path.join(into, 'redoc.js'));
  const html = readFileSync(out, 'utf8')
    .replace(/https:\/\/cdn\.redocly\.com\/[^"]*redoc\.standalone\.js/g, './redoc.js')
    .replace(/ integrity="[^"]*"| crossorigin="[^"]*"/g, '');
  writeFileSync(out, html);
  return user;
}

/** @returns its site's folder besides */
export async function buildBlume(
  peers: string,
  description: string,
): Promise<{ user: number; site: string } | undefined> {
  const dir = path.join(peers, 'blume');
  const cli = path.join(dir, 'node_modules/blume/bin/blume.mjs');
  if (!existsSync(cli)) return undefined;
  const spec = `openapi${path.extname(description)}`;
  rmSync(path.join(dir, spec), { force: true });
  copyFileSync(description, path.join(dir, spec));
  mkdirSync(path.join(dir, 'docs'), { recursive: true });
  writeFileSync(path.join(dir, 'docs/index.mdx'), '---\ntitle: Home\n---\n\nText.\n');
  const settings = { title: 'Peer', openapi: { enabled: true, spec: `./${spec}`, route: '/api' } };
  writeFileSync(
    path.join(dir, 'blume.config.ts'),
    `import { defineConfig } from 'blume';\nexport default defineConfig(${JSON.stringify(settings)});\n`,
  );
  const user = await timed(cli, ['build'], dir);
  return user === undefined ? undefined : { user, site: path.join(dir, 'dist') };
}
