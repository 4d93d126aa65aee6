import { expandTabs } from '../../shared/fence.ts';
import { normaliseInline } from './inline.ts';
import { END, OWN_ID } from './marks.ts';

const marked = /^(#{1,6})(.*)$/;
const ownId = /(^|[^\\])\[#([^\]\s]+)\]$/;

/** `## Title ##`: closing marks go. Tabs become spaces, of which an id may be made. */
export function markedHeading(line: string): { level: number; text: string } {
  const [, marks = '', rest = ''] = marked.exec(expandTabs(line)) ?? [];
  return { level: marks.length, text: trim(rest.replace(/#+$/, '')) };
}

/** For GFM, its own id (`[#my-id]`) in marks. @param labels link definitions: `[#x]` may be one */
export function headingLine(level: number, text: string, labels: ReadonlySet<string>): string {
  const own = ownId.exec(text);
  let shown = text,
    id = '';
  if (own && !labels.has(`#${own[2]}`.toLowerCase())) {
    shown = text.slice(0, own.index + own[1]!.length).trimEnd();
    id = ` ${OWN_ID}${own[2]}${END}`;
  }
  // CommonMark would drop a mark at the end.
  const inline = normaliseInline(shown, true).replace(/(^|[^\\])#$/, '$1\\#');
  return `${'#'.repeat(level)} ${inline}${id}`;
}

/** A no-break space is text. */
export const trim = (text: string): string => text.replace(/^[ \t]+|[ \t]+$/g, '');
