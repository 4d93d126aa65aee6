/** `phyllite init`: a new folder with what an owner needs. */
import { version } from '../build/project.ts';
import type { Arguments } from './arguments.ts';
import { init as fill } from './init/init.ts';
import { installedTarball } from './init/tarball.ts';

/** @returns exit status. @throws CallError */
export async function init({ root: dir, from }: Arguments): Promise<number> {
  const { npm_config_user_agent: agent = '' } = process.env;
  const tarball = installedTarball(process.cwd());
  const told = fill({
    dir,
    version: version(),
    agent,
    ...(from && { from }),
    ...(tarball && { tarball }),
  });
  process.stdout.write(`${told.join('\n')}\n`);
  return 0;
}
