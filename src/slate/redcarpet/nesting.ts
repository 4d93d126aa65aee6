/**
 * How deep the marks of an MDX text lie in each other, before its compiler sees it: that takes the cube of the depth, or
 * ends the process's stack. Counted crudely, far beyond what an author writes.
 */
import { fenceLine, closes } from './fence.ts';

/** Quotes and lists in each other, as in Slate Markdown. */
const mostContainers = 100;
/** Open tags, and open brackets of one paragraph. */
const mostOpen = 300;

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
/** Tags that end on their line, and brackets; code and what is escaped are passed over. Bounded, since hostile text is what this is for. */
const marks =
  /\\.|(`+)(?!`)[^`]*\1|<\/?(?=[A-Za-z>])(?:[^<>"'{}]|"[^"]{0,500}"|'[^']{0,500}'|\{(?:[^{}]|\{[^{}]{0,500}\}){0,500}\}){0,500}>|\[|\]/g;

/** The first place that lies too deep; undefined where there is none. */
export function tooDeep(text: string): Deep | undefined {
  let tags = 0,
    brackets = 0,
    directives = 0,
    indent: number | undefined;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (indent !== undefined) {
      if (closes(line, indent + 3)) indent = undefined;
      continue;
    }
    indent = fenceLine(line)?.indent;
    if (indent !== undefined) continue;
    if (!line.trim()) brackets = 0;
    const start = containers.exec(line)?.[0] ?? '';
    const deep = [...start.matchAll(container)][mostContainers];
    if (deep)
      return {
        what: 'quotes and lists',
        most: mostContainers,
        line: index + 1,
        column: deep.index + 1,
      };
    const colons = directive.exec(line)?.[1];
    if (colons !== undefined) directives = Math.max(0, directives + (colons.trim() ? 1 : -1));
    if (directives > mostOpen)
      return { what: 'directives', most: mostOpen, line: index + 1, column: 1 };
    if (!/[<[]/.test(line) && !(brackets && line.includes(']'))) continue;
    for (const { 0: mark, index: at } of line.matchAll(marks)) {
      if (mark === '[') brackets++;
      else if (mark === ']') brackets = Math.max(0, brackets - 1);
      else if (mark.startsWith('</')) tags = Math.max(0, tags - 1);
      else if (mark.startsWith('<') && !mark.endsWith('/>')) tags++;
      if (tags > mostOpen || brackets > mostOpen)
        return {
          what: tags > mostOpen ? 'tags' : 'brackets',
          most: mostOpen,
          line: index + 1,
          column: at + 1,
        };
    }
  }
  return undefined;
}
