/** `phyllite dev` for tests. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { project } from '../phyllite.ts';

export class Dev {
  readonly root: string;
  /** What is served: the folder, or a description in it. */
  content: string;
  origin = '';
  said = '';
  #child: ChildProcess | undefined;

  /** @param root the content folder; made where it is missing */
  constructor(root: string) {
    this.root = root;
    this.content = root;
    mkdirSync(this.root, { recursive: true });
  }

  async start(...args: string[]): Promise<void> {
    const child = spawn(
      process.execPath,
      [path.join(project, 'src/cli/phyllite.ts'), 'dev', this.content, ...args],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        this.said += text;
      });
    await this.until(() => /Serving .* at (http\S+)/.test(this.said), 'the server is up');
    this.origin = /Serving .* at (http\S+)/.exec(this.said)![1]!.replace(/\/$/, '');
  }

  async stop(): Promise<number | null> {
    const child = this.#child!;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    const patience = setTimeout(() => child.kill('SIGKILL'), 60_000);
    const status = await ended;
    clearTimeout(patience);
    assert.equal(child.signalCode, null, `it does not end\n${this.said}`);
    return status;
  }

  write(file: string, text: string | Buffer): void {
    mkdirSync(path.join(this.root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(this.root, file), text);
  }

  async get(url: string): Promise<{ status: number; type: string; text: string }> {
    const response = await fetch(this.origin + url, { redirect: 'manual' });
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      text: await response.text(),
    };
  }

  /** Asks until the answer is as expected: a save is seen after some milliseconds. */
  async shows(url: string, expected: RegExp, status = 200): Promise<string> {
    let last = { status: 0, type: '', text: '' };
    await this.until(
      async () => {
        last = await this.get(url);
        return last.status === status && expected.test(last.text);
      },
      () => `${url} shows ${expected} with ${status}: ${last.status} ${last.text.slice(0, 2000)}`,
    );
    return last.text;
  }

  async until(
    holds: () => boolean | Promise<boolean>,
    what: string | (() => string),
  ): Promise<void> {
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(25))
      if (await holds()) return;
    assert.fail(`${typeof what === 'string' ? what : what()}\n${this.said}`);
  }
}
