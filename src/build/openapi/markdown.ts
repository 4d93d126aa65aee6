/** Markdown of descriptions: GFM, and always made safe, since descriptions come from elsewhere. */
import type { ElementContent } from 'hast';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { sanitize } from '../../markup/sanitize/sanitize.ts';
import type { Markdown } from '../../openapi/index.ts';
import { gfmToHast } from '../../slate/gfm.ts';

/** Without one of these a text holds neither an element nor a link that could do harm. */
const risky = /<[a-z!/?]|\]\s*[:([]|&#|:\/\//i;

/** @param report told of what was removed, without a place */
export const descriptionMarkdown =
  (report: Report): Markdown =>
  (text) => {
    const tree = gfmToHast(text);
    if (risky.test(text)) sanitize(tree, report);
    return tree.children as ElementContent[];
  };
