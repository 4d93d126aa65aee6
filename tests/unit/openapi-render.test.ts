/** Small descriptions beside what they become, and what is found wrong with them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { markdownToHast } from 'satteri';
import {
  chaptersOf,
  readDescription,
  renderChapter,
  renderContext,
  renderIntro,
  samplesOf,
} from '../../src/openapi/index.ts';
import { slips } from '../../src/shared/nearest.ts';

const folder = path.join(import.meta.dirname, '../fixtures/openapi');

const markdown = (text: string): ElementContent[] =>
  (markdownToHast(text, { features: { frontmatter: false } }) as Root).children as ElementContent[];

const nearest = (name: string, known: readonly string[]): string | undefined =>
  known.find((one) => slips(one.toLowerCase(), name.toLowerCase()) <= 2);

/** Everything that a description becomes, a line a block. */
function written(file: string): string {
  const { api, uses, findings } = readDescription(file, { nearest });
  const lines: string[] = [];
  if (api && uses) {
    const chapters = chaptersOf(api, uses);
    const samples = (operation: (typeof api.operations)[number]) =>
      samplesOf(operation, api, { languages: ['shell'] });
    const context = renderContext(api, { markdown, samples });
    lines.push(laidOut(renderIntro(context)));
    for (const chapter of chapters) {
      const { tree, sections } = renderChapter(chapter, context);
      if (chapter.group) lines.push(`<!-- group ${chapter.group} -->`);
      lines.push(laidOut(tree));
      for (const { size: _, source, ...facts } of sections)
        lines.push(`<!-- ${JSON.stringify(facts)} ${source.file}:${source.line} -->`);
    }
  }
  for (const { kind, severity, file: name, line, column, message, hint } of findings)
    lines.push(`${severity} ${kind} ${name}:${line}:${column}  ${message}  (${hint})`);
  return `${lines.filter(Boolean).join('\n')}\n`;
}

const laidOut = (tree: Parameters<typeof toHtml>[0]): string =>
  toHtml(tree, { allowDangerousHtml: true })
    .replace(/(?=<(?:h\d|p|table|tr|ul|li|pre|details)[ >])/g, '\n')
    .replace(/\n{2,}(?=<)/g, '\n')
    .trim();

const cases = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  if (entry.isDirectory())
    return [{ name: entry.name, file: path.join(folder, entry.name, 'openapi.yaml') }];
  return entry.name.endsWith('.yaml')
    ? [{ name: entry.name.replace('.yaml', ''), file: path.join(folder, entry.name) }]
    : [];
});

for (const { name, file } of cases)
  test(`a description becomes hast: ${name}`, () => {
    const result = written(file);
    const expected = path.join(folder, `${name}.out.html`);
    if (process.env.UPDATE_FIXTURES) writeFileSync(expected, result);
    assert.equal(result, readFileSync(expected, 'utf8'));
  });
