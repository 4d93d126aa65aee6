/** A small source built by the installed package, beside the same in the repository: in pairs. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pack, unpack } from '../package/unpacked.ts';
import { project } from '../phyllite.ts';
import { median } from './median.ts';
import { seconds, type Row } from './table.ts';

/** @param source a content folder. @param work a folder to install into */
export function startRows(source: string, work: string, runs: number): Row[] {
  const owner = path.join(work, 'owner');
  mkdirSync(owner);
  writeFileSync(path.join(owner, 'package.json'), '{}');
  const bin = unpack(pack(work), owner);
  const link = path.join(owner, 'node_modules/.bin/phyllite');
  mkdirSync(path.dirname(link));
  writeFileSync(link, `#!/bin/sh\nexec node '${bin}' "$@"\n`, { mode: 0o755 });
  const call = (cwd: string, command: string, ...args: string[]): number => {
    const { INIT_CWD: _, npm_package_json: __, ...env } = process.env;
    const started = performance.now();
    const { status, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
    return (performance.now() - started) / 1000;
  };
  const build = ['build', source, '--out'];
  const ours = () =>
    call(project, 'npm', 'run', '-s', 'build', '--', ...build.slice(1), path.join(work, 'a'));
  const theirs = () => call(owner, 'npx', '--no', 'phyllite', ...build, path.join(work, 'b'));
  // The first compiles the frame, which both keep.
  ours();
  theirs();
  const pairs = Array.from({ length: runs }, () => ({ theirs: theirs(), ours: ours() }));
  const [time, against] = [
    median(pairs.map((pair) => pair.theirs)),
    median(pairs.map((pair) => pair.ours)),
  ];
  return [
    {
      what: 'npx phyllite build, of the package',
      measured: seconds(time),
      against: `npm run build, in the repository ${seconds(against)}`,
      ratio: time / against,
      target: '1.05',
      met: time <= 1.05 * against,
    },
  ];
}
