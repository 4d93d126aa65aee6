/** `phyllite dev` or `preview` in a process of its own, for one test. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { request } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { project } from '../phyllite.ts';

export interface Answer {
  status: number;
  text: string;
}

export class Server {
  said = '';
  port = 0;
  /** What comes before a path: `http://127.0.0.1:PORT/base`. */
  origin = '';
  #child: ChildProcess | undefined;

  async start(
    args: string[],
    options: { env?: Record<string, string>; at?: string } = {},
  ): Promise<this> {
    const entry = path.join(options.at ?? project, 'src/cli/phyllite.ts');
    const child = spawn(process.execPath, [entry, ...args, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        this.said += text;
      });
    const address = /https?:\/\/[^\s/]+:(\d+)(\S*)/;
    await this.until(() => address.test(this.said) || !this.lives, 'the server is up');
    const [, port, base] = address.exec(this.said) ?? assert.fail(this.said);
    this.port = Number(port);
    this.origin = `http://127.0.0.1:${port}${base!.replace(/\/$/, '')}`;
    return this;
  }

  get lives(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  get pid(): number {
    return this.#child!.pid!;
  }

  async stop(): Promise<void> {
    if (!this.#child || !this.lives) return;
    const ended = new Promise((resolve) => this.#child!.once('exit', resolve));
    this.#child.kill('SIGINT');
    await Promise.race([ended, sleep(5000)]);
    if (this.lives) this.#child.kill('SIGKILL');
  }

  /** A request with headers that `fetch` does not let one set. */
  ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port: this.port, path: url, headers, setHost: !('Host' in headers) },
        (answer) => {
          let text = '';
          answer
            .setEncoding('utf8')
            .on('data', (more) => {
              text += more;
            })
            .on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
            .on('error', reject);
        },
      );
      asked.on('error', reject).end();
    });
  }

  /** Asks until the answer is as expected: a save is seen after some milliseconds. */
  async shows(
    url: string,
    holds: RegExp | ((answer: Answer) => boolean),
    patience = 20_000,
  ): Promise<Answer> {
    let last: Answer = { status: 0, text: '' };
    const is =
      holds instanceof RegExp
        ? ({ status, text }: Answer) => status === 200 && holds.test(text)
        : holds;
    await this.until(
      async () => {
        last = await this.ask(url).catch((error: unknown) => ({ status: 0, text: String(error) }));
        return is(last);
      },
      () => `${url}: ${last.status} ${last.text.slice(0, 1500)}`,
      patience,
    );
    return last;
  }

  async until(
    holds: () => boolean | Promise<boolean>,
    what: string | (() => string),
    patience = 60_000,
  ): Promise<void> {
    for (const end = Date.now() + patience; Date.now() < end; await sleep(50))
      if (await holds()) return;
    assert.fail(`${typeof what === 'string' ? what : what()}\n${this.said}`);
  }
}
