/** Fonts of a package: served by the site, loaded first, and a finding where it is not installed. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { launch } from '../browser.ts';
import { callPhyllite } from '../warm/calls.ts';

const owner = mkdtempSync(path.join(tmpdir(), 'phyllite-fonts-'));
after(() => rmSync(owner, { recursive: true, force: true }));

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(owner, file)), { recursive: true });
  writeFileSync(path.join(owner, file), text);
};
const face = (script: string, range: string) => `/* x-${script}-wght-normal */
@font-face {
  font-family: 'X Variable';
  font-display: swap;
  font-weight: 100 900;
  src: url(./files/x-${script}-wght-normal.woff2) format('woff2-variations');
  unicode-range: ${range};
}
`;
const build = () => callPhyllite(['build', 'content', '--out', 'out'], { cwd: owner });

test('a font package that is not installed is told where it is named', async () => {
  write('content/index.mdx', '---\ntitle: Kittens\n---\n\n# Kittens\n\nPurr.\n');
  write(
    'phyllite.config.ts',
    "export default {\n  theme: { fonts: { body: '@fontsource-variable/x' } },\n};\n",
  );
  const { stderr, status } = await build();
  assert.match(stderr, /phyllite\.config\.ts:2\D.*font package @fontsource-variable\/x/);
  assert.match(stderr, /npm install @fontsource-variable\/x/);
  assert.equal(status, 1);
});

test('one that is installed has a file for each script; the system’s own fonts come first', async () => {
  const folder = 'node_modules/@fontsource-variable/x';
  write(`${folder}/package.json`, '{"version": "1.0.0"}');
  write(`${folder}/index.css`, face('greek', 'U+0370-03FF') + face('latin', 'U+0000-00FF'));
  for (const script of ['greek', 'latin'])
    write(`${folder}/files/x-${script}-wght-normal.woff2`, script);
  const { stderr, status } = await build();
  assert.equal(status, 0, stderr);
  assert.match(styles(), /--sans:-apple-system,.*"Segoe UI",.*"Site text",system-ui/);
  assert.equal(styles().match(/font-display:optional;unicode-range/g)?.length, 2);
  const [, url] = /url\("\/(_astro\/x-latin-[^"]+)"\)/.exec(styles())!;
  assert.equal(readFileSync(path.join(owner, 'out', url!), 'utf8'), 'latin');

  const browser = await launch();
  const asked = async (userAgent?: string): Promise<string[]> => {
    const page = await browser.newPage(userAgent ? { userAgent } : {});
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      const file = path.join(owner, 'out', pathname === '/' ? 'index.html' : pathname);
      return route.fulfill({ path: file }).catch(() => route.abort());
    });
    await page.goto('http://docs.test/');
    return page
      .locator('link[rel=preload][as=font]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  };
  assert.deepEqual(await asked('Mozilla/5.0 (X11; Linux x86_64)'), [`/${url}`]);
  assert.deepEqual(await asked('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'), []);
  await browser.close();
});

function styles(): string {
  const folder = path.join(owner, 'out/_astro');
  return readdirSync(folder)
    .filter((file) => /^language.*\.css$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('');
}
