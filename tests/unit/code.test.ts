/** Fixtures: the HTML of a file beside what the step makes of it, with its findings in a comment at the end. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { languageStyle } from '../../src/markup/samples/language-style.ts';
import { codeStep } from '../../src/markup/samples/samples.ts';
import { createHighlighter } from '../../src/markup/highlight/highlight.ts';
import type { CodeFile } from '../../src/source/code-files.ts';
import type { Finding } from '../../src/diagnostics/diagnostic.ts';

const tabs = [
  { name: 'shell', label: 'cURL' },
  { name: 'python', label: 'Python' },
  { name: 'python--async', label: 'Python (async)' },
];
const folder = new URL('../fixtures/code/samples/', import.meta.url);
const highlight = createHighlighter();
const codeFiles: [string, CodeFile][] = [
  ['a.py', { file: 'a.py', text: 'import x\n# #region one\nx.y()\n# #endregion\nz()\n' }],
  ['../c.py', { problem: 'outside' }],
  ['a.http', { file: 'a.http', text: 'GET https://a.example/x\nHost: b\nTE: c\n' }],
];

function run(html: string): { html: string; findings: Finding[] } {
  const tree = fromHtml(html, { fragment: true }),
    findings: Finding[] = [];
  codeStep(tree, {
    tabs,
    highlight,
    codeFiles,
    file: 'a.md',
    report: (finding) => findings.push(finding),
  });
  return { html: toHtml(tree, { allowDangerousHtml: true }), findings };
}

for (const name of readdirSync(folder).filter(
  (file) => file.endsWith('.html') && !file.endsWith('.out.html'),
)) {
  test(name, () => {
    const { html, findings } = run(readFileSync(new URL(name, folder), 'utf8'));
    const told = findings
      .map(({ kind, file, line, message }) => `${file}:${line}  ${kind}  ${message}\n`)
      .join('');
    const found = told ? `${html}<!--\n${told}-->\n` : html;
    const file = new URL(name.replace('.html', '.out.html'), folder);
    if (process.env['UPDATE']) writeFileSync(file, found);
    assert.equal(found, readFileSync(file, 'utf8'));
  });
}

test('the style of a document cannot be left by a tab’s name or label', () => {
  const style = languageStyle(
    [{ name: 'a"]}</style><script>', label: '</style>\\\n"%' }],
    'not in %',
  );
  assert.doesNotMatch(style, /<|\n/);
  assert.ok(style.includes(String.raw`content:"not in \3c /style\3e \5c \a \22 %"`));
  assert.ok(
    style.startsWith(
      String.raw`html[data-language="a\22 ]}\3c /style\3e \3c script\3e "] .samples:is(:not([data-has]),[data-has~=`,
    ),
  );
});
