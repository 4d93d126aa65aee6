/**
 * Documents that are cut, shuffled and broken: each ends as a tree, and no word of the author's is lost without a word.
 * More of them: FC_RUNS=20000 FC_SEED=$RANDOM.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Nodes } from 'hast';
import { slateToHast } from '../../src/slate/parse.ts';
import { headingSlugs } from '../../src/shared/slug.ts';

/** Every word that must survive is `qa` and a number; `%` stands for one. */
const blocks = [
  '# % %',
  '##% [#own]',
  '## % `%` <b>%</b>',
  '####### %',
  '%\n===',
  '% %\n%\n---',
  '% **%** _%_ ~~%~~ `%` *%',
  '%\n% % &amp; % &check;%',
  '    % four spaces',
  '\t% a tab',
  '```json\n{"%": 1}\n```',
  '```\n%\n```',
  '``````ruby\n%\n```',
  '~~~\n%\n```',
  '```"%": {\n%\n}```',
  '   ```js title="x"\n   %\n   ```',
  '- %\n- %\n  * %\n\n    %\n',
  '1. %\n  - %\n2. %',
  '- - %\n- > %',
  '* %\n```js\n%\n```',
  '1) %',
  '> %\n> %\n%',
  '> %\n```js\n%\n```',
  '> - %\n> ```\n> %\n> ```',
  '> > %',
  '% | %\n---|---|---\n% | % | %\n | %',
  '| % |\n|--|\n| `%\\|%` |',
  '     | %\n---|---\n% | %\n%',
  '<aside class="notice">\n% **%**\n\n% [%](#x)\n</aside>',
  '<aside>%</aside>',
  '<div>\n\n%\n<div>%</div>\n</div>',
  '<div>%</div> % **%**',
  '<div>%',
  '<table>\n<tr><td>%</td>\n\n<td>%</td></tr>\n</table>',
  '<pre>\n%\n\n  %\n</pre>',
  '<center>%\n\n%</center>',
  '<!-- % -->',
  '<h2 id="x">%</h2>',
  'Get <ID> % Map<string, %> <br> % <b>%',
  '<span>%</span> % <a name="n"> %',
  '% <td>% | %\n---|---\n% | % <tr><td>%',
  '[%](#x) [%] (#y) [%](a b) ![%](x.png) [%][ref] [%]',
  '[ref]: http://example.com',
  '{%} {{%}} <%= % %> ${%} :::%',
  '---',
  '***',
  '',
];

const words = (text: string): string[] => text.match(/qa\d+q/g) ?? [];

const line = fc.constantFrom(
  '```',
  '~~~',
  '<div>',
  '</div>',
  '<aside class="notice">',
  '</aside>',
  '</p>',
  '-->',
  '<!--',
  '> ',
  '<table>',
  '<script>',
  '<pre>',
  '---',
  '|',
  '|-|-|',
  '`',
  '**',
  '](',
  '<a href="',
  '   ',
  '\t\t',
);
const noise = fc.oneof(
  line,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

/** What happens to a document; each works on its lines. */
const mutation = fc.oneof(
  fc.record({ how: fc.constant('cut' as const), at: fc.nat(2000) }),
  fc.record({ how: fc.constant('drop' as const), at: fc.nat(200) }),
  fc.record({ how: fc.constant('swap' as const), at: fc.nat(200), to: fc.nat(200) }),
  fc.record({ how: fc.constant('insert' as const), at: fc.nat(200), text: noise }),
  fc.record({ how: fc.constant('inject' as const), at: fc.nat(2000), text: noise }),
  fc.record({ how: fc.constant('indent' as const), at: fc.nat(200), width: fc.nat(9) }),
  fc.record({ how: fc.constant('join' as const), at: fc.nat(200) }),
  fc.record({ how: fc.constant('windows' as const) }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(text: string, change: Mutation): string {
  const lines = text.split('\n');
  const index = 'at' in change ? change.at % lines.length : 0;
  switch (change.how) {
    case 'cut':
      return text.slice(change.at % (text.length + 1));
    case 'inject': {
      const at = change.at % (text.length + 1);
      return text.slice(0, at) + change.text + text.slice(at);
    }
    case 'drop':
      lines.splice(index, 1);
      break;
    case 'swap': {
      const to = change.to % lines.length;
      [lines[index], lines[to]] = [lines[to] as string, lines[index] as string];
      break;
    }
    case 'insert':
      lines.splice(index, 0, change.text);
      break;
    case 'indent':
      lines[index] = ' '.repeat(change.width) + lines[index];
      break;
    case 'join':
      lines.splice(index, 2, lines.slice(index, index + 2).join(''));
      break;
    case 'windows':
      return `\uFEFF${lines.join('\r\n')}`;
  }
  return lines.join('\n');
}

const documents = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...blocks), fc.constantFrom('\n\n', '\n\n', '\n', '\n \n')), {
      minLength: 1,
      maxLength: 14,
    }),
    fc.array(mutation, { maxLength: 6 }),
  )
  .map(([parts, changes]) => {
    let count = 0;
    const text = parts
      .map(([block, gap]) => block.replace(/%(?!=|>)/g, () => `qa${(count += 1)}q`) + gap)
      .join('');
    return changes.reduce(mutate, text);
  });

