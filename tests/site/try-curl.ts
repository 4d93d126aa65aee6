/** Every operation of a description is filled in and sent; what arrives is what its cURL sample sends. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { after, before, test } from 'node:test';
import type { Browser, Locator } from 'playwright';
import { launch } from '../browser.ts';
import { answerServer, type AnswerServer, type Arrived } from './answer-server.ts';
import { publish } from './published.ts';
import { until } from './wait.ts';

const run = promisify(execFile);
const hasCurl = spawnSync('curl', ['--version']).status === 0;

let browser: Browser, server: AnswerServer;
before(async () => {
  [server, browser] = await Promise.all([answerServer(), launch()]);
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** What a field takes, where the description says no more than its type. */
async function fillEmpty(form: Locator): Promise<void> {
  for (const field of await form.locator('[aria-required], [type=file]').all()) {
    const kind = await field.evaluate((node: HTMLInputElement) => ({
      value: node.value,
      type: node.type,
      numeric: node.inputMode,
      json: node.tagName === 'TEXTAREA' && node.placeholder !== 'One value a line',
    }));
    if (kind.value) continue;
    if (kind.type === 'file')
      await field.setInputFiles({
        name: 'f.bin',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from('x'),
      });
    else if (/^select/.test(kind.type)) await field.selectOption({ index: 1 });
    else await field.fill(kind.json ? '[]' : kind.numeric ? '1' : 'value');
  }
}

/** What counts of a request: where, what, and in which type. Boundaries are a client's own. */
const told = ({ method, url, headers, body }: Arrived) => ({
  method,
  // Samples hold no keys.
  url: url.replace(/(apikey|api_key)=[^&]*/, '$1='),
  ...withoutBoundary(headers['content-type'] ?? '', body.toString()),
});

function withoutBoundary(type: string, body: string): { type: string; body: string } {
  const [, boundary] = /boundary=(.*)/.exec(type) ?? [];
  if (!boundary) return { type, body };
  return { type: type.replace(boundary, ''), body: body.replaceAll(boundary, '').trimEnd() };
}

/**
 * Declares the test of one description, which is skipped where it or cURL is not at hand.
 *
 * @param name the test's
 * @param file the description, YAML or JSON
 */
export function everyOperation(name: string, file: string): void {
  test(`every operation of ${name}`, { skip: !existsSync(file) || !hasCurl }, async (t) => {
    const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-try-'));
    cpSync(file, path.join(dir, 'openapi.yaml'));
    writeFileSync(
      path.join(dir, 'index.mdx'),
      `---\nopenapi: ./openapi.yaml\npaged: false\ntry_it: {server: "${server.origin}"}\nlanguage_tabs: [shell]\n---\n`,
    );
    const site = await publish(dir);
    t.after(() => site.close());
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    t.after(() => page.close());
    await page.goto(site.url);
    const endpoints = page.locator('[data-try]');
    const count = await endpoints.count();
    assert.ok(count > 0);
    const wrong: string[] = [];
    for (let index = 0; index < count; index++) {
      const endpoint = endpoints.nth(index);
      const title = (await endpoint.textContent()) ?? '';
      await endpoint.getByRole('button').click();
      const form = page.locator('form.try-it').nth(index);
      await form.waitFor();
      await fillEmpty(form);
      const samples = await page.evaluate((index) => {
        const all = [...document.querySelectorAll('[data-try], pre[data-holes]')];
        const at = all.findIndex((one) => one === document.querySelectorAll('[data-try]')[index]);
        const next = all[at + 1];
        return next?.matches('pre') ? next.textContent : undefined;
      }, index);
      const before = server.arrived.length;
      await form.getByRole('button', { name: 'Send' }).click();
      try {
        await until(
          () => server.arrived.length,
          (length) => length > before,
          title,
        );
      } catch (error) {
        wrong.push(
          `${title}: ${error} ${await form.locator('.try-error:not(:empty)').allTextContents()}`,
        );
        continue;
      }
      const sent = server.arrived[before]!;
      if (!samples) continue;
      // The files that the form was given lie where the sample is called.
      for (const [, named] of samples.matchAll(/=?@([^';]+)/g))
        if (/--(form|data-binary) /.test(samples)) writeFileSync(path.join(dir, named!), 'x');
      const command = samples.replace(/^curl /, 'curl --silent --max-time 9 ');
      await run('sh', ['-c', command], { cwd: dir });
      await until(
        () => server.arrived.length,
        (length) => length > before + 1,
        `${title} by curl`,
      );
      const curled = server.arrived[before + 1]!;
      const [one, other] = [told(sent), told(curled)].map((each) => JSON.stringify(each));
      if (one !== other) wrong.push(`${title}\n  form ${one}\n  curl ${other}`);
    }
    assert.deepEqual(wrong, []);
  });
}
