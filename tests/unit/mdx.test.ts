/** Each `.mdx` of the fixtures beside what the steps make of it: tree, outline, findings. `UPDATE=1` writes them anew. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { compile, type Compiled } from './mdx-compile.ts';

const folder = path.join(import.meta.dirname, '../fixtures/mdx');
const frontMatter = { title: 'A reference', base_url: 'https://db.example', version: 2, links: { home: '/start' } };

const report = ({ html, outline, findings }: Compiled): string => [
  html,
  '=== outline',
  ...outline.map(({ level, title, id, explicit, line, top, endpoint }) =>
    [`${line}: h${level}`, title, `#${id}`, explicit && 'own', !top && 'inner', endpoint && JSON.stringify(endpoint)].filter(Boolean).join(' | ')),
  '=== findings',
  ...findings.map(({ kind, file, line, column, message, mend }) => `${file}:${line}:${column}  ${kind}  ${message}  ${mend}`),
].join('\n') + '\n';

for (const name of readdirSync(folder).filter((file) => file.endsWith('.mdx'))) {
  test(name, async () => {
    const file = path.join(folder, name);
    const found = report(await compile(readFileSync(file, 'utf8'), frontMatter, file));
    const beside = file.replace(/\.mdx$/, '.txt');
    if (process.env.UPDATE) writeFileSync(beside, found);
    assert.equal(found, readFileSync(beside, 'utf8'));
  });
}
