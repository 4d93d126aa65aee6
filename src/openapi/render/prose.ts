/** Descriptions: GFM in, blocks or a run of text out. */
import type { ElementContent } from 'hast';
import { isHeading } from '../../shared/hast/text.ts';
import type { RenderContext } from './context.ts';
import { ownAnchor } from './foreign-anchors.ts';
import { h } from './hast.ts';

/**
 * @param level of the heading that the text stands under: its own headings go below that; 0 leaves
 *   them as they are
 * @param line put on what the pipeline wants a line of
 */
export function prose(
  text: string,
  context: RenderContext,
  level: number,
  line = 0,
): ElementContent[] {
  const nodes = markdown(text, context);
  const headings = nodes.filter(isHeading);
  const highest = Math.min(...headings.map(({ tagName }) => Number(tagName[1])));
  for (const heading of headings) {
    if (level > 0)
      heading.tagName = `h${Math.min(6, Number(heading.tagName[1]) - highest + level + 1)}`;
    if (line > 0) heading.properties.dataLine ??= line;
  }
  return nodes;
}

/**
 * A section's description in two: what stands before its first heading, and the sections from there
 * on. Between them stand the parts of the section, which would else be parts of the last heading.
 */
export function splitProse(
  text: string,
  context: RenderContext,
  level: number,
  line: number,
): { before: ElementContent[]; after: ElementContent[] } {
  const nodes = prose(text, context, level, line);
  const first = nodes.findIndex(isHeading);
  return first < 0
    ? { before: nodes, after: [] }
    : { before: nodes.slice(0, first), after: nodes.slice(first) };
}

/** For a cell of a table: a single paragraph is a run of text, and headings are in bold. */
export function cellProse(text: string, context: RenderContext): ElementContent[] {
  const nodes = markdown(text, context)
    .filter((node) => node.type !== 'text' || node.value.trim() !== '')
    .map((node) => (isHeading(node) ? h('p', {}, h('strong', {}, ...node.children)) : node));
  const [only] = nodes;
  return nodes.length === 1 && only?.type === 'element' && only.tagName === 'p'
    ? only.children
    : nodes;
}

/**
 * Text as a run, for what has room for no more: its first paragraph's content, with the others
 * after it.
 */
export function inlineProse(text: string, context: RenderContext): ElementContent[] {
  return cellProse(text, context).flatMap((node) =>
    node.type === 'element' && node.tagName === 'p'
      ? [...node.children, { type: 'text' as const, value: ' ' }]
      : [node],
  );
}

function markdown(text: string, context: RenderContext): ElementContent[] {
  if (text.trim() === '') return [];
  const nodes = context.markdown(withoutReDoc(unindented(text), context));
  relink(nodes, context);
  return nodes;
}

/** Lines that stand as far in as a comment in source code does; less is Markdown's own code. */
const COMMENT_INDENT = 8;

/**
 * A comment that a generator took out of source code (C#, Python): its first line begins it, and the
 * others stand in by as much as the code did, which is no code of Markdown.
 */
function unindented(text: string): string {
  if (!text.includes(`\n${' '.repeat(COMMENT_INDENT)}`)) return text;
  const [first = '', ...rest] = text.split('\n');
  const written = rest.filter((line) => line.trim() !== '');
  if (written.length === 0 || /^\s/.test(first)) return text;
  const indent = Math.min(...written.map((line) => line.search(/[^ ]/)));
  if (indent < COMMENT_INDENT) return text;
  return [first, ...rest.map((line) => line.slice(indent))].join('\n');
}

/**
 * Redoc's own elements within Markdown: a schema's becomes a link, that of the security schemes
 * goes.
 */
function withoutReDoc(text: string, { api }: RenderContext): string {
  return text
    .replace(/<SchemaDefinition\b[^>]*schemaRef="([^"]*)"[^>]*\/>/g, (whole, reference: string) => {
      const name = reference.split('/').at(-1);
      const schema = api.schemas.find((one) => one.name === name);
      return schema ? `[${schema.name}](#${schema.id})` : whole;
    })
    .replace(/<SecurityDefinitions\s*\/>|<!--\s*ReDoc-Inject:[^>]*-->/g, '');
}

/** Links for another tool's page lead to our sections, relative ones to `links_base`. */
function relink(nodes: ElementContent[], context: RenderContext): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    for (const name of ['href', 'src'] as const) {
      const value = node.properties[name];
      if (typeof value !== 'string') continue;
      const { linksBase } = context;
      const isRelative = !/^(?:[a-z][a-z\d+.-]*:|#|\/\/)/i.test(value);
      node.properties[name] =
        isRelative && linksBase && URL.canParse(value, linksBase)
          ? new URL(value, linksBase).href
          : ownAnchor(value, context);
    }
    relink(node.children, context);
  }
}
