/**
 * From one file's hast to a fragment: the steps in named phases, the same for Slate Markdown and for rendered MDX.
 * Each step is a plain function of a file of its own.
 */
import type { Root } from 'hast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FrontMatter } from '../source/front-matter/front-matter.ts';
import { dropRepeatedAnchors, IdCollector, takeIds } from './headings/anchors.ts';
import { asides } from './callouts/asides.ts';
import { codeStep, type CodeContext } from './samples/samples.ts';
import { splitRows } from './rows/split-rows.ts';
import { endpoints } from './endpoints/endpoints.ts';
import type { Fragment, OutlineHeading, WrittenLink } from './fragment.ts';
import { ariaLevels } from './headings/heading-levels.ts';
import { headingsOf, outlineOf } from './headings/headings.ts';
import { takeLinks } from './links/links.ts';
import { repair } from './a11y/repair.ts';
import { parameterTables } from './tables/parameter-tables.ts';
import { dropPlaceholders } from './placeholder.ts';
import { layRow } from './rows/row.ts';
import { rowText } from './rows/row-text.ts';
import { sanitize } from './sanitize/sanitize.ts';
import { symbolsOf } from './symbols/symbols.ts';
import { toMarkdown } from './markdown-export/to-markdown.ts';

/** What the steps of one file share. */
export interface FragmentContext extends CodeContext {
  frontMatter: Pick<FrontMatter, 'columns' | 'center' | 'raw_html'>;
  /** Of an MDX file, made before it was rendered; the headings of the tree name their place in it. */
  outline?: OutlineHeading[];
  diagnostics: Diagnostic[];
}

interface Work extends FragmentContext {
  ids: IdCollector;
  outlineNow: OutlineHeading[];
  links: WrittenLink[];
}

const phases: [name: string, step: (tree: Root, work: Work) => void][] = [
  ['placeholders', (tree) => dropPlaceholders(tree)],
  [
    'safe',
    (tree, work) => {
      if (!work.frontMatter.raw_html) sanitize(tree, work.report);
    },
  ],
  ['callouts', (tree) => asides(tree)],
  ['endpoints', (tree) => endpoints(tree)],
  [
    'outline',
    (tree, work) => {
      work.outlineNow = work.outline ?? outlineOf(tree);
    },
  ],
  ['anchors', (tree, work) => dropRepeatedAnchors(tree, work.outlineNow)],
  ['code', (tree, work) => codeStep(tree, work)],
  ['tables', (tree, work) => parameterTables(tree, { wantId: (id) => work.ids.want(id) })],
  [
    'accessibility',
    (tree) => {
      repair(tree);
      tellLevels(tree);
    },
  ],
  [
    'links',
    (tree, work) => {
      work.links = takeLinks(tree);
    },
  ],
  ['ids', (tree, work) => takeIds(tree, work.outlineNow, work.ids)],
];

export function fragmentOf(tree: Root, context: FragmentContext): Fragment {
  const work: Work = { ...context, ids: new IdCollector(), outlineNow: [], links: [] };
  for (const [, step] of phases) step(tree, work);
  const outline = work.outlineNow;
  const centred = new Set(context.frontMatter.center);
  const rows = splitRows(tree, {
    columns: context.frontMatter.columns,
    centred: (heading) => centred.has(outline[heading]?.id ?? ''),
  });
  return {
    file: context.file,
    outline,
    rows: rows.map((row) => ({
      heading: row.heading,
      markdown: toMarkdown(row.nodes),
      symbols: symbolsOf(row.nodes),
      ...rowText(row.nodes),
      // Last, since it takes the steps' notes out of the tree.
      ...layRow(row),
    })),
    ids: work.ids.ids,
    links: work.links,
    diagnostics: context.diagnostics,
  };
}

/** `aria-level` where the author's levels skip one, in raw HTML too; not on what is none or says its level itself. */
function tellLevels(tree: Root): void {
  const headings = [...headingsOf(tree)]
    .map(({ node }) => node)
    .filter(
      ({ properties }) => properties.role === undefined && properties.ariaLevel === undefined,
    );
  const written = headings.map(({ tagName }) => Number(tagName[1]));
  for (const [at, level] of ariaLevels(written, written[0] === 1 ? 0 : 1).entries())
    if (level !== written[at]) headings[at]!.properties.ariaLevel = level;
}
