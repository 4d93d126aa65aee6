/** The Markdown library, and what it must not see. */
import type { Element, Root } from 'hast';
import { markdownToHast } from 'satteri';
import type { Content } from './raw-tag.ts';
import { EQUALS, SLASH } from './redcarpet/marks.ts';

const features = { gfm: { footnotes: false }, frontmatter: false } as const;

const attribute = String.raw`\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?`;
/** A start tag; not after a backslash, nor where a link's address stands. */
const startTag = new RegExp(
  String.raw`<(?<!(?:\\|\]\(|\]:[ \t]*)<)[A-Za-z][A-Za-z0-9-]*(?:${attribute})+\s*/?>`,
  'g',
);
const bareValue = /("[^"]*"|'[^']*')|(=\s*)([^\s"'<>]+)/g;

/**
 * @param markdown GFM without noncharacters, or with those of `marks.ts`
 * @returns its tree, HTML as `raw` nodes
 */
export function markdownTree(markdown: string): Root {
  const hidden = hideBareValues(markdown);
  const tree = markdownToHast(hidden, { features }) as Root;
  if (hidden !== markdown) changeText(tree, shown);
  return tree;
}

/**
 * The library takes no slash in a value without quotation marks (`<img src=/a.png>`), and no `=`.
 * A browser takes both.
 */
const hideBareValues = (markdown: string): string =>
  markdown.replace(startTag, (tag) =>
    tag.replace(bareValue, (written, quoted: string | undefined, equals: string, bare: string) =>
      quoted ? written : equals + bare.replaceAll('/', SLASH).replaceAll('=', EQUALS),
    ),
  );

const shown = (text: string): string => text.replaceAll(SLASH, '/').replaceAll(EQUALS, '=');

/** Changes all that an author wrote: text, HTML, addresses and other attributes. */
export function changeText(tree: Root, change: (text: string) => string): void {
  const todo: (Root | Element)[] = [tree];
  for (let parent = todo.pop(); parent; parent = todo.pop())
    for (const node of parent.children as Content[]) {
      if (node.type === 'text' || node.type === 'raw') node.value = change(node.value);
      if (node.type !== 'element') continue;
      for (const [name, value] of Object.entries(node.properties))
        if (typeof value === 'string') node.properties[name] = change(value);
      todo.push(node);
    }
}
