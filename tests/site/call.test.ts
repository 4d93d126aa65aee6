/** Where a call comes from and who is answered: relative paths, `--version`, `--host`. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { project, runPhyllite } from '../phyllite.ts';
import { callPhyllite } from '../warm/calls.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'phyllite-call-'));
after(() => rmSync(scratch, { recursive: true, force: true }));
const caller = path.join(scratch, 'deep', 'below');
mkdirSync(path.join(caller, 'docs'), { recursive: true });
writeFileSync(path.join(caller, 'docs/index.html.md'), '---\ntitle: A\n---\n\n# A\n\nText.\n');

test('`--version` says what package.json says', async () => {
  const { version } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'));
  for (const option of ['--version', '-v']) {
    const { status, stdout } = await runPhyllite([option], { cwd: scratch });
    assert.deepEqual([status, stdout], [0, `${version}\n`]);
  }
});

test('a user of whom the system knows neither name nor home builds, too', {
  skip: process.getuid?.() !== 0,
}, () => {
  const cwd = mkdtempSync(path.join(scratch, 'nobody-'));
  for (const dir of [scratch, cwd]) chmodSync(dir, 0o755);
  mkdirSync(path.join(cwd, 'tmp'));
  for (const dir of [cwd, path.join(cwd, 'tmp')]) chownSync(dir, 54321, 54321);
  const call = ['build', path.join(caller, 'docs'), '--out', 'site'];
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(project, 'src/cli/phyllite.ts'), ...call],
    { cwd, env: { TMPDIR: path.join(cwd, 'tmp') }, uid: 54321, gid: 54321, encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
  assert.ok(existsSync(path.join(cwd, 'site/index.html')));
});

test('paths are read from the folder of the call', async () => {
  const own = await callPhyllite(['build', 'docs', '--out', '../site'], { cwd: caller });
  assert.equal(own.status, 0, own.stderr);
  assert.ok(existsSync(path.join(scratch, 'deep/site/index.html')));
  // npm runs scripts where package.json lies, and tells where it was called.
  const env = { INIT_CWD: caller, npm_package_json: path.join(project, 'package.json') };
  const script = await callPhyllite(['build', 'docs', '--out', '../script'], { env });
  assert.equal(script.status, 0, script.stderr);
  assert.ok(existsSync(path.join(scratch, 'deep/script/index.html')));
  // Another project's script that runs in a folder of its own.
  const other = { INIT_CWD: scratch, npm_package_json: path.join(scratch, 'package.json') };
  const moved = await callPhyllite(['check', 'docs'], { cwd: caller, env: other });
  assert.equal(moved.status, 0, moved.stderr);
});

test('a site may lie beside the description that it is made of, and never over it', async () => {
  const folder = path.join(scratch, 'described');
  mkdirSync(folder);
  const text = 'openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\n';
  writeFileSync(path.join(folder, 'openapi.yaml'), text);
  for (let time = 0; time < 2; time++) {
    const built = await callPhyllite(['build', 'openapi.yaml'], { cwd: folder });
    assert.equal(built.status, 0, built.stderr);
    assert.ok(existsSync(path.join(folder, 'dist/index.html')));
  }
  const args = ['build', path.join(folder, 'openapi.yaml'), '--out', folder];
  const over = await callPhyllite(args, { cwd: scratch });
  assert.deepEqual([over.status, /is, or holds/.test(over.stderr)], [2, true], over.stderr);
  assert.equal(readFileSync(path.join(folder, 'openapi.yaml'), 'utf8'), text);
});

const [outside] = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .filter(({ family, internal }) => family === 'IPv4' && !internal);

for (const args of [
  ['dev', path.join(caller, 'docs')],
  ['preview', '--out', path.join(scratch, 'deep/site')],
])
  test(`${args[0]} --host answers other machines`, {
    skip: !outside && 'there is no network',
  }, async () => {
    const script = path.join(project, 'src/cli/phyllite.ts');
    const child = spawn(process.execPath, [script, ...args, '--port', '0', '--host', '0.0.0.0']);
    try {
      const port = await new Promise<string>((resolve, reject) => {
        let said = '';
        child.stdout.on('data', (text) => {
          said += text;
          const found = /http:\/\/localhost:(\d+)\//.exec(said)?.[1];
          if (found) resolve(found);
        });
        child.on('exit', () => reject(new Error(said)));
      });
      for (const host of [outside!.address, '127.0.0.1']) {
        const answer = await fetch(`http://${host}:${port}/`, { headers: { accept: 'text/html' } });
        assert.equal(answer.status, 200, host);
        assert.match(await answer.text(), /<h1/);
      }
    } finally {
      child.kill();
    }
  });
