/** Takes every URL out and leaves a placeholder: only the site knows where it leads. */
import type { Root } from 'hast';
import type { WrittenLink } from '../fragment.ts';
import { placeholder } from '../placeholder.ts';
import { collapse, textOf } from '../../shared/hast/text.ts';
import { eachElement, SKIP } from '../../shared/hast/walk.ts';

const kinds: Record<string, Record<string, WrittenLink['kind']>> = {
  a: { href: 'link' },
  area: { href: 'link' },
  img: { src: 'image', srcSet: 'media' },
  video: { src: 'media', poster: 'media' },
  audio: { src: 'media' },
  source: { src: 'media', srcSet: 'media' },
  track: { src: 'media' },
  iframe: { src: 'frame' },
  embed: { src: 'frame' },
  object: { data: 'frame' },
};

/** What Astro made of an imported picture, base and all; in `dev` it serves it elsewhere. */
const made = /^\/(?:[^?#]*\/)?(?:_astro\/|_image\?|@fs\/)/;

/** A URL of a `srcset`, with a width or density behind it. */
const candidate = /((?:^|,)\s*)([^\s,]\S*[^\s,]|[^\s,])/g;

/** @returns the links in order; a link's index is its placeholder's */
export function takeLinks(tree: Root): WrittenLink[] {
  const links: WrittenLink[] = [];
  let heading = -1,
    line = 0;
  eachElement(tree, (node) => {
    if (node.properties.dataGenerated !== undefined) return SKIP;
    if (node.properties.dataLine !== undefined) line = Number(node.properties.dataLine);
    if (node.properties.dataOutline !== undefined) heading = Number(node.properties.dataOutline);
    for (const [property, kind] of Object.entries(kinds[node.tagName] ?? {})) {
      const value = node.properties[property];
      const take = (url: string): string => {
        if (made.test(url)) return url;
        links.push({
          url,
          kind,
          line,
          text: kind === 'link' ? collapse(textOf(node)) : String(node.properties.alt ?? ''),
          heading,
        });
        const sized = node.properties.width || node.properties.height;
        return placeholder(kind === 'image' && !sized ? 'm' : 'l', links.length - 1);
      };
      if (property === 'srcSet' && value)
        node.properties[property] = String(value).replace(
          candidate,
          (_, before, url) => before + take(url),
        );
      else if (typeof value === 'string') node.properties[property] = take(value);
    }
  });
  return links;
}
