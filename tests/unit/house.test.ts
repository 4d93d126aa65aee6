/** The house keeps its order: rooms import to their left only, in no circle, and every file can be read at a sitting. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const src = path.join(import.meta.dirname, '../../src');

/** Left to right. What pages are made of is one step: templates include each other. */
const rooms = [
  ['shared'],
  ['diagnostics'],
  ['source'],
  ['slate'],
  ['mdx'],
  ['samples'],
  ['openapi'],
  ['markup'],
  ['config'],
  ['reference'],
  ['components', 'layouts', 'pages', 'styles'],
  ['search'],
  ['publish'],
  ['build'],
  ['mcp'],
  ['cli'],
  ['release'],
];

/** So many characters a line, lines a file (of half the files), files a folder. Words are data. */
const MAX_COLUMNS = 110;
const MAX_LINES = 300;
const MAX_MEDIAN = 70;
const MAX_FILES = 20;

// The types of Astro's own globals are of no room.
const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|astro|css)$/.test(entry.name))
  .map((entry) => path.relative(src, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('components/words/') && file !== 'env.d.ts')
  .filter((file) => !file.startsWith('cli/init/template/'));
const text = new Map(files.map((file) => [file, readFileSync(path.join(src, file), 'utf8')]));

/** What a file imports at run time, as files of `src`; type-only imports do not count. */
function importsOf(file: string): string[] {
  const found: string[] = [];
  const statements =
    /^\s*(?:import|export)\s(?!type\b)(?:([^'";]*?)\sfrom\s)?['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]/gm;
  for (const [, names = '', from, lazy] of text.get(file)!.matchAll(statements)) {
    const inBraces = /^\{(.*)\}$/s.exec(names.trim())?.[1];
    const onlyTypes = inBraces?.split(',').every((name) => !name.trim() || /^\s*type\s/.test(name));
    const target = (from ?? lazy)!.replace(/\?.*/, '');
    if (!onlyTypes) found.push(path.posix.join(path.posix.dirname(file), target));
  }
  return found.filter((target) => text.has(target));
}
const graph = new Map(files.map((file) => [file, importsOf(file)]));

const roomOf = (file: string): string => file.split('/')[0]!;
const orderOf = (file: string): number => rooms.findIndex((names) => names.includes(roomOf(file)));

test('imports follow the order of the rooms', () => {
  const wrong = [...graph].flatMap(([file, imports]) =>
    imports.filter((target) => !mayImport(file, target)).map((target) => `${file} → ${target}`),
  );
  assert.deepEqual(wrong, []);
});

function mayImport(file: string, target: string): boolean {
  if (roomOf(file) === roomOf(target)) return true;
  if (roomOf(file) === 'browser') return roomOf(target) === 'shared';
  // The layout's own script is what the browser runs: bundled apart, or put into the page as text.
  if (roomOf(target) === 'browser') return ['layouts', 'components'].includes(roomOf(file));
  return orderOf(target) >= 0 && orderOf(target) <= orderOf(file);
}

test('no file imports itself in a circle', () => assert.deepEqual(circlesOf(graph), []));

/** In each folder its entries, files and folders, import each other in one direction. */
test('no folder imports itself in a circle', () => {
  const entries = new Map<string, string[]>();
  for (const [file, imports] of graph)
    for (const target of imports) {
      const [from, to] = [file.split('/'), target.split('/')];
      const common = from.findIndex((name, index) => name !== to[index]);
      const entry = from.slice(0, common + 1).join('/');
      const other = to.slice(0, common + 1).join('/');
      entries.set(entry, [...(entries.get(entry) ?? []), other]);
    }
  assert.deepEqual(circlesOf(entries), []);
});

function circlesOf(edges: Map<string, string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, above: string[]): void => {
    const at = above.indexOf(node);
    if (at >= 0) circles.push([...above.slice(at), node].join(' → '));
    if (at >= 0 || done.has(node)) return;
    for (const next of edges.get(node) ?? []) visit(next, [...above, node]);
    done.add(node);
  };
  for (const node of edges.keys()) visit(node, []);
  return circles;
}

test('files, folders and lines can be read at a glance', () => {
  const wrong: string[] = [];
  const inFolder = Map.groupBy(files, (file) => path.posix.dirname(file));
  for (const [folder, own] of inFolder)
    if (own.length > MAX_FILES) wrong.push(`${folder}/ holds ${own.length} files`);
  const lengths: number[] = [];
  for (const [file, content] of text) {
    const lines = content.trimEnd().split('\n');
    lengths.push(lines.length);
    if (lines.length > MAX_LINES) wrong.push(`${file} has ${lines.length} lines`);
    lines.forEach((line, index) => {
      if (line.length > MAX_COLUMNS) wrong.push(`${file}:${index + 1} has ${line.length} columns`);
    });
  }
  const median = lengths.sort((a, b) => a - b)[lengths.length >> 1]!;
  if (median > MAX_MEDIAN) wrong.push(`half of the files have more than ${median} lines`);
  assert.deepEqual(wrong, []);
});
