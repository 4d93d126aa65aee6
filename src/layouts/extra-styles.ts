/** Style sheets that few pages need, and whether one does. */

/** Classes that the author components of styles/extra/blocks.css bear. */
const blocks = /class="(?:[^"]* )?(?:steps|columns|card|accordion|badge|frame|tooltip)[" ]/;

/** @param html of the page's blocks */
export const needsBlockStyles = (html: readonly string[]): boolean =>
  html.some((part) => blocks.test(part));
