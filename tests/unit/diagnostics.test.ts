import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { DiagnosticCollector, severityOf } from '../../src/diagnostics/collector.ts';
import { formatGithub } from '../../src/diagnostics/format-github.ts';
import { formatJson } from '../../src/diagnostics/format-json.ts';
import { formatText } from '../../src/diagnostics/format-text.ts';
import { kinds } from '../../src/diagnostics/kinds.ts';
import { findings, summary } from '../../src/diagnostics/summary.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures/diagnostics');
const lines = readFileSync(path.join(fixtures, 'source.mdx'), 'utf8').split('\n');
const readLine = (file: string, line: number) =>
  file === 'source.mdx' ? lines[line - 1] : undefined;

function some(): DiagnosticCollector {
  const diagnostics = new DiagnosticCollector();
  const { report } = diagnostics;
  report({
    kind: 'anchor-broken',
    file: 'source.mdx',
    line: 10,
    column: 151,
    message: 'no heading has the id `that-is-meant`',
  });
  report({
    kind: 'anchor-broken',
    file: 'source.mdx',
    line: 8,
    column: 18,
    message: 'no heading has the id `erors`',
    hint: 'did you mean `errors`?',
  });
  report({
    kind: 'image-missing',
    file: 'source.mdx',
    line: 8,
    column: 37,
    message: 'there is no image `lost.png`',
    hint: 'put it in `images/`',
  });
  report({
    kind: 'front-matter-type',
    file: 'source.mdx',
    line: 3,
    column: 9,
    message: '`search` takes true or false, not “perhaps”',
    hint: 'write `search: true`',
  });
  report({
    kind: 'include-missing',
    file: 'source.html.md',
    line: 4,
    message: 'there is no include `errors`',
    hint: 'remove it',
  });
  report({
    kind: 'include-missing',
    file: 'source.html.md',
    line: 4,
    message: 'there is no include `errors`',
    hint: 'remove it',
  });
  report({
    kind: 'id-renamed',
    file: 'source.html.md',
    line: 9,
    message: 'the id `errors` is taken',
  });
  report({ kind: 'content-missing', message: 'there is no page', hint: 'write `index.mdx`' });
  for (let line = 20; line < 520; line++)
    report({
      kind: 'link-broken',
      file: 'many.md',
      line,
      column: 3,
      message: `no page \`/p${line}\``,
      hint: '',
    });
  report({
    kind: 'link-broken',
    file: 'evil.md',
    line: 1,
    column: 1,
    message: 'no page `\u001B[2Jx\n y`',
  });
  return diagnostics;
}

for (const [name, make] of Object.entries({
  'findings.txt': () => formatText(some().list(), { readLine }),
  'findings.colour.txt': () =>
    formatText(
      some()
        .list()
        .filter(({ kind }) => kind !== 'link-broken'),
      { readLine, colour: true, notes: true },
    ),
  'findings.json': () =>
    formatJson(
      some()
        .list()
        .filter(({ kind }) => kind !== 'link-broken'),
      { pages: 3, sections: 40, bytes: 81234, milliseconds: 2345 },
    ),
  'findings.github.txt': () =>
    formatGithub(
      some()
        .list()
        .filter(({ file }) => file !== 'many.md'),
      'docs/100%/content',
    ),
  'summary.txt': () =>
    summary({ pages: 1, sections: 2936, bytes: 4_123_456, milliseconds: 2345 }, some().list()),
})) {
  test(`findings as in ${name}`, () => {
    const result = make();
    const expected = path.join(fixtures, name);
    if (process.env.UPDATE_FIXTURES) writeFileSync(expected, result);
    assert.equal(result, readFileSync(expected, 'utf8'));
  });
}

test('what fails a build', () => {
  const diagnostics = new DiagnosticCollector();
  assert.equal(diagnostics.failed(true), false);
  diagnostics.add({ kind: 'id-renamed', file: 'a.mdx', message: 'note' });
  assert.equal(diagnostics.failed(true), false);
  diagnostics.add({ kind: 'include-missing', file: 'a.md', message: 'warning' });
  assert.deepEqual([diagnostics.failed(false), diagnostics.failed(true)], [false, true]);
  diagnostics.add({ kind: 'include-missing', file: 'a.mdx', message: 'error' });
  assert.equal(diagnostics.failed(false), true);
  assert.equal(
    findings(diagnostics.list()),
    '1 error (include-missing), 1 warning (include-missing), 1 note (id-renamed)\n',
  );
});

test('every kind is explained in a sentence, and none is milder in MDX than in Slate Markdown', () => {
  const order = { note: 0, warning: 1, error: 2 };
  for (const [kind, { mdx, md, explained }] of Object.entries(kinds)) {
    assert.match(kind, /^[a-z]+(-[a-z]+)*$/);
    assert.match(explained, /\.$/);
    assert.ok(order[mdx] >= order[md], kind);
  }
  assert.equal(severityOf('include-missing', 'a.MDX'), 'error');
  assert.equal(severityOf('include-missing', 'a.html.md.erb'), 'warning');
});

test('what is found twice counts once, as the graver of both', () => {
  const diagnostics = new DiagnosticCollector();
  const found = { kind: 'file-unreadable', file: 'a.astro', message: 'it cannot be read' } as const;
  for (const severity of ['warning', 'error', 'warning'] as const)
    diagnostics.report({ ...found, severity });
  assert.deepEqual(
    diagnostics.list().map(({ severity }) => severity),
    ['error'],
  );
});
