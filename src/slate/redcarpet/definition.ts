/** Definitions of link references as Redcarpet reads them: the URL may be on the next line. */

export interface Definition {
  /** The definition on one line, as it can be read again. */
  source: string;
  /** As CommonMark reads it. */
  written: string;
  /** Index of the line after it. */
  next: number;
}

const label = /^ {0,3}(\[[^\]\n]+\]):[ \t]*(.*)$/;
const address = /^(<?)(\S+)[ \t]*$/;
/** A title runs to the end of its line, whatever marks it holds. */
const addressAndTitle = /^<?(\S+)[ \t]+["'(](.*)["')][ \t]*$/;
const title = /^ {1,}["'(](.*)["')][ \t]*$/;
/** On the next line only a likely URL counts: `[Note]:` may stand before text. */
const likelyAddress =
  /^[ \t]*<?(?:[a-z][a-z0-9+.-]*:|www\.|\.{0,2}\/|#)\S*[ \t]*(?:["'(].*["')][ \t]*)?$/i;

/** The definition that starts at line `index`. */
export function definitionAt(lines: readonly string[], index: number): Definition | undefined {
  const found = label.exec(lines[index] ?? '');
  if (!found) return undefined;
  const [, id = '', sameLine = ''] = found;
  let rest = sameLine,
    next = index + 1;
  if (rest === '') {
    if (!likelyAddress.test(lines[next] ?? '')) return undefined;
    rest = lines[next]!.trim();
    next += 1;
  }
  const both = addressAndTitle.exec(rest);
  if (both) return definition(id, both[1]!, both[2]!, next);
  const alone = address.exec(rest);
  if (!alone) return undefined;
  const own = title.exec(lines[next] ?? '')?.[1];
  return definition(id, alone[2]!, own, own === undefined ? next : next + 1);
}

function definition(
  id: string,
  address: string,
  title: string | undefined,
  next: number,
): Definition {
  const url = address.replace(/>$/, '');
  const named = title === undefined ? '' : ` "${title}"`;
  const escaped = title === undefined ? '' : ` "${title.replace(/(?<!\\)"/g, '\\"')}"`;
  return {
    source: `${id}: ${url || '<>'}${named}`,
    written: `${id}: <${url.replace(/[<>]/g, '\\$&')}>${escaped}`,
    next,
  };
}
