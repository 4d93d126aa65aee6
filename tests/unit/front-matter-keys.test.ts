/** The README's table of keys is what the schema says. UPDATE_FIXTURES=1 writes it anew. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { frontMatterSchema } from '../../src/source/front-matter/front-matter.ts';

const project = path.join(import.meta.dirname, '../..');
const source = readFileSync(path.join(project, 'src/source/front-matter/front-matter.ts'), 'utf8');

/** The comment over each key. */
const comments = new Map(
  [...source.matchAll(/\/\*\*\s((?:(?!\*\/)[^])*)\*\/\s+(\w+): of(?:Document|Site)\(/g)].map(
    ([, comment = '', key = '']) => [key, comment.replace(/\s*\n\s*\*?\s*/g, ' ').trim()],
  ),
);

/** Nothing where no value, no text or no item is what holds. */
function defaultOf(value: unknown): string {
  if (typeof value === 'string') return value && `, \`${value}\``;
  return typeof value === 'object' ? '' : `, ${String(value)}`;
}

test('the README explains every key', () => {
  const rows = Object.entries(frontMatterSchema.shape).map(([key, type]) => {
    const { expected, scope } = type.meta() ?? {};
    const first = `${String(expected)}${defaultOf(type.parse(undefined))}`.replaceAll('|', '\\|');
    return `| \`${key}\` | ${first} | ${String(scope)} | ${comments.get(key)} |`;
  });
  assert.deepEqual([...comments.keys()], Object.keys(frontMatterSchema.shape));
  const head = ['| key | type, default | of | for |', '| --- | --- | --- | --- |'];
  const table = [...head, ...rows].join('\n');
  const [start, end] = ['<!-- keys -->\n\n', '\n\n<!-- /keys -->'];
  const file = path.join(project, 'README.md');
  const readme = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const from = readme.indexOf(start) + start.length;
  const to = readme.indexOf(end);
  assert.ok(from > start.length && to > from, 'the README has no place for the table');
  if (process.env['UPDATE_FIXTURES'])
    writeFileSync(file, readme.slice(0, from) + table + readme.slice(to));
  else assert.equal(readme.slice(from, to), table);
});
