/**
 * Slate's links to the corpus: every id that Slate gave a heading, opened at its old address in a browser, as the
 * site is and with its longest page cut into pages. Where the corpus is not beside the project, nothing is tried.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright';
import { launch, onlyHere } from '../../browser.ts';
import { checkLinks, type Expected } from '../../conformance/links.ts';
import { project, runPhyllite } from '../../phyllite.ts';
import { folder } from '../site.ts';

const corpus = path.join(project, '../shared/corpus');
const names = existsSync(corpus)
  ? readdirSync(corpus).filter((name) => existsSync(path.join(corpus, name, 'expected.json')))
  : [];

let browser: Browser;
before(async () => {
  if (names.length) browser = await launch(onlyHere);
});
after(() => browser?.close());

for (const name of names) {
  const expected = JSON.parse(
    readFileSync(path.join(corpus, name, 'expected.json'), 'utf8'),
  ) as Expected;
  const [longest = ''] = Object.keys(expected).sort(
    (a, b) => expected[b]!.headings.length - expected[a]!.headings.length,
  );

  async function isKept(source: string, opened?: string[]): Promise<void> {
    const out = path.join(folder(), 'out');
    const { status, stderr } = await runPhyllite(['build', source, '--out', out, '--no-cache']);
    assert.equal(status, 0, stderr.slice(-2000));
    const found = await checkLinks(browser, out, source, expected, opened);
    assert.ok(found.ids > 0);
    assert.deepEqual({ lost: found.lost, broken: found.broken }, { lost: [], broken: [] });
  }

  test(`old links of ${name} land`, () => isKept(path.join(corpus, name, 'source')));

  test(`old links of ${name} land, ${longest} cut into pages`, async () => {
    const source = path.join(folder(), 'source');
    cpSync(path.join(corpus, name, 'source'), source, { recursive: true });
    const page = path.join(source, longest);
    const text = readFileSync(page, 'utf8');
    writeFileSync(page, text.replace(/^---[ \t]*\r?\n/, '---\npaged: true\n'));
    await isKept(source, [longest]);
  });
}
