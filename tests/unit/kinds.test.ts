/** Every kind of finding is reported somewhere, and explained to authors in the guide. UPDATE_FIXTURES=1 writes the table anew. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { kinds } from '../../src/diagnostics/kinds.ts';

const project = path.join(import.meta.dirname, '../..');

test('the guide explains every kind', () => {
  const file = path.join(project, 'content/guide/findings.mdx');
  const readme = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const word = { error: 'stops', warning: 'warning', note: 'note' };
  const rows = Object.entries(kinds).map(
    ([kind, { mdx, md, explained }]) =>
      `| \`${kind}\` | ${word[mdx]} | ${word[md]} | ${explained.replaceAll('|', '\\|')} |`,
  );
  const table = [
    '| Kind | `.mdx` | `.md` | What is wrong |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  const [start, end] = ['{/* kinds */}\n\n', '\n\n{/* /kinds */}'];
  const from = readme.indexOf(start),
    to = readme.indexOf(end);
  assert.ok(from > 0 && to > from, 'the guide has no place for the table');
  if (process.env['UPDATE_FIXTURES'])
    writeFileSync(file, readme.slice(0, from + start.length) + table + readme.slice(to));
  assert.equal(
    readFileSync(file, 'utf8')
      .replaceAll('\r\n', '\n')
      .slice(from + start.length)
      .split(end)[0],
    table,
  );
});

test('every kind is reported by something', () => {
  const src = path.join(project, 'src');
  const code = readdirSync(src, { recursive: true })
    .map(String)
    .filter((name) => /\.(ts|astro)$/.test(name) && !name.endsWith('kinds.ts'))
    .map((name) => readFileSync(path.join(src, name), 'utf8'))
    .join('\n');
  assert.deepEqual(
    Object.keys(kinds).filter((kind) => !code.includes(`'${kind}'`)),
    [],
  );
});

test('every kind has a fixture site that shows it, with what is said of it', () => {
  const sites = path.join(project, 'tests/fixtures/sites');
  const said = readdirSync(sites)
    .map((name) => readFileSync(path.join(sites, name, 'expected.txt'), 'utf8'))
    .join('\n');
  const shown = new Set(
    [...said.matchAll(/(?:\b(?:error|warning|note) |"kind": "|[(,] ?\d* ?)([a-z-]+)\b/g)].map(
      ([, kind]) => kind,
    ),
  );
  assert.deepEqual(
    Object.keys(kinds).filter((kind) => !shown.has(kind)),
    [],
  );
});
