/** The name in a parameter's row, and how deep it lies in its object. */
import type { Element, ElementContent } from 'hast';
import { isElement, textOf } from '../../shared/hast/text.ts';

export interface ParameterName {
  /** As written, without marks of nesting: `first_name`, `billing.first_name`, `items[].id`. */
  name: string;
  /** How far it is indented, in steps that only compare within one table. */
  indent: number;
}

/** Marks of nesting: widdershins `»`, arrows, box drawing, spaces that do not collapse. */
const marks =
  /^(?:[\s\u00A0\u2000-\u200B\u3000]|[»›>↳→└├│┃┗─━|–—•·∟]|-(?=[\s\u00A0>])|(?:\.\.+))+/u;

/** @returns undefined where the cell holds no name: prose, or nothing */
export function parameterName(cell: Element): ParameterName | undefined {
  const line = firstLine(cell);
  const mark = marks.exec(line)?.[0] ?? '';
  const name = line
    .slice(mark.length)
    .replace(/[\s\u00A0]+/gu, ' ')
    .trim()
    .replace(/^(\S+?)(?:[(（*:].*|\s[([（*:].*)?$/u, '$1')
    .replace(/[*?:]+$/, '');
  return isName(name) ? { name, indent: weight(mark) } : undefined;
}

/** The text up to the first `<br>`, since many write the type below the name. */
function firstLine(cell: Element): string {
  let text = '';
  const walk = (nodes: ElementContent[]): boolean =>
    nodes.every((node) => {
      if (node.type === 'element' && node.tagName === 'br') return !text.trim();
      if (
        node.type === 'element' &&
        node.tagName !== 'code' &&
        node.children.some((child) => isElement(child, 'br'))
      )
        return walk(node.children);
      text += textOf(node);
      return true;
    });
  walk(cell.children);
  return text.replace(/^[ \t\n]+/, '');
}

/** One word, or a few (`Content Type`): prose in a first column names no parameter. */
const isName = (name: string): boolean =>
  name !== '' && name.length <= 90 && name.split(' ').length <= 3 && /[\p{L}\p{N}]/u.test(name);

/** A mark counts four, a space one: `»»` is twice `»`, four no-break spaces are one `↳`. */
function weight(mark: string): number {
  let sum = 0;
  for (const character of mark)
    sum += /[»›>↳→└├┗–—•·∟.-]/u.test(character)
      ? 4
      : /[\u00A0\u2000-\u200A\u3000]/u.test(character)
        ? 1
        : 0;
  return sum;
}

/** The names above a dotted or bracketed one, nearest first: `a.b[0].c` → `a.b[0]`, `a.b`, `a`. */
export function* namesAbove(name: string): Generator<string> {
  let rest = name;
  for (;;) {
    const cut = /^(.+?)(?:\.[^.[\]]*|\[[^[\]]*\])$/u.exec(rest)?.[1];
    if (!cut) return;
    yield cut;
    rest = cut;
  }
}