/** All that a tree says: text, comments, and what became an attribute (a link's target, a fence's meta). */
function said(tree: Nodes): string {
  const all: string[] = [];
  const todo: Nodes[] = [tree];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if ('value' in node) all.push(node.value);
    if ('children' in node) for (const child of node.children) todo.push(child as Nodes);
    if (node.type !== 'element') continue;
    for (const value of Object.values(node.properties)) all.push(String(value));
    if (/^h[1-6]$/.test(node.tagName))
      assert.ok(headingSlugs(node).id !== '', 'a heading without an id');
  }
  return all.join(' ');
}

test('no mutation throws, and no word is lost without a word', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const findings: string[] = [];
      const tree = slateToHast(text, {
        file: 'x.md',
        report: ({ message, line: at }) => {
          findings.push(message);
          assert.ok((at ?? 0) >= 1);
        },
      });
      const all =
        decodeURIComponent(
          said(tree)
            .replace(/%(?![0-9a-f]{2})/gi, '%25')
            .replace(/%[89a-f][0-9a-f]/gi, ''),
        ) + findings.join(' ');
      const kept = new Set(words(all));
      // A definition's URL is shown nowhere.
      for (const word of words(text.replace(/^.{0,3}\[[^\]\n]*\]:.*$/gm, '')))
        assert.ok(kept.has(word), `${word} is lost`);
    }),
    { seed: Number(process.env.FC_SEED ?? 11), numRuns: Number(process.env.FC_RUNS ?? 3000) },
  );
});

const deep: [string, string][] = [
  ['quotes', `${'> '.repeat(10_000)}end`],
  ['quotes without spaces', `${'>'.repeat(10_000)}end`],
  ['lists', `${'- '.repeat(10_000)}end`],
  [
    'items a level deeper each',
    `${Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth * 2)}- item`).join('\n')}\nend`,
  ],
  ['quotes and lists in turn', `${'> - '.repeat(5_000)}end`],
  ['tags in a block', `${'<div>\n'.repeat(10_000)}end${'</div>\n'.repeat(10_000)}`],
  ['tags never closed', `${'<div>'.repeat(10_000)}end`],
  ['tags in running text', `${'<b>'.repeat(10_000)}end`],
  ['asides', `${'<aside>\n'.repeat(500)}end${'\n</aside>'.repeat(500)}`],
  ['emphasis', `# ${'**'.repeat(10_000)}end${'**'.repeat(10_000)}`],
  ['brackets', `${'['.repeat(10_000)}end${'](x)'.repeat(10_000)}`],
  [
    'backticks',
    `${Array.from({ length: 1000 }, (_, length) => '`'.repeat(length + 1)).join(' ')} end`,
  ],
  ['open comments', `${'a <!-- '.repeat(10_000)}end`],
  ['open fences', `${'```js title\n'.repeat(10_000)}end`],
  ['open tags', `${'<a href="'.repeat(10_000)}end`],
  ['a table of 30,000 rows', `a | b\n--|--\n${'c | *d*\n'.repeat(30_000)}\nend`],
];
for (const [name, text] of deep) {
  test(`endless: ${name}`, () => {
    const findings: string[] = [];
    const tree = slateToHast(text, {
      file: 'x.md',
      report: ({ message }) => findings.push(message),
    });
    assert.match(said(tree), /end/);
    // Every later step walks the tree by recursion.
    let depth = 0;
    const measure = (node: Nodes, at: number): void => {
      depth = Math.max(depth, at);
      if ('children' in node) node.children.forEach((child) => measure(child as Nodes, at + 1));
    };
    measure(tree, 0);
    assert.ok(depth < 1000, `${depth} levels`);
  });
}
