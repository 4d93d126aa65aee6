/** From one file's hast to a fragment: the steps, the same for Slate Markdown and rendered MDX. */
import type { Root } from 'hast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FrontMatter } from '../source/front-matter/front-matter.ts';
import { dropRepeatedAnchors, IdCollector, takeIds } from './headings/anchors.ts';
import { attributes, type AttributesContext } from './attributes/attributes.ts';
import { asides } from './callouts/asides.ts';
import { codeStep, type CodeContext } from './samples/samples.ts';
import { splitRows } from './rows/split-rows.ts';
import { breakPaths } from './endpoints/path-breaks.ts';
import { endpoints } from './endpoints/endpoints.ts';
import type { Fragment, OutlineHeading } from './fragment.ts';
import { ariaLevels } from './headings/heading-levels.ts';
import { headingsOf, outlineOf } from './headings/headings.ts';
import { takeLinks } from './links/links.ts';
import { markLatinText } from './a11y/latin-text.ts';
import { repair } from './a11y/repair.ts';
import { parameterTables } from './tables/parameter-tables.ts';
import { dropPlaceholders } from './placeholder.ts';
import { layRow } from './rows/row.ts';
import { rowText } from './rows/row-text.ts';
import { sanitize } from './sanitize/sanitize.ts';
import { symbolsOf } from './symbols/symbols.ts';
import { toMarkdown } from './markdown-export/to-markdown.ts';
import { tryItOf } from './try-it/try-it.ts';

/** What the steps of one file share. */
export interface FragmentContext extends CodeContext, AttributesContext {
  frontMatter: Pick<
    FrontMatter,
    'columns' | 'center' | 'dir' | 'raw_html' | 'attributes_open' | 'try_it'
  >;
  /** Of an MDX file, made before it was rendered; headings name their index in it. */
  outline?: OutlineHeading[];
  diagnostics: Diagnostic[];
}

export function fragmentOf(tree: Root, context: FragmentContext): Fragment {
  const ids = new IdCollector();
  dropPlaceholders(tree);
  if (!context.frontMatter.raw_html) sanitize(tree, context.report);
  asides(tree);
  endpoints(tree, context.words);
  const outline = context.outline ?? outlineOf(tree);
  dropRepeatedAnchors(tree, outline);
  codeStep(tree, context);
  attributes(tree, context);
  parameterTables(tree, {
    wantId: (id) => ids.want(id),
    open: context.frontMatter.attributes_open,
  });
  repair(tree);
  setLevels(tree);
  if (context.frontMatter.dir === 'rtl') markLatinText(tree);
  breakPaths(tree);
  const links = takeLinks(tree);
  takeIds(tree, outline, ids);
  const centred = new Set(context.frontMatter.center);
  const rows = splitRows(tree, {
    columns: context.frontMatter.columns,
    centred: (heading) => centred.has(outline[heading]?.id ?? ''),
  });
  const tryIt = tryItOf(rows, context.frontMatter.try_it, seedOf(context, outline));
  return {
    file: context.file,
    outline,
    rows: rows.map((row) => ({
      heading: row.heading,
      markdown: toMarkdown(row.nodes),
      symbols: symbolsOf(row.nodes),
      ...rowText(row.nodes),
      ...(tryIt.has(row) && { tryIt: tryIt.get(row)! }),
      // Last, since it takes the steps' notes out of the tree.
      ...layRow(row),
    })),
    ids: ids.ids,
    links,
    diagnostics: context.diagnostics,
  };
}

/** Several parts of a description are of one file. */
const seedOf = ({ file }: FragmentContext, outline: OutlineHeading[]): string =>
  [file, ...outline.map(({ id }) => id)].join('\n');

/** `aria-level` where the author's levels skip one, unless the author gave one or a role. */
function setLevels(tree: Root): void {
  const headings = headingsOf(tree)
    .map(({ node }) => node)
    .filter(
      ({ properties }) => properties.role === undefined && properties.ariaLevel === undefined,
    );
  const written = headings.map(({ tagName }) => Number(tagName[1]));
  for (const [at, level] of ariaLevels(written, written[0] === 1 ? 0 : 1).entries())
    if (level !== written[at]) headings[at]!.properties.ariaLevel = level;
}
