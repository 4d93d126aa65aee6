/** What pages say of themselves to others: preview, edit link, search engines, last change. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { callPhyllite } from '../warm/calls.ts';

const root = mkdtempSync(path.join(tmpdir(), 'phyllite-head-'));
after(() => rmSync(root, { recursive: true, force: true }));
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
const page = (name: string) => readFileSync(path.join(root, 'out', name), 'utf8');

before(async () => {
  write(
    'content/index.mdx',
    '---\ntitle: Kittens\nimage: images/card.png\nlast_changed: true\n' +
      'edit_url: https://git.test/edit/{file}\n---\n\n# Kittens\n\nPurr.\n',
  );
  write('content/old.mdx', '---\ntitle: Old\nnoindex: true\nimage: lost.png\n---\n\n# Old\n');
  write('content/images/card.png', '');
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args]);
  git('init', '-q');
  git('add', '.');
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@b.test'];
  git(...who, 'commit', '-q', '-m', 'One', '--date', '2026-03-02T10:00:00Z');
});

test('preview, edit link and last change stand on a page; one of no index is told to search engines', async () => {
  const run = await callPhyllite(
    ['build', 'content', '--out', 'out', '--site', 'https://docs.test'],
    { cwd: root, env: { GIT_COMMITTER_DATE: '2026-03-02T10:00:00Z' } },
  );
  assert.match(run.stderr, /old\.mdx:4\D.*`image` names lost\.png, which is not in the content/);
  write('content/old.mdx', '---\ntitle: Old\nnoindex: true\n---\n\n# Old\n');
  const mended = await callPhyllite(
    ['build', 'content', '--out', 'out', '--site', 'https://docs.test'],
    { cwd: root },
  );
  assert.equal(mended.status, 0, mended.stderr);
  const index = page('index.html');
  assert.match(index, /property="og:image" content="https:\/\/docs\.test\/images\/card\.png"/);
  assert.match(index, /href="https:\/\/git\.test\/edit\/index\.mdx"/);
  assert.match(index, /<p class="last-changed"[^>]*>Last updated: \w+ \d+, \d{4}/);
  assert.doesNotMatch(index, /name="robots"/);
  assert.match(page('old.html'), /<meta name="robots" content="noindex">/);
});
