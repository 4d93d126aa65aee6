/** A heading of Slate Markdown as Redcarpet renders it: its id is made of that. */
import type { ElementContent } from 'hast';
import { escape } from '../shared/html.ts';
import { render } from '../shared/slug.ts';
import { END, ENTITY, OWN_ID, SHOWN, TAG } from './redcarpet/marks.ts';

const upToEnd = `([^${END}]*)${END}`;
const marked = new RegExp(
  [
    `${ENTITY}([^${SHOWN}${END}]*)${SHOWN}${upToEnd}`,
    `${TAG}${upToEnd}`,
    `${OWN_ID}[^${END}]*${END}`,
    `[${ENTITY}-${TAG}]`,
  ].join('|'),
  'g',
);

/** @param children raw HTML is in `raw` nodes; marks (`redcarpet/marks.ts`) are still in */
export function renderSlateHeading(
  children: readonly (ElementContent | { type: 'raw'; value: string })[],
): string {
  return render(children, text).replace(/^[ \n]+|[ \n]+$/g, '');
}

function text(value: string, inCode: boolean): string {
  let html = '',
    done = 0;
  for (const found of value.matchAll(marked)) {
    const [whole, entity, shown, tag] = found;
    html += escape(value.slice(done, found.index));
    if (entity !== undefined) html += inCode ? escape(shown ?? '') : `&${entity};`;
    else if (tag !== undefined) html += inCode ? escape(tag) : tag;
    done = found.index + whole.length;
  }
  return html + escape(value.slice(done));
}
