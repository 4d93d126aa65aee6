/** The Content-Security-Policy as an owner meets it: what a build says of it, and the same in `dev`. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright';
import { launch } from '../browser.ts';
import { callPhyllite } from '../warm/calls.ts';
import { Dev } from './dev-server.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'phyllite-policy-'));
let browser: Browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const head = `<script src="https://cdn.example.com/a.js"></script>
<link rel="stylesheet" href="https://cdn.example.com/a.css">
<script>document.documentElement.dataset.ours = 'yes';</script>
`;

/** @param csp the key as front matter has it */
function contentOf(name: string, csp = ''): string {
  const root = path.join(scratch, name);
  mkdirSync(root, { recursive: true });
  const text =
    '# A\n\n<p style="color: red">Red</p>\n\n<img src="https://img.example.com/x.png" alt="">';
  writeFileSync(path.join(root, 'index.html.md'), `---\ntitle: A\n${csp}---\n\n${text}\n`);
  writeFileSync(path.join(root, 'head.html'), head);
  return root;
}

/** @returns directive → sources */
function policyIn(html: string): Map<string, string[]> {
  const content = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
  assert.ok(content, 'the page has no policy');
  return new Map(
    content
      .replaceAll('&#39;', "'")
      .split('; ')
      .map((directive) => directive.split(' '))
      .map(([name = '', ...sources]) => [name, sources]),
  );
}

async function built(root: string): Promise<{ html: string; said: string }> {
  const out = `${root}-out`;
  const { status, stdout, stderr } = await callPhyllite(['build', root, '--out', out]);
  assert.equal(status, 0, stderr);
  return { html: readFileSync(path.join(out, 'index.html'), 'utf8'), said: stdout };
}

test('a script and a style sheet of another origin bring the advice what they usually need', async () => {
  const { said } = await built(contentOf('advice'));
  const url = 'https://cdn.example.com';
  assert.ok(said.includes(`Pages load from other origins (script-src): ${url}/a.js\n`), said);
  assert.ok(said.includes(`allow that too, in \`csp\`: { 'connect-src': ['${url}'] }`), said);
  assert.ok(said.includes(`allow that too, in \`csp\`: { 'font-src': ['${url}'] }`), said);
  const allowed = `csp:\n  connect-src: ${url}\n  font-src: ${url}\n`;
  assert.doesNotMatch((await built(contentOf('allowed', allowed))).said, /allow that too/);
});

test('`csp: false` leaves the policy out, and that is said', async () => {
  const { html, said } = await built(contentOf('none', 'csp: false\n'));
  assert.doesNotMatch(html, /Content-Security-Policy/);
  assert.match(said, /^Pages have no Content-Security-Policy, as `csp: false` asks$/m);
});

test('`dev` sends the policy that the built page has', async () => {
  const root = contentOf('dev', 'csp:\n  connect-src: https://api.example.com\n');
  const { html } = await built(root);
  const dev = new Dev(root);
  await dev.start('--port', '0');
  try {
    const { text } = await dev.get('/');
    // What is not bundled has other digests, and Vite's style elements have a nonce.
    const plain = (page: string) =>
      [...policyIn(page)].map(([name, sources]) => [
        name,
        sources.filter((source) => !/^'(sha256|nonce)-/.test(source)),
      ]);
    assert.deepEqual(plain(text), plain(html));
    assert.equal(
      policyIn(text)
        .get('script-src')!
        .filter((one) => /nonce/.test(one)).length,
      0,
    );
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) errors.push(message.text());
    });
    await page.goto(dev.origin);
    assert.deepEqual(errors, []);
    assert.equal(await page.evaluate(() => document.documentElement.dataset['ours']), 'yes');
    // What the built page would block is blocked.
    await page.evaluate(() => void fetch('https://other.example.com').catch(() => undefined));
    await page.waitForTimeout(200);
    assert.match(errors.join(), /other\.example\.com/);
  } finally {
    await dev.stop();
  }
});

test('an owner’s `unsafe-inline` lets a script run that no digest knows', async () => {
  const inline = `csp:\n  script-src: "'unsafe-inline'"\n`;
  const { html } = await built(contentOf('inline', inline));
  const policy = policyIn(html);
  assert.ok(!policy.get('script-src')!.some((source) => source.startsWith("'sha256-")));
  assert.ok(policy.get('style-src')!.some((source) => source.startsWith("'sha256-")));
  const page = await browser.newPage();
  await page.setContent(html.replace('</head>', '<script>window.other = 1</script></head>'));
  assert.equal(await page.evaluate(() => Reflect.get(window, 'other')), 1);
});
