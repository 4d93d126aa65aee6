/**
 * Builds one site after another into a folder, until it is killed or has built as many as asked.
 * Arguments: target, project, number. KILL_AT=3 makes it kill itself before its third renaming or
 * removal of a folder.
 */
import fs from 'node:fs';
import path from 'node:path';
import { openOutput } from '../../src/publish/output/staging.ts';

let left = Number(process.env['KILL_AT'] ?? Infinity);
for (const name of ['renameSync', 'rmSync'] as const) {
  const original = fs[name] as (...parameters: unknown[]) => void;
  fs[name] = (...parameters: unknown[]): void => {
    if (--left <= 0) process.kill(process.pid, 'SIGKILL');
    original(...parameters);
  };
}

const [target, project, most] = process.argv.slice(2) as [string, string, string];

for (let version = 0; version < Number(most); version++) {
  const output = await openOutput(target, {
    project,
    cache: path.join(project, 'node_modules/.cache/phyllite'),
  });
  const name = `${process.pid}-${version}`;
  fs.writeFileSync(path.join(output.stage, 'name.txt'), name);
  for (let page = 0; page < 20; page++) {
    const folder = path.join(output.stage, `d${page % 5}`);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, `${page}.html`), name);
  }
  await output.commit();
  if (version === 0) process.send?.('built');
}
process.disconnect?.();
