/** Fences, as Redcarpet sees them (three or more of either mark), and a little more generously. */

export interface FenceLine {
  /** Columns before the marks. */
  indent: number;
  /** Everything after the marks, trimmed. */
  info: string;
}

const fence = /^([ \t]*)(`{3,}|~{3,})(.*)$/;

export function fenceLine(line: string): FenceLine | undefined {
  const found = fence.exec(line);
  if (!found) return undefined;
  const [, space = '', marks = '', rest = ''] = found;
  if (marks[0] === '`' && rest.includes('`')) return undefined;
  return { indent: columns(space), info: rest.trim() };
}

/** Closes any open fence; only its indent may not be that of the code (`limit`, in columns). */
export function closes(line: string, limit: number): boolean {
  const found = fenceLine(line);
  return found !== undefined && found.info === '' && found.indent <= limit;
}

/** The lines of a text that stand in no fence, with their indices. */
export function* linesOutsideFences(text: string): Iterable<{ index: number; line: string }> {
  let indent: number | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (indent === undefined) {
      indent = fenceLine(line)?.indent;
      if (indent === undefined) yield { index, line };
    } else if (closes(line, indent + 3)) indent = undefined;
  }
}

/**
 * Language and meta of an info string: one word (` ``` json`), a class in braces (`{.json .x}`), or
 * a language followed
 * by meta.
 * @returns undefined where it is no info string (` ```"a": {`): the line is a code span's first
 */
export function parseInfo(info: string): { language: string; meta: string } | undefined {
  const braces = /^\{([^}]*)\}\s*(.*)$/.exec(info);
  if (braces) {
    const language = /^\s*\.?([^\s.]\S*)/.exec(braces[1] ?? '')?.[1] ?? '';
    return { language, meta: braces[2] ?? '' };
  }
  const [language = '', ...rest] = info.split(/\s+/);
  if (rest.length === 0) return { language, meta: '' };
  if (!/^[A-Za-z][\w+#.-]*[:,]?$/.test(language)) return undefined;
  return { language: language.replace(/[:,]$/, ''), meta: info.slice(language.length).trim() };
}

/** Width of white space, tabs to stops of four. */
export function columns(space: string): number {
  let width = 0;
  for (const char of space) width += char === '\t' ? 4 - (width % 4) : 1;
  return width;
}

/** `line` with spaces for its tabs, to stops of four. */
export function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let expanded = '',
    width = 0;
  for (const char of line) {
    const step = char === '\t' ? 4 - (width % 4) : 1;
    expanded += char === '\t' ? ' '.repeat(step) : char;
    width += step;
  }
  return expanded;
}

/** `line` without up to `width` columns of white space at its start; a cut tab's rest is spaces. */
export function dedent(line: string, width: number): string {
  let column = 0,
    at = 0;
  while (at < line.length && column < width) {
    if (line[at] === ' ') column += 1;
    else if (line[at] === '\t') column += 4 - (column % 4);
    else break;
    at += 1;
  }
  return ' '.repeat(Math.max(0, column - width)) + line.slice(at);
}
