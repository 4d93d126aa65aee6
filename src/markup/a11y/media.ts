/** What shows something without being text. */
import type { Element } from 'hast';
import { isElement } from '../../shared/hast/text.ts';

const media = /^(?:img|svg|input|video|audio|iframe|object|picture|canvas)$/;

/** Whether a picture, a player or a field stands in an element. */
export const holdsMedia = (node: Element): boolean =>
  node.children.some(
    (child) => isElement(child) && (media.test(child.tagName) || holdsMedia(child)),
  );
