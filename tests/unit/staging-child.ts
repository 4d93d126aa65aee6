/** Builds one site after another into a folder, until it is killed or has built as many as asked. Arguments: target, project, number. */
import fs from 'node:fs';
import path from 'node:path';
import { openOutput } from '../../src/publish/output/staging.ts';

const [target, project, most] = process.argv.slice(2) as [string, string, string];

for (let version = 0; version < Number(most); version++) {
  const output = await openOutput(target, { project });
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
