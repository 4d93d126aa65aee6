/** `phyllite init`: a new folder with what an owner needs. */
import { version } from '../build/project.ts';
import { CallError, type Arguments } from './arguments.ts';
import { init as fill } from './init/init.ts';
import { InitError } from './init/init-error.ts';

/** @returns exit status */
export async function init({ root: dir, from }: Arguments): Promise<number> {
  try {
    const { npm_config_user_agent: agent = '' } = process.env;
    const told = fill({ dir, version: version(), agent, ...(from && { from }) });
    process.stdout.write(`${told.join('\n')}\n`);
    return 0;
  } catch (error) {
    throw error instanceof InitError ? new CallError(`${error.message}; ${error.hint}`) : error;
  }
}
