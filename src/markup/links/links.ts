/** Takes every URL out and leaves a placeholder: only the site knows where it leads. */
import type { Root } from 'hast';
import type { WrittenLink } from '../fragment.ts';
import { placeholder } from '../placeholder.ts';
import { collapse, textOf } from '../../shared/hast-text.ts';
import { eachElement, SKIP } from '../../shared/hast-walk.ts';

const kinds: Record<string, { property: string; kind: WrittenLink['kind'] }> = {
  a: { property: 'href', kind: 'link' },
  area: { property: 'href', kind: 'link' },
  img: { property: 'src', kind: 'image' },
  video: { property: 'src', kind: 'media' },
  audio: { property: 'src', kind: 'media' },
  source: { property: 'src', kind: 'media' },
  iframe: { property: 'src', kind: 'frame' },
};

/** @returns the links in order; a link's index is its placeholder's */
export function takeLinks(tree: Root): WrittenLink[] {
  const links: WrittenLink[] = [];
  let heading = -1,
    line = 0;
  eachElement(tree, (node) => {
    if (node.properties.dataGenerated !== undefined) return SKIP;
    if (node.properties.dataLine !== undefined) line = Number(node.properties.dataLine);
    if (node.properties.dataOutline !== undefined) heading = Number(node.properties.dataOutline);
    const of = kinds[node.tagName];
    const url = of && node.properties[of.property];
    if (!of || typeof url !== 'string') return;
    node.properties[of.property] = placeholder(
      of.kind === 'image' && !node.properties.width && !node.properties.height ? 'm' : 'l',
      links.length,
    );
    links.push({
      url,
      kind: of.kind,
      line,
      text: of.kind === 'link' ? collapse(textOf(node)) : String(node.properties.alt ?? ''),
      heading,
    });
  });
  return links;
}
