/** A callout as mdast: a node that becomes `<aside class="notice" data-callout="notice">`. */
import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import { nearest } from '../../shared/nearest.ts';
import { calloutLook, calloutTypes } from '../../shared/callout.ts';
import type { MdxFile } from '../context.ts';
import { placeOf } from '../source.ts';

/**
 * @param type as written, in any case
 * @param own the author's classes beside it
 */
export function calloutProperties(
  type: string,
  own: string[] = [],
): Record<string, string | string[]> {
  const name = type.toLowerCase();
  return {
    className: [name, ...own.filter((each) => each !== name)],
    dataCallout: calloutLook(name) ?? 'notice',
  };
}

/** The author's own title, as the first paragraph of the callout. */
export const titleParagraph = (children: PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  data: { hProperties: { className: ['aside-title'] } },
  children,
});

/** Reports a name that is no callout's. @param mark what stands before it: `:::`, `[!` */
export function unknownCallout(
  node: Nodes,
  mark: string,
  name: string,
  { file, report }: MdxFile,
): void {
  const lower = name.toLowerCase();
  const meant =
    nearest(lower, calloutTypes) ??
    calloutTypes.find((type) => lower.length > 2 && type.startsWith(lower));
  const written = (type: string) => `\`${mark}${mark === '[!' ? `${type.toUpperCase()}]` : type}\``;
  report({
    kind: 'directive-unknown',
    file,
    ...placeOf(node),
    message: `${written(name)} is not a callout, so it is shown as text`,
    hint: meant ? `did you mean ${written(meant)}?` : `callouts are ${calloutTypes.join(', ')}`,
  });
}
