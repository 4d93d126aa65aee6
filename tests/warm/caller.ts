/** A process that is kept for one call of the command line after another: loading Astro takes most of a small build. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { project } from '../phyllite.ts';
import type { Call, Said, Told } from './message.ts';

/** Above that it is ended after a call, and the next one has a new one. */
const MAX_MEGABYTES = 1_500;

export class Caller {
  #child: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();
  /** Calls that have not ended. */
  pending = 0;

  /** One at a time: the folder a process works in is the same for all of it. */
  call(asked: Call): Promise<Said> {
    this.pending++;
    const said = this.#last.then(() => this.#call(asked));
    this.#last = said
      .catch(() => {})
      .finally(() => {
        this.pending--;
      });
    return said;
  }

  /** Ends the process. */
  close(): void {
    this.#child?.kill();
  }

  async #call({ kill, ...asked }: Call): Promise<Said> {
    const child = (this.#child ??= await started());
    const said = { stdout: '', stderr: '' };
    const ended = Promise.withResolvers<number | null>();
    const hear = (message: Told) => {
      if ('stream' in message) said[message.stream] += message.text;
      if (!('status' in message)) return;
      if (message.megabytes > MAX_MEGABYTES) this.#leave(child);
      ended.resolve(message.status);
    };
    const gone = (code: number | null) => {
      this.#leave(child);
      ended.resolve(code);
    };
    child.on('message', hear).on('exit', gone);
    child.channel?.ref();
    const timer =
      kill === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), kill * 1000);
    child.send(asked);
    const status = await ended.promise;
    clearTimeout(timer);
    child.off('message', hear).off('exit', gone);
    child.channel?.unref();
    return { status, ...said };
  }

  #leave(child: ChildProcess): void {
    if (this.#child === child) this.#child = undefined;
    if (child.connected) child.disconnect();
  }
}

/** It ends when this process does, and does not keep it from ending. */
async function started(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
    cwd: project,
    execArgv: [],
    env: { ...process.env, GITHUB_ACTIONS: '' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await new Promise((resolve, reject) => child.once('message', resolve).once('exit', reject));
  child.removeAllListeners('exit');
  child.unref();
  child.channel?.unref();
  return child;
}
