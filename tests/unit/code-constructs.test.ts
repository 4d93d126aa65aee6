/** Parts of files, marks in comments, what a terminal's session holds beside commands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { takeCodeComments } from '../../src/markup/samples/code-comments.ts';
import { consoleMarks } from '../../src/markup/samples/console-marks.ts';
import { partOfFile } from '../../src/markup/samples/file-part.ts';

const file = `import x
# #region create
def main():
    // #region inner
    run()
    <!-- #endregion inner -->
    end()
# #endregion
#region late
1
`;

test('a file, lines of it, a region of it: without the marks, and without shared indentation', () => {
  const text = (part: object) => (part as { text?: string; problem?: string }).text;
  assert.equal(text(partOfFile(file, {})), 'import x\ndef main():\n    run()\n    end()\n1');
  assert.equal(text(partOfFile(file, { lines: { from: 4, to: 7 } })), 'run()\nend()');
  assert.equal(text(partOfFile(file, { region: 'create' })), 'def main():\n    run()\n    end()');
  assert.deepEqual(partOfFile(file, { region: 'inner' }), { text: 'run()', line: 5 });
});

test('what is wrong with a part is said', () => {
  const problem = (part: object) => (part as { problem?: string }).problem;
  assert.equal(problem(partOfFile(file, { region: 'none' })), 'has no region “none”');
  assert.match(problem(partOfFile(file, { region: 'late' }))!, /never ends/);
  assert.match(problem(partOfFile(file, { lines: { from: 11, to: 12 } }))!, /has 10 lines/);
});

test('comments that mark lines are no part of the code', () => {
  const { text, marks } = takeCodeComments(
    [
      'a = 1 // [!code --]',
      'a = 2 # [!code ++]',
      '// [!code highlight:2]',
      'b',
      'c /* [!code focus] */',
      '<!-- highlight-next-line -->',
      'd',
      '# highlight-start',
      'e',
      'f',
      '# highlight-end',
      'g',
    ].join('\n'),
  );
  assert.equal(text, 'a = 1\na = 2\nb\nc\nd\ne\nf\ng');
  assert.deepEqual(marks, {
    mark: [
      { from: 3, to: 4 },
      { from: 5, to: 5 },
      { from: 6, to: 7 },
    ],
    ins: [{ from: 2, to: 2 }],
    del: [{ from: 1, to: 1 }],
    focus: [{ from: 4, to: 4 }],
  });
});

test('code that only speaks of such comments stays', () => {
  for (const text of ['a [!code ++] b', 'let highlight-next-line = 1', '"[!code focus]"'])
    assert.deepEqual(takeCodeComments(text), { text });
});

const copied = (text: string): string => {
  let rest = '';
  let at = 0;
  for (const { start, end } of consoleMarks(text)) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
};

test('of a terminal the commands are copied', () => {
  const sessions = {
    '$ npm install\nadded 260\n$ npx phyllite build': 'npm install\nnpx phyllite build',
    '$ a \\\n>   --b\nout': 'a \\\n  --b\n',
    '$ cat <<EOF\none\n$ two\nEOF\nout': 'cat <<EOF\none\n$ two\nEOF\n',
    'user@host:~/x$ ls -l\ntotal 0': 'ls -l\n',
    '(venv) $ pip list': 'pip list',
    'PS C:\\Users> dir': 'dir',
    '# apt update\nHit:1': 'apt update\n',
    '$ ls\n# a comment': 'ls\n',
    'no prompt\nat all': 'no prompt\nat all',
  };
  for (const [session, commands] of Object.entries(sessions))
    assert.equal(copied(session), commands, session);
});

test('marks lie in the text, in order, whatever it is', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('$ a', '> b', '# c', '$ d \\', '$ e <<E', 'E'),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n');
      let last = 0;
      for (const { start, end } of consoleMarks(text)) {
        assert.ok(start >= last && end >= start && end <= text.length);
        last = end;
      }
    }),
  );
});
