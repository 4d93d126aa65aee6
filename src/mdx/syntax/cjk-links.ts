/** Links that are written as bare addresses end where Chinese, Japanese and Korean punctuation begins. */
import type { Link, Parents, PhrasingContent, Root } from 'mdast';
import { CONTINUE, visit } from 'unist-util-visit';
import type { MdxFile } from '../context.ts';
import { addressEnd } from '../../shared/cjk.ts';
import { startOf } from '../source.ts';

/**
 * GFM's bare links run to the next space (GFM "Autolinks (extension)"), which these scripts do not
 * have: `看https://example.com/a。然后` links the address alone, and the rest is read anew.
 */
export function cjkLinks(tree: Root, { parse }: Pick<MdxFile, 'parse'>): void {
  visit(tree, 'link', (node, index, parent) => {
    const shown = bareText(node);
    const cut = shown ? lengthTo(shown, shown.search(addressEnd)) : -1;
    if (shown === undefined || index === undefined || !parent || cut <= 0) return CONTINUE;
    const rest = shown.slice(cut);
    const at = startOf(node) + cut;
    shorten(node, shown.slice(0, cut), rest);
    const parsed = read(rest, parse);
    for (const child of parsed) visit(child, (inner) => shift(inner, node, cut, at));
    (parent as Parents).children.splice(index + 1, 0, ...(parsed as never[]));
    return index + 1;
  });
}

/**
 * Of what is left GFM's own rule for ends holds again: `(https://example.com/a)。`.
 * @param cut where the address ends at the latest
 */
function lengthTo(shown: string, cut: number): number {
  let text = shown.slice(0, Math.max(cut, 0));
  for (let last = ''; last !== text; ) {
    last = text;
    text = text.replace(/[?!.,:*_~'"]+$/, '');
    if (text.endsWith(')') && text.split(')').length > text.split('(').length)
      text = text.slice(0, -1);
  }
  return text.length;
}

/** The address as written; undefined for `<…>` and `[…](…)`. */
function bareText({ children, position, url }: Link): string | undefined {
  const [text, ...others] = children;
  if (others.length || text?.type !== 'text') return undefined;
  if (text.position?.start.offset !== position?.start.offset) return undefined;
  return /^(https?:\/\/|www\.)/i.test(text.value) && url.endsWith(text.value)
    ? text.value
    : undefined;
}

function shorten(node: Link, shown: string, rest: string): void {
  const [text] = node.children;
  node.url = node.url.slice(0, node.url.length - rest.length);
  node.children = [{ ...text, type: 'text', value: shown }];
  for (const { position } of [node, node.children[0]!])
    if (position) {
      const { start } = position;
      const to = shown.length;
      position.end = {
        line: start.line,
        column: start.column + to,
        offset: (start.offset ?? 0) + to,
      };
    }
}

/** What stands behind a link, as Markdown; as text where it is none. */
function read(rest: string, parse: MdxFile['parse']): PhrasingContent[] {
  try {
    const { children } = parse(rest);
    const [only] = children;
    if (children.length === 1 && only?.type === 'paragraph') return only.children;
  } catch {
    // A lone brace, which MDX's own reading of the whole has passed as part of the address.
  }
  return [{ type: 'text', value: rest }];
}

/** From a place in the rest, which is of one line, to its place in the file. */
function shift(
  inner: { position?: Link['position'] },
  { position }: Link,
  cut: number,
  at: number,
): void {
  if (!position || !inner.position) return;
  const { line, column } = position.start;
  for (const point of [inner.position.start, inner.position.end])
    Object.assign(point, {
      line,
      column: column + cut + point.column - 1,
      offset: at + (point.offset ?? 0),
    });
}
