/** `phyllite init`: a new folder with what an owner needs. */
import { version } from '../build/project.ts';
import { CallError, type Arguments } from './arguments.ts';
import { init as fill } from './init/init.ts';
import { installedTarball } from './init/tarball.ts';
import { InitError } from './init/init-error.ts';

/** @returns exit status */
export async function init({ root: dir, from }: Arguments): Promise<number> {
  try {
    const { npm_config_user_agent: agent = '' } = process.env;
    const tarball = installedTarball(process.cwd());
    const options = {
      version: version(),
      agent,
      ...(from && { from }),
      ...(tarball && { tarball }),
    };
    const told = fill({ dir, ...options });
    process.stdout.write(`${told.join('\n')}\n`);
    return 0;
  } catch (error) {
    throw error instanceof InitError ? new CallError(`${error.message}; ${error.hint}`) : error;
  }
}
