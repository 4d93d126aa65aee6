/**
 * How deep the marks of an MDX text nest, before its compiler sees it: that takes the cube of the
 * depth, or overflows the stack. Counted crudely, far beyond what an author writes.
 */
import { linesOutsideFences } from '../shared/fence.ts';

/** Quotes and lists in each other, as in Slate Markdown. */
const MAX_CONTAINERS = 100;
/** Open tags, and open brackets of one paragraph. */
const MAX_OPEN = 300;

export interface Deep {
  what: 'quotes and lists' | 'directives' | 'tags' | 'brackets';
  most: number;
  /** 1-based, of the text. */
  line: number;
  column: number;
}

/** `:::notice`; three colons alone close one. */
const directive = /^[ \t]*:{3,}([ \t]*$|[\w-])/;

const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const container = />|[-+*](?=[ \t])|\d[.)](?=[ \t])/g;
/** Of a tag; bounded, since hostile text is what this is for. */
const attributes = [
  /[^<>"'{}]/,
  /"[^"]{0,500}"/,
  /'[^']{0,500}'/,
  /\{(?:[^{}]|\{[^{}]{0,500}\}){0,500}\}/,
].map(({ source }) => source);
/** What is escaped and code (both passed over), tags that end on their line, brackets. */
const marks = new RegExp(
  [
    /\\./.source,
    /(`+)(?!`)[^`]*\1/.source,
    `</?(?=[A-Za-z>])(?:${attributes.join('|')}){0,500}>`,
    /\[|\]/.source,
  ].join('|'),
  'g',
);

/** The first place that lies too deep; undefined where there is none. */
export function tooDeep(text: string): Deep | undefined {
  let tags = 0,
    brackets = 0,
    directives = 0;
  for (const { index, line } of linesOutsideFences(text)) {
    if (!line.trim()) brackets = 0;
    const start = containers.exec(line)?.[0] ?? '';
    const deep = [...start.matchAll(container)][MAX_CONTAINERS];
    if (deep)
      return {
        what: 'quotes and lists',
        most: MAX_CONTAINERS,
        line: index + 1,
        column: deep.index + 1,
      };
    const colons = directive.exec(line)?.[1];
    if (colons !== undefined) directives = Math.max(0, directives + (colons.trim() ? 1 : -1));
    if (directives > MAX_OPEN)
      return { what: 'directives', most: MAX_OPEN, line: index + 1, column: 1 };
    if (!/[<[]/.test(line) && !(brackets && line.includes(']'))) continue;
    for (const { 0: mark, index: at } of line.matchAll(marks)) {
      if (mark === '[') brackets++;
      else if (mark === ']') brackets = Math.max(0, brackets - 1);
      else if (mark.startsWith('</')) tags = Math.max(0, tags - 1);
      else if (mark.startsWith('<') && !mark.endsWith('/>')) tags++;
      if (tags > MAX_OPEN || brackets > MAX_OPEN)
        return {
          what: tags > MAX_OPEN ? 'tags' : 'brackets',
          most: MAX_OPEN,
          line: index + 1,
          column: at + 1,
        };
    }
  }
  return undefined;
}
