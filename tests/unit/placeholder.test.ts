/** Marks of placeholders cannot come from content, however it spells them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { defaultFrontMatter } from '../../src/source/front-matter/front-matter.ts';
import { FragmentMaker } from '../../src/markup/worker/make-fragment.ts';

const maker = new FragmentMaker();
const job = (text: string) => ({
  file: 'index.html.md',
  text,
  lineOffset: 0,
  tabs: [],
  frontMatter: defaultFrontMatter(),
});
const spellings = [
  '<div>\n&#xFDD0;l99&#xFDD1;\n</div>',
  'a &#64976;l99&#64977; b',
  '[x](https://x.test/ "A &#xFDD0;m1&#xFDD1; z")',
  '<p title="A &#xfdd0;m1&#xfdd1; z" id="&#xFDD0;i7&#xFDD1;">x</p>',
  '<a href="&#xFDD0;l99&#xFDD1;">x</a>',
  '<img src="&#xFDD0;m99&#xFDD1;" alt="&#xFDD0;l99&#xFDD1;">',
  '# A &#xFDD0;i99&#xFDD1;',
  '`&#xFDD0;l99&#xFDD1;`',
  '```\n&#xFDD0;l99&#xFDD1;\n```',
  '<!-- &#xFDD0;l99&#xFDD1; -->',
];

for (const text of spellings)
  test(`no placeholder from ${JSON.stringify(text)}`, () => {
    for (const { rows, ids, links } of [
      maker.make(job(text)),
      maker.make(job(''), {
        tree: fromHtml(text, { fragment: true }),
        placed: () => undefined,
      }),
    ])
      for (const { parts, markdown } of rows)
        for (const filled of [...parts.flatMap(({ prose, code }) => [prose, code]), markdown])
          for (const [, kind, index] of filled.matchAll(/\uFDD0([ilm]?)(\d*)/g)) {
            assert.ok(kind && index, filled);
            assert.ok(Number(index) < (kind === 'i' ? ids : links).length, filled);
          }
  });
