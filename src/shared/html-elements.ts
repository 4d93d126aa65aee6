/** Names of HTML's elements. In a Slate text any other tag is text: `<ID>`, `Map<string>`. */
import { htmlVoidElements } from 'html-void-elements';
import names from './html-elements.json' with { type: 'json' };

const phrasing = new Set(names.phrasing);
const known = new Set([...names.phrasing, ...names.flow]);
const empty = new Set(htmlVoidElements);
const optionalEndTag = new Set(names.optionalEndTag);
const likelyText = new Set(names.likelyText);

export const isElementName = (name: string): boolean => known.has(name.toLowerCase());
/** Stands in running text: may stand in a paragraph, and hold it or stand alone. */
export const isPhrasing = (name: string): boolean => phrasing.has(name);
/** Has no content and no end tag. */
export const isVoid = (name: string): boolean => empty.has(name);
/** Its end tag may be left out. */
export const mayStayOpen = (name: string): boolean => optionalEndTag.has(name);
/** A word of API texts: without attributes and an end tag it is a placeholder. */
export const isLikelyText = (name: string): boolean => likelyText.has(name);
