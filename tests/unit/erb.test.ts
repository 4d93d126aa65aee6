import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ErbContext, expand, type Expanded, type Partial } from '../../src/source/erb/expand.ts';
import { originOf } from '../../src/source/erb/source-map.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures/erb');

function readPartial(name: string): Partial {
  if (name.startsWith('..')) return { problem: 'outside' };
  const dir = path.dirname(name),
    base = path.basename(name).replace(/^_/, '').replace(/\.md$/, '');
  for (const file of [`${dir}/_${base}.md`, `${dir}/_${base}.md.erb`]) {
    if (fs.existsSync(path.join(fixtures, file)))
      return { file, text: fs.readFileSync(path.join(fixtures, file), 'utf8'), line: 1 };
  }
  return { problem: 'missing' };
}

function run(
  text: string,
  context = new ErbContext(),
  read: (name: string, from: string) => Partial = readPartial,
  line = 1,
): Expanded & { findings: string[] } {
  const findings: string[] = [];
  const report = (finding: { kind: string; file?: string; line?: number; message: string }) => {
    findings.push(`${finding.file}:${finding.line} ${finding.kind}: ${finding.message}`);
  };
  return {
    ...expand(text, { file: 'x.md.erb', line, context, report, readPartial: read }),
    findings,
  };
}

for (const name of fs
  .readdirSync(fixtures)
  .filter((file) => file.endsWith('.md.erb'))
  .map((file) => file.slice(0, -7))) {
  test(`ERB: ${name}`, () => {
    const { text, findings } = run(fs.readFileSync(path.join(fixtures, `${name}.md.erb`), 'utf8'));
    assert.equal(
      text + findings.map((finding) => `>>> ${finding}\n`).join(''),
      fs.readFileSync(path.join(fixtures, `${name}.out`), 'utf8'),
    );
  });
}

test('a constant holds in every page and partial read after it; a variable in its own template', () => {
  const context = new ErbContext();
  run('<% A = "one"; b = "two" %>', context);
  const { text, findings } = run('<%= A %><%= b %>', context);
  assert.equal(text, 'one');
  assert.equal(findings.length, 1);
});

test('each line knows its file and its line', () => {
  const { text, origins } = run(
    '# One\n<%# gone %>\n<%= partial "includes/orders", locals: { name: "x", plural: "y" } %>\n\nlast',
    undefined,
    undefined,
    10,
  );
  const at = (word: string) =>
    originOf(
      origins,
      text.split('\n').findIndex((line) => line.includes(word)),
    );
  assert.deepEqual(at('# One'), { file: 'x.md.erb', line: 10 });
  assert.deepEqual(at('A list'), { file: 'includes/_orders.md.erb', line: 1 });
  assert.deepEqual(at('last'), { file: 'x.md.erb', line: 14 });
});

test('partials that call each other, and texts made of themselves, come to an end', () => {
  const ring = run('<%= partial "a" %>', new ErbContext(), (name) => ({
    file: `_${name}.md.erb`,
    text: `${name} <%= partial "${name === 'a' ? 'b' : 'a'}" %>`,
    line: 1,
  }));
  assert.equal(ring.findings.length, 1);
  assert.match(ring.findings[0] as string, /include-cycle/);
  let count = 0;
  const chain = run('<%= partial "x" %>', new ErbContext(), () => ({
    file: `_${(count += 1)}.md.erb`,
    text: 'x <%= partial "x" %>',
    line: 1,
  }));
  assert.match(chain.findings[0] as string, /include-cycle/);
  const doubled = `<% A = "aaaaaaaaaa" %>${'<% A = A + A %>'.repeat(60)}<%= A %>`;
  assert.ok(run(doubled).text.length < 2 ** 21);
});

test('nothing is run, whatever the tag holds', () => {
  for (const code of [
    'exit!',
    'File.read("/etc/passwd")',
    '"#{`id`}"',
    'eval("1")',
    '__FILE__',
    'ENV["HOME"]',
    '%w[a b].join',
    'partial(File.read("x"))',
    '"a".html_safe',
    'A = system("x")',
    'partial "a" do',
    '((((',
    '"'.repeat(9),
    'locals[:x',
    '"#{"#{"#{"#{"',
    '-',
    '',
  ]) {
    for (const tag of [`<%= ${code} %>`, `<% ${code} %>`])
      assert.doesNotMatch(run(`a ${tag} b`).text, /root|Users/);
  }
});

test('deep brackets and long texts end', () => {
  assert.equal(run(`<%= ${'('.repeat(50_000)} %>`).findings.length, 1);
  assert.equal(run('<% x '.repeat(20_000)).text.length, 100_000);
  assert.equal(run(`<%= "${'\\'.repeat(50_000)} %>`).findings.length, 1);
});
