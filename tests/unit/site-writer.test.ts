import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { SiteWriter } from '../../src/publish/output/site-writer.ts';

const room = fs.mkdtempSync(path.join(os.tmpdir(), 'phyllite-writer-'));
after(() => fs.rmSync(room, { recursive: true, force: true }));

let count = 0;
/** The site before, and a stage for the next one. */
function place(files: Record<string, string>) {
  const folder = path.join(room, String(count++));
  const [before, stage] = [path.join(folder, 'before'), path.join(folder, 'stage')];
  fs.mkdirSync(stage, { recursive: true });
  const old = new SiteWriter(before);
  for (const [file, text] of Object.entries(files)) old.write(file, text);
  const inodes = (file: string) =>
    [before, stage].map((dir) => fs.lstatSync(path.join(dir, file)).ino);
  const text = (dir: string, file: string) => fs.readFileSync(path.join(dir, file), 'utf8');
  return { before, stage, inodes, text };
}

test('what has not changed is the same file; what has is another', () => {
  const { before, stage, inodes, text } = place({ 'a/same.html': 'ä', 'b.html': 'old' });
  const writer = new SiteWriter(stage, before);
  writer.write('a/same.html', Buffer.from('ä'));
  writer.write('b.html', 'new');
  writer.write('c.html', 'more');
  const [was, is] = inodes('a/same.html');
  assert.equal(is, was);
  const [other, own] = inodes('b.html');
  assert.notEqual(own, other);
  assert.deepEqual([text(before, 'b.html'), text(stage, 'b.html')], ['old', 'new']);
  assert.equal(writer.bytes, 2 + 3 + 4);
  assert.deepEqual(
    ['a/same.html', 'c.html', 'd.html'].map((file) => writer.has(file)),
    [true, true, false],
  );
});

test('a file that is written twice leaves the site before as it was', () => {
  const { before, stage, text } = place({ 'a.html': 'same' });
  const writer = new SiteWriter(stage, before);
  for (const content of ['same', 'late']) writer.write('a.html', content);
  assert.deepEqual([text(before, 'a.html'), text(stage, 'a.html')], ['same', 'late']);
  writer.write('a.html', 'same');
  assert.equal(text(stage, 'a.html'), 'same');
  assert.equal(writer.bytes, 4);
});

test('what somebody put in the place of a file of ours is not taken over', () => {
  const { before, stage, text } = place({ 'a.html': 'same' });
  fs.renameSync(path.join(before, 'a.html'), path.join(before, 'elsewhere'));
  fs.symlinkSync('elsewhere', path.join(before, 'a.html'));
  new SiteWriter(stage, before).write('a.html', 'same');
  assert.ok(fs.lstatSync(path.join(stage, 'a.html')).isFile());
  assert.equal(text(stage, 'a.html'), 'same');
});
