/** The package as npm would install it, without the network: packed, unpacked, its dependencies linked. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { project } from '../phyllite.ts';

/** @param folder to pack into. @returns the tarball, absolute */
export function pack(folder: string): string {
  const call = ['pack', '--silent', '--pack-destination', folder];
  const told = execFileSync('npm', call, {
    cwd: project,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return path.join(folder, told.trim().split('\n').at(-1)!);
}

/** @param folder where `node_modules` is made. @returns the file of the command */
export function unpack(tarball: string, folder: string): string {
  const modules = path.join(folder, 'node_modules');
  mkdirSync(modules, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', modules]);
  renameSync(path.join(modules, 'package'), path.join(modules, 'phyllite'));
  const own = path.join(project, 'node_modules');
  for (const name of readdirSync(own))
    if (!name.startsWith('.') && name !== 'phyllite')
      symlinkSync(path.join(own, name), path.join(modules, name), 'junction');
  return path.join(modules, 'phyllite/lib/cli/bin.js');
}
