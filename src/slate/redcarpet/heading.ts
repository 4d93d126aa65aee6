/** Headings of Redcarpet's Markdown. */
import { expandTabs } from '../../shared/fence.ts';
import { normaliseInline } from './inline.ts';
import { END, OWN_ID } from './marks.ts';

const marked = /^(#{1,6})(.*)$/;
const ownId = /(^|[^\\])\[#([^\]\s]+)\]$/;

/**
 * `## Title ##`: closing marks are dropped, also without a space before them. Tabs become spaces,
 * of which an id may be made.
 */
export function markedHeading(line: string): { level: number; text: string } {
  const [, marks = '', rest = ''] = marked.exec(expandTabs(line)) ?? [];
  return { level: marks.length, text: trim(rest.replace(/#+$/, '')) };
}

/**
 * A heading for GFM, with its author's own id (`[#my-id]`) in marks.
 * @param labels of the text's link definitions: `[#x]` may be one
 */
export function headingLine(level: number, text: string, labels: ReadonlySet<string>): string {
  const own = ownId.exec(text);
  let shown = text,
    id = '';
  if (own && !labels.has(`#${own[2]}`.toLowerCase())) {
    shown = text.slice(0, own.index + own[1]!.length).trimEnd();
    id = ` ${OWN_ID}${own[2]}${END}`;
  }
  // CommonMark would drop a mark at the end that is text.
  const inline = normaliseInline(shown, true).replace(/(^|[^\\])#$/, '$1\\#');
  return `${'#'.repeat(level)} ${inline}${id}`;
}

/** Without the white space that Markdown drops; a no-break space is text. */
export const trim = (text: string): string => text.replace(/^[ \t]+|[ \t]+$/g, '');
