/** MDX that its compiler would not come through is told and left out. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { linesOutsideFences } from '../shared/fence.ts';

/**
 * Reports text that is beyond the compiler.
 * @param lineOffset lines of the file before the text
 */
export function isBeyondCompiler(
  { file, text, lineOffset }: { file: string; text: string; lineOffset: number },
  report: Report,
): boolean {
  const elements = elementsOf(text);
  if (elements > MAX_ELEMENTS) {
    const [has, most] = [elements, MAX_ELEMENTS].map((count) => `${Math.round(count / 1000)},000`);
    report({
      kind: 'file-too-large',
      file,
      message:
        `this file has about ${has} elements; the MDX compiler can take ${most} from one file, ` +
        'so it is left out',
      hint: 'split it into includes, or write it in Slate Markdown (.md)',
    });
    return true;
  }
  const deep = tooDeep(text);
  if (!deep) return false;
  report({
    kind: 'nesting-too-deep',
    file,
    line: deep.line + lineOffset,
    column: deep.column,
    message: `${deep.what} are nested more than ${deep.most} levels deep here, and the file is left out`,
    hint: 'close them, or use fewer levels',
  });
  return true;
}

/**
 * More is refused: measured with hostile tables, headings, links and entities, this is where a build
 * takes two gigabytes or a minute. The largest reference at hand, of 39,000 lines, has some 25,000.
 */
export const MAX_ELEMENTS = 350_000;

/** Roughly, in cells of a table: what each piece of a line, outside of fences, takes. */
const weights: [pattern: RegExp, weight: number][] = [
  [/^#/, 6],
  [/\|/g, 2],
  [/`/g, 1],
  [/\[/g, 3],
  [/&/g, 3],
  [/</g, 2],
  [/\{/g, 2],
];

/** How much the compiler would make of a text: each element costs it some kilobytes. */
export function elementsOf(text: string): number {
  let elements = 0;
  for (const { line } of linesOutsideFences(text)) {
    if (!line.trim()) continue;
    elements += 1;
    for (const [pattern, weight] of weights)
      elements += weight * (line.match(pattern)?.length ?? 0);
  }
  return elements;
}

/** Quotes and lists in each other, as in Slate Markdown. */
const MAX_CONTAINERS = 100;
/** Open tags, and open brackets of one paragraph. */
const MAX_OPEN = 300;

interface Deep {
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

/**
 * The first place that lies too deep; undefined where there is none. The compiler takes the cube of
 * the depth, or overflows the stack. Counted crudely, far beyond what an author writes.
 */
function tooDeep(text: string): Deep | undefined {
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
