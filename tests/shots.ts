/**
 * Screenshots to be looked at: `npm run shots [-- CONTENT_DIR …]`. Builds each folder and takes its first page, and the
 * guide where there is one, at five widths, light and dark, and as print, into `shots/` (not committed).
 */
import { mkdirSync, mkdtempSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from './browser.ts';
import { project, runPhyllite } from './phyllite.ts';
import { serve } from './serve.ts';

const folders = process.argv.slice(2);
if (!folders.length) folders.push(path.join(project, 'content'));
const shots = path.join(project, 'shots');
mkdirSync(shots, { recursive: true });
const work = mkdtempSync(path.join(tmpdir(), 'phyllite-shots-'));
const browser = await launch();
for (const folder of folders) {
  const root = path.resolve(folder);
  const name =
    path.basename(root) === 'source' || path.basename(root) === 'content'
      ? path.basename(path.dirname(root))
      : path.basename(root);
  const out = path.join(work, name);
  const run = await runPhyllite(['build', root, '--out', out]);
  if (run.status !== 0) {
    console.error(run.stderr);
    continue;
  }
  const server = await serve(out);
  for (const page of ['index.html', 'guide.html'].filter((file) =>
    existsSync(path.join(out, file)),
  )) {
    const url = `${server.origin}/${page === 'index.html' ? '' : page}`;
    for (const scheme of ['light', 'dark'] as const) {
      for (const width of [1440, 1024, 820, 390, 320]) {
        const tab = await browser.newPage({
          viewport: { width, height: width < 700 ? 844 : 1000 },
          colorScheme: scheme,
        });
        await tab.goto(url);
        await tab.waitForTimeout(300);
        const stem = path.join(shots, `${name}-${path.basename(page, '.html')}-${width}-${scheme}`);
        await tab.screenshot({ path: `${stem}.png` });
        // One more from the middle, where tables and samples are.
        await tab.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 3));
        await tab.waitForTimeout(300);
        await tab.screenshot({ path: `${stem}-middle.png` });
        await tab.close();
      }
    }
    const paper = await browser.newPage();
    await paper.goto(url);
    await paper.pdf({
      path: path.join(shots, `${name}-${path.basename(page, '.html')}.pdf`),
      format: 'A4',
    });
    await paper.close();
  }
  await server.close();
  console.log(`${name}: done`);
}
await browser.close();
rmSync(work, { recursive: true, force: true });
console.log(`Look at ${shots}`);
