/** A column's side, as Markdown's `:--` gives it. */
import type { Element } from 'hast';

/**
 * `style="text-align:right"` becomes `align="right"`: a style in an attribute would need a digest
 * in the page's policy. Anything else in `style` is the author's own, and stays.
 */
export function alignCell({ properties }: Element): void {
  const side = /^\s*text-align:\s*(left|right|center)\s*;?\s*$/.exec(
    String(properties.style ?? ''),
  );
  if (!side) return;
  properties.align = side[1]!;
  delete properties.style;
}
