/** The part of a file that a fence shows: all of it, some lines, or a region. */

export interface FilePart {
  text: string;
  /** 1-based line of the file that it begins with. */
  line: number;
}

/** What is wrong with the part that a fence names. */
export interface PartProblem {
  /** Goes on from the name of the file. */
  problem: string;
  hint: string;
}

/** `#region name` in a comment of any language: `// #region a`, `<!-- #region a -->`, `#region a`. */
const mark = new RegExp(
  String.raw`^\s*(?:[^\s\w#]{1,4}\s*|#\s+|REM\s+)?#(?:pragma\s+)?(end)?region\b[ \t]*` +
    String.raw`(.*?)\s*(?:\*/|-->)?\s*$`,
);

interface Mark {
  isEnd: boolean;
  name: string;
}

function markOf(line: string): Mark | undefined {
  const found = line.includes('region') ? mark.exec(line) : null;
  return found ? { isEnd: found[1] !== undefined, name: found[2]! } : undefined;
}

/**
 * @param lines 1-based, both included
 * @returns its text without the marks of regions and without the indentation that all of it shares,
 *   or what is wrong
 */
export function partOfFile(
  text: string,
  { lines, region }: { lines?: { from: number; to: number }; region?: string },
): FilePart | PartProblem {
  const all = text.replace(/\n$/, '').split('\n');
  if (region !== undefined) return regionOf(all, region);
  if (!lines) return { text: all.filter((line) => !markOf(line)).join('\n'), line: 1 };
  if (lines.from > all.length)
    return {
      problem: `has ${all.length} lines, and none from ${lines.from} on`,
      hint: 'name lines that it has',
    };
  return cut(all, lines.from - 1, Math.min(lines.to, all.length));
}

function regionOf(all: string[], region: string): FilePart | PartProblem {
  const start = all.findIndex((line) => {
    const found = markOf(line);
    return found !== undefined && !found.isEnd && found.name === region;
  });
  if (start < 0)
    return {
      problem: `has no region “${region}”`,
      hint: `write \`#region ${region}\` and \`#endregion\` into comments of the file`,
    };
  let depth = 1;
  for (let at = start + 1; at < all.length; at++) {
    const found = markOf(all[at]!);
    if (!found) continue;
    if (found.isEnd && found.name === region) depth = 0;
    else depth += found.isEnd ? -1 : 1;
    if (depth <= 0) return cut(all, start + 1, at);
  }
  return {
    problem: `has a region “${region}” that never ends`,
    hint: 'write `#endregion` into a comment of the file',
  };
}

/** @param start 0-based; @param end the line after the last */
function cut(all: string[], start: number, end: number): FilePart {
  const shown = all.slice(start, end).filter((line) => !markOf(line));
  const indents = shown
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)![0]);
  const [first = ''] = indents;
  const shared = indents.reduce((shared, indent) => {
    let length = 0;
    while (length < shared.length && shared[length] === indent[length]) length++;
    return shared.slice(0, length);
  }, first);
  return { text: shown.map((line) => line.slice(shared.length)).join('\n'), line: start + 1 };
}
