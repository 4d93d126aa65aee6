/** A heading of Slate Markdown as Redcarpet renders it: its id is made of that. */
import type { ElementContent } from 'hast';
import { escape } from '../shared/html.ts';
import { render } from '../shared/slug.ts';

const marked =
  /\uFDD2([^\uFDD3\uFDD4]*)\uFDD3([^\uFDD4]*)\uFDD4|\uFDD7([^\uFDD4]*)\uFDD4|\uFDD5[^\uFDD4]*\uFDD4|[\uFDD2-\uFDD7]/g;

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
