/** The guide's tables of keys are what the schema and the config's types say. UPDATE_FIXTURES=1 writes it anew. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { configShape } from '../../src/config/schema.ts';
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
  const types = readFileSync(path.join(project, 'src/config/index.ts'), 'utf8');
  const [, body = ''] = /export interface Config \{\n([^]*?)\n\}/.exec(types) ?? [];
  const explained = [...body.matchAll(/^ {2}\/\*\* (.*) \*\/\n {2}(\w+)\?:/gm)];
  assert.deepEqual(explained.map(([, , key]) => key).sort(), Object.keys(configShape).sort());
  const rows = explained.map(([, comment, key]) => `| \`${key}\` | ${comment} |`);
  hold('config', ['| Name | Description |', '| --- | --- |', ...rows].join('\n'));
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
