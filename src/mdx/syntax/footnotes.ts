/**
 * Makes footnotes' ids unique on a page of several files, and keeps their label out of the
 * contents.
 */
import type { Element, Properties, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** What GFM gives, the same in every file. */
const made = /^(?:user-content-)?(fn|fnref)-(.+)$/;

/** @param file the file's path: its ids' part of every footnote's */
export function footnotes(tree: Root, file: string): void {
  // The site's own ids start with `UI-`, which no id of Slate's does.
  const prefix = `UI-${file
    .replace(/\.mdx$/i, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')}`;
  const own = (id: string) => id.replace(made, `${prefix}-$1-$2`);
  const noted = (properties: Properties) =>
    ['dataFootnoteRef', 'dataFootnoteBackref'].some((name) => properties[name] !== undefined);
  visit(tree, 'element', (node, _index, parent) => {
    const { properties } = node;
    if (noted(properties)) {
      if (typeof properties.href === 'string')
        properties.href = `#${own(properties.href.slice(1))}`;
      if (typeof properties.id === 'string') properties.id = own(properties.id);
      if (properties.ariaDescribedBy !== undefined)
        properties.ariaDescribedBy = [`${prefix}-footnotes`];
      if (properties.dataFootnoteBackref !== undefined) properties.dataGenerated = '';
    } else if (properties.dataFootnotes !== undefined) label(node, `${prefix}-footnotes`);
    else if (
      node.tagName === 'li' &&
      typeof properties.id === 'string' &&
      made.test(properties.id) &&
      parent?.type === 'element'
    )
      properties.id = own(properties.id);
  });
}

/** The label is the site's word; as a heading it would start a section. */
function label(section: Element, id: string): void {
  const heading = section.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'h2',
  );
  if (heading)
    Object.assign(heading, {
      tagName: 'p',
      properties: { id, className: ['sr-only'], hidden: true, dataGenerated: '' },
    });
}
