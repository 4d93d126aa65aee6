/**
 * Values that may stand somewhere: “One of `asc`, `desc`”, a list whose items begin with them, or a
 * paragraph that begins with one in bold.
 */
import type { Element } from 'hast';
import { isMethod } from './endpoint-symbols.ts';
import { isElement, textOf } from '../../shared/hast/text.ts';

/** Words of a value: `30d`, `event alert`, `won't fix`, `master /docs`. */
const value = /^(?=.*\p{L})[\p{L}\p{N}_$@][\p{L}\p{N}_$.:,'’/@+ -]{0,60}$/u;

const lead = /\b(?:one of|values?(?: (?:are|is|include))?:?|always)$/i;
const between = /^(?:[,|/]|,?\s*(?:or|and))$/i;

/** Nothing but several values. */
const listsAlone = (children: Element['children']): boolean =>
  children.length > 2 &&
  children.every((child) => isElement(child, 'code') || between.test(textOf(child).trim()));

/** What no sentence begins with: `IN_PROGRESS`, `GTT`, `postOnly`. */
const bold = /^(?:[A-Z][A-Z0-9-]+[A-Z0-9]|\w*(?:_|[a-z](?=[A-Z]))\w+)$/;
/** What sentences do begin with, loudly. */
const loud =
  /^(?:NOTES?|TIP|HINT|INFO|IMPORTANT|WARNING|CAUTION|DANGER|ATTENTION|NEW|BETA|DEPRECATED)$/;

/** The values that an item or a line lists; those behind other words are named by the way. */
export function valuesIn({ tagName, children }: Element): string[] {
  const [first, ...rest] = children;
  const term = isElement(first, 'strong', 'b') && rest.length ? textOf(first).trim() : '';
  const names: string[] = bold.test(term) && !loud.test(term) && !isMethod(term) ? [term] : [];
  let before = '';
  const isList = tagName === 'li' || listsAlone(children);
  let listing = false;
  for (const child of children) {
    if (!isElement(child, 'code')) {
      before += textOf(child);
      continue;
    }
    const text = before.trim();
    listing = (listing && between.test(text)) || lead.test(text) || (isList && !text);
    if (listing) names.push(textOf(child).trim());
    before = '';
  }
  return names.filter((name) => value.test(name));
}
