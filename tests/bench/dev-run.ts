/**
 * `phyllite dev`, from saving a file to the server's answer and to the text on the screen, in a real browser that has
 * the page open where the text is to come.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright';
import { project } from '../phyllite.ts';
import { median } from './median.ts';
import { change } from './source-copy.ts';

export interface DevFigures {
  /** Milliseconds until the server has answered the reload with the new text. */
  answer: number;
  /** Milliseconds until the frame with the new text. */
  screen: number;
}

declare global {
  // eslint-disable-next-line no-var
  var phylliteBenchWord: (word: string, at: number) => void;
}

/** In the page: tells each word of the bench that has come to the screen, at the end of the frame. */
function tellWords(): void {
  const look = () => {
    const main = document.querySelector('main');
    const walker =
      main &&
      document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
        node.nodeValue!.startsWith('The bench was here: ')
          ? NodeFilter.FILTER_ACCEPT
          : NodeFilter.FILTER_SKIP,
      );
    let word: string | undefined;
    while (walker?.nextNode()) word = /: (\w+)\./.exec(walker.currentNode.nodeValue!)?.[1];
    requestAnimationFrame(() => {
      if (word) globalThis.phylliteBenchWord(word, Date.now());
      setTimeout(look, word ? 200 : 0);
    });
  };
  requestAnimationFrame(look);
}

/**
 * @param dir a copy of a source, which is changed
 * @param file the one to save, absolute
 * @param url of the page that shows it
 */
export async function measureDev(
  browser: Browser,
  dir: string,
  file: string,
  { url = '/', runs }: { url?: string; runs: number },
): Promise<DevFigures> {
  const server = spawn(
    process.execPath,
    [path.join(project, 'src/cli/phyllite.ts'), 'dev', dir, '--port', '0'],
    { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  try {
    const origin = await originOf(server);
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      bypassCSP: true,
    });
    const page = await context.newPage();
    const shown = new Map<string, PromiseWithResolvers<number>>();
    const answered = new Map<string, PromiseWithResolvers<number>>();
    const of = (map: Map<string, PromiseWithResolvers<number>>, word: string) =>
      map.get(word) ?? map.set(word, Promise.withResolvers<number>()).get(word)!;
    await page.exposeFunction('phylliteBenchWord', (word: string, at: number) =>
      of(shown, word).resolve(at),
    );
    await page.addInitScript(tellWords);
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'document') return;
      void response.body().then(
        (body) => {
          const { responseEnd, startTime } = response.request().timing();
          const word = [...body.toString().matchAll(/The bench was here: (\w+)\./g)].at(-1)?.[1];
          if (word) of(answered, word).resolve(startTime + responseEnd);
        },
        () => {},
      );
    });
    await page.goto(`${origin}${url}`, { timeout: 180_000 });
    const answers: number[] = [],
      screens: number[] = [];
    const original = readFileSync(file, 'utf8');
    // The first change, after which everything is warm, is not counted.
    for (let run = 0; run <= runs; run++) {
      const word = `word${run}of${original.length}`;
      const saved = Date.now();
      change(file, word, original);
      const [answer, screen] = await within(
        Promise.all([of(answered, word).promise, of(shown, word).promise]),
        60,
      );
      if (run) {
        answers.push(answer - saved);
        screens.push(screen - saved);
      }
      await page.waitForTimeout(1000);
    }
    await context.close();
    return { answer: median(answers), screen: median(screens) };
  } finally {
    server.kill('SIGTERM');
    await new Promise((resolve) =>
      server.exitCode === null ? server.once('close', resolve) : resolve(0),
    );
  }
}

function originOf(server: ChildProcess): Promise<string> {
  let said = '';
  return within(
    new Promise<string>((resolve, reject) => {
      const listen = (text: Buffer) => {
        said += text.toString();
        const found = /http:\/\/localhost:(\d+)/.exec(said);
        if (found) resolve(`http://127.0.0.1:${found[1]}`);
      };
      server.stdout!.on('data', listen);
      server.stderr!.on('data', listen);
      server.once('close', () => reject(new Error(`dev ended: ${said}`)));
    }),
    60,
  );
}

async function within<T>(promise: Promise<T>, seconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing within ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
