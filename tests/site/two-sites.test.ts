/** More than one site in a process: what one build holds is never another's. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { buildSite } from '../../src/build/build-site.ts';
import { SiteWriter } from '../../src/publish/output/site-writer.ts';
import { Progress } from '../../src/build/progress.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'phyllite-two-'));
after(() => rmSync(dir, { recursive: true, force: true }));

/** A folder of content with a component, an expression that fails or does not, and an include in Slate's dialect. */
function contentOf(name: string): string {
  const root = path.join(dir, name);
  const files = {
    'index.mdx': `---\ntitle: The ${name} API\nlanguage_tabs: [shell]\nsearch: true\n---\n# ${name}\n\n<Card />\n\n{"${name}".toUpperCase()}\n\n## Orders\n\n[orders](#orders) of ${name}\n`,
    'slate.html.md': `---\ntitle: ${name} in Slate\n---\n# First of ${name}\n\n<aside>text</aside>\n`,
    'components/Card.astro': `<p class="card">card of ${name}</p>\n<style>.card { color: red }</style>\n<script>console.log('${name}')</script>\n`,
    'head.html': `<meta name="of" content="${name}">`,
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return root;
}

async function build(root: string, out: string): Promise<Map<string, string>> {
  const stage = path.join(dir, out);
  mkdirSync(stage);
  const options = { root, base: '/', origin: '', cache: false };
  const progress = new Progress(undefined);
  const { diagnostics } = await buildSite(options, new SiteWriter(stage), progress);
  assert.deepEqual(
    diagnostics.list().filter(({ severity }) => severity === 'error'),
    [],
  );
  return new Map(
    readdirSync(stage, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(stage, file), readFileSync(file, 'latin1')]),
  );
}

/** Pagefind writes the documents of its filter in an order that changes from run to run. */
const varies = /^pagefind\/(?:filter\/|pagefind-entry|pagefind\.\w+\.pf_meta)/;

const differing = (one: Map<string, string>, other: Map<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter(
    (file) => one.get(file) !== other.get(file) && !varies.test(file),
  );

test('two sites built at once hold the same bytes as apart', async () => {
  const [harvest, basil] = [contentOf('Harvest'), contentOf('Basil')];
  const together = await Promise.all([build(harvest, 'a1'), build(basil, 'b1')]);
  const apart = [await build(harvest, 'a2'), await build(basil, 'b2')];
  for (const [at, site] of together.entries()) assert.deepEqual(differing(site, apart[at]!), []);
  assert.match(together[0]!.get('index.html')!, /card of Harvest[\s\S]*HARVEST/);
  assert.match(together[1]!.get('index.html')!, /card of Basil[\s\S]*BASIL/);
});
