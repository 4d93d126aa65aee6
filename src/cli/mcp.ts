/** `phyllite mcp`: a published site for assistants, over standard input and output. */
import { version } from '../build/project.ts';
import { serveSite } from '../mcp/server.ts';
import { SiteError } from '../mcp/site-files.ts';
import type { Arguments } from './arguments.ts';

/** @returns exit status; 1 where there is no site that can be read */
export async function mcp({ published }: Arguments): Promise<number> {
  try {
    await serveSite(published, version());
    return 0;
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    process.stderr.write(`phyllite: ${error.message}\n`);
    return 1;
  }
}
