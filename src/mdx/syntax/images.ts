/** Keeps images from Astro, which would make webp files of other names. */
import type { Definition, Image, ImageReference, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** `![alt](x.png "title")` and `![alt][ref]` become `<img>` with the URL as written. */
export function images(tree: Root): void {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  visit(tree, (node, index, parent) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return;
    const target = node.type === 'image' ? node : definitions.get(node.identifier);
    if (target) (parent as Parents).children[index!] = plain(node, target) as unknown as Image;
  });
}

/** Astro takes nodes of the types `image` and `imageReference`; another type passes. */
function plain(node: Image | ImageReference, { url, title }: Image | Definition) {
  return {
    type: 'plainImage',
    position: node.position,
    children: [],
    data: {
      hName: 'img',
      hProperties: {
        ...node.data?.hProperties,
        src: url,
        alt: node.alt ?? '',
        ...(title && { title }),
      },
    },
  };
}
