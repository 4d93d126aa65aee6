/**
 * `npm run try-package [-- --only npm,24] [--core]`: the packed package in the hands of owners, with
 * every package manager and Node that it promises. Needs the network: Node and the managers come
 * from the registry. Prints a table, and fails where a case does. `--core` is the Node that runs
 * this, with npm, in both kinds of folder.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Toolbox } from './toolbox.ts';
import { Trial, type Case } from './trial.ts';
import { pack } from './unpacked.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, core: { type: 'boolean' } },
});
const isRoot = process.getuid?.() === 0;
const three = ['npm', 'pnpm', 'yarn'] as const;
const nodes = ['22.12.0', '24', '26'];

const core: Case[] = (['plain', 'named'] as const).map((folder) => ({
  node: 'own',
  manager: 'npm',
  folder,
  user: 'self',
}));
const all: Case[] = [
  ...nodes.flatMap((node) =>
    three.map((manager): Case => ({ node, manager, folder: 'plain', user: 'self' })),
  ),
  { node: '24', manager: 'yarn 1', folder: 'plain', user: 'self' },
  ...three.map((manager): Case => ({ node: '24', manager, folder: 'named', user: 'self' })),
  ...three.map((manager): Case => ({ node: '24', manager, folder: 'workspace', user: 'self' })),
  ...(isRoot
    ? [
        ...three.map((manager): Case => ({ node: '24', manager, folder: 'plain', user: 'nobody' })),
        ...nodes.map((node): Case => ({ node, manager: 'npm', folder: 'plain', user: 'guest' })),
      ]
    : []),
];
const wanted = values.only.split(',').filter(Boolean);
const cases = (values.core ? core : all).filter((one) =>
  wanted.every((word) => Object.values(one).includes(word)),
);

const steps = [
  'install',
  'init',
  'build',
  'check',
  'preview',
  'dev',
  'outside',
  'scripts',
] as const;
const room = mkdtempSync(path.join(tmpdir(), 'phyllite-try-'));
const tools = new Toolbox(path.join(room, 'tools'));
const tarball = pack(room);

console.log(`| manager | Node | folder | user | ${steps.join(' | ')} |`);
console.log(`| ${'--- | '.repeat(steps.length + 4)}`);
for (const one of cases) {
  const results: string[] = [];
  const trial = new Trial(one, room, tarball, tools);
  for (const name of steps) {
    const started = performance.now();
    try {
      await trial[name]();
      results.push(`${((performance.now() - started) / 1000).toFixed(1)} s`);
    } catch (error) {
      results.push('FAILED');
      console.error(`${name}: ${(error as Error).message.slice(0, 3000)}`);
      process.exitCode = 1;
      if (name === 'install') break;
    }
  }
  console.log(`| ${[one.manager, one.node, one.folder, one.user, ...results].join(' | ')} |`);
  trial.remove();
}
rmSync(room, { recursive: true, force: true });
