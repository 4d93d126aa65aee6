/** Values that may stand somewhere: “One of `asc`, `desc`”, or a list whose items begin with them. */
import type { Element } from 'hast';
import { isElement, textOf } from '../../shared/hast-text.ts';

/** Words of a value: `30d`, `event alert`, `Scheduled Maintenance`. */
const value = /^(?=.*\p{L})[\p{L}\p{N}_$@][\p{L}\p{N}_$.:/@+ -]{0,60}$/u;

/** The values that an item or a line lists; those behind other words are named by the way. */
export function valuesIn({ tagName, children }: Element): string[] {
  const from = children.findIndex((child) => isElement(child, 'code'));
  if (from < 0) return [];
  const lead = children.slice(0, from).map(textOf).join('').trim();
  if (lead && !/\b(?:one of|values?(?: are| is)?:?|always)$/i.test(lead)) return [];
  const names: string[] = [];
  for (let at = from; isElement(children[at]!, 'code'); at += 2) {
    names.push(textOf(children[at]!).trim());
    if (!children[at + 2] || !/^\s*(?:[,|/]|,?\s*(?:or|and))\s*$/i.test(textOf(children[at + 1]!)))
      break;
  }
  return tagName === 'li' || names.length > 1 || lead
    ? names.filter((name) => value.test(name))
    : [];
}
