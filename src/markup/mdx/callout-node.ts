/** A callout as mdast: a node that becomes `<aside class="notice" data-callout="notice">`. */
import type { Paragraph, PhrasingContent } from 'mdast';
import { calloutLook } from '../callout.ts';

/** @param type as written, in whatever case; `own` are classes of the author's beside it */
export function calloutProperties(type: string, own: string[] = []): Record<string, string | string[]> {
  const name = type.toLowerCase();
  return { className: [name, ...own.filter((each) => each !== name)], dataCallout: calloutLook(name) ?? 'notice' };
}

/** The author's own title, as the first paragraph of the callout. */
export const titleParagraph = (children: PhrasingContent[]): Paragraph =>
  ({ type: 'paragraph', data: { hProperties: { className: ['aside-title'] } }, children });
