/**
 * `<Operation id="…" />`, `<Schema name="…" />` and `<Tag name="…" />` in MDX, found before anything
 * is compiled: what is placed by hand is not generated again.
 */
import { linesOutsideFences } from '../../shared/fence.ts';
import type { SourceFile } from '../../source/document.ts';

/** What an author places, and where. */
export interface Placement {
  kind: 'operation' | 'schema' | 'tag';
  /** Of the operation its `id`, else its `name`. */
  name: string;
  /** The description, where it is not the page's: its path, as written. */
  of: string;
  /** Of its heading; 0: the usual one. */
  level: number;
  file: string;
  line: number;
  column: number;
}

/** Tells a document's placements apart: the element that stands for one has the same parts. */
export const placementKey = ({ kind, name, of }: Pick<Placement, 'kind' | 'name' | 'of'>): string =>
  [kind, name, of].join('\n');

const attribute =
  /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*(?:"([^"]*)"|'([^']*)'|(\d+))\s*\}))?/g;
const tag = /<(Operation|Schema|Tag)\b((?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*\})*)>/g;

/** @param isOurs whether a name is our component: an owner may have one of the same name */
export function placementsIn(
  { file, dialect, text, lineOffset }: SourceFile,
  isOurs: (component: string) => boolean,
): Placement[] {
  if (dialect !== 'mdx' || !/<(?:Operation|Schema|Tag)\b/.test(text)) return [];
  const shown = withoutCode(text);
  return [...shown.matchAll(tag)].flatMap(({ 1: component = '', 2: rest = '', index }) => {
    if (!isOurs(component) || declares(shown, component)) return [];
    const given = new Map(
      [...rest.matchAll(attribute)].map(([, name, ...values]) => [
        name!,
        values.find((value) => value !== undefined) ?? '',
      ]),
    );
    const name = given.get(component === 'Operation' ? 'id' : 'name')?.trim();
    if (!name) return [];
    const before = shown.slice(0, index).split('\n');
    return [
      {
        kind: component.toLowerCase() as Placement['kind'],
        name,
        of: given.get('of')?.trim() ?? '',
        level: Number(given.get('level') ?? 0) || 0,
        file,
        line: before.length + lineOffset,
        column: before.at(-1)!.length + 1,
      },
    ];
  });
}

/** The file imports or makes a component of that name. */
const declares = (text: string, name: string): boolean =>
  new RegExp(`^(?:import|export)\\b[^;\\n]*\\b${name}\\b`, 'm').test(text);

/** The same text with blanks for fences, code spans and comments. */
function withoutCode(text: string): string {
  const lines = text.split('\n').map((line) => ' '.repeat(line.length));
  for (const { index, line } of linesOutsideFences(text)) lines[index] = line;
  return lines
    .join('\n')
    .replace(/(`+)(?!`)[^`]+?\1(?!`)|\{\/\*[^]*?\*\/\}/g, (code) => code.replace(/[^\n]/g, ' '));
}
