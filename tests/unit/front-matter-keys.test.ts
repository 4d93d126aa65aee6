/** The guide's tables of keys are what the schema and the config's types say. UPDATE_FIXTURES=1 writes it anew. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { usage } from '../../src/cli/arguments.ts';
import { configShape } from '../../src/config/schema.ts';
import { frontMatterSchema } from '../../src/source/front-matter/front-matter.ts';
import { configRows } from './config-rows.ts';

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
  return typeof value === 'object' || value === '' ? '' : `\`${String(value)}\``;
}

test('the guide explains every key of front matter', () => {
  const rows = Object.entries(frontMatterSchema.shape).map(([key, type]) => {
    const { expected, scope } = type.meta() ?? {};
    const cells = [
      String(expected),
      defaultOf(type.parse(undefined)),
      scope === 'site' ? 'the whole site' : '',
    ];
    const escaped = cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ');
    return `| \`${key}\` | ${escaped} | ${comments.get(key)} |`;
  });
  assert.deepEqual([...comments.keys()], Object.keys(frontMatterSchema.shape));
  const head = ['| Name | Type | Default | For | Description |', '| --- | --- | --- | --- | --- |'];
  hold('front-matter', [...head, ...rows].join('\n'));
});

test('the guide explains every key of the config file', () => {
  const file = path.join(project, 'src/config/index.ts');
  const rows = configRows(readFileSync(file, 'utf8'));
  const keys = rows.map(({ key }) => key).filter((key) => !key.includes('.'));
  assert.deepEqual(keys.sort(), Object.keys(configShape).sort());
  const lines = rows.map(({ key, type, comment }) => {
    assert.ok(comment, `${key} has a comment`);
    return `| \`${key}\` | \`${type.replaceAll('|', '\\|')}\` | ${comment} |`;
  });
  const head = ['| Name | Type | Description |', '| --- | --- | --- |'];
  hold('config', [...head, ...lines].join('\n'));
});

test('the README explains every option of the command line', () => {
  const readme = readFileSync(path.join(project, 'README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('| option | for |'));
  for (const [option] of usage.matchAll(/--[a-z-]+/g))
    assert.match(table, new RegExp(`^\\|[^|]*\`${option}\\b`, 'm'), option);
});

function hold(page: string, table: string): void {
  const [start, end] = ['{/* keys */}\n\n', '\n\n{/* /keys */}'];
  const file = path.join(project, `content/guide/${page}.mdx`);
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const from = text.indexOf(start) + start.length;
  const to = text.indexOf(end);
  assert.ok(from > start.length && to > from, `${page}.mdx has no place for the table`);
  if (process.env['UPDATE_FIXTURES'])
    writeFileSync(file, text.slice(0, from) + table + text.slice(to));
  else assert.equal(text.slice(from, to), table);
}
