/** What stands after the language in a fence's info string. */

export interface LineRange {
  /** 1-based, both included. */
  from: number;
  to: number;
}

/** What an author marks: lines, and words wherever they stand. */
export interface FenceMarks {
  lines: LineRange[];
  words: string[];
}

export interface FenceMeta {
  /** Shown above the code. */
  title?: string;
  /** Of an answer: `200`, `4xx`. */
  status?: string;
  /** What follows the status: `OK`. */
  reason?: string;
  /** `{2,4-6}` or `mark={2}`, `ins={…}`, `del={…}`; `ins="word"`. */
  mark: FenceMarks;
  ins: FenceMarks;
  del: FenceMarks;
  /** Long lines are broken (`wrap`) or scroll (`nowrap`); undefined: as the site does. */
  wrap?: boolean;
  /** The block stands in the prose column. */
  center: boolean;
  /** A long block is shown cut (`collapse`) or whole (`nocollapse`); undefined: by its length. */
  collapse?: boolean;
  /** Of a request: it becomes samples, in these languages or in those of all tabs. */
  samples?: true | string[];
  /** Of such a request: its samples read the answer as JSON. */
  answersJson?: boolean;
  /** A file of the content folder that is shown, or some lines or a region of it. */
  file?: string;
  lines?: LineRange;
  region?: string;
  /** Of a terminal's session: the prompts and the output are copied, too. */
  copyAll?: boolean;
}

/** More lines and ranges are a slip, and not worth an element each. */
const MAX_LINE = 100_000,
  MAX_RANGES = 200,
  MAX_WORDS = 20;

const piece =
  /\s*(?:([A-Za-z][\w-]*)=(?:"([^"]*)"|'([^']*)'|\{([^{}]*)\}|(\S+))|\{([^{}]*)\}|(\S+))/y;

/**
 * @param meta the info string after the language: `title="A player" status=200 {2,4-6} wrap`
 * @returns what it says, and every unknown piece, as written
 */
export function parseFenceMeta(meta: string): { meta: FenceMeta; unknown: string[] } {
  const found: FenceMeta = {
    mark: { lines: [], words: [] },
    ins: { lines: [], words: [] },
    del: { lines: [], words: [] },
    center: false,
  };
  const unknown: string[] = [];
  piece.lastIndex = 0;
  const text = meta.trim();
  for (let match = piece.exec(text); match; match = piece.exec(text)) {
    const [whole, key, double, single, inBraces, bare, range, flag] = match;
    const known =
      key !== undefined
        ? setting(found, key, double ?? single ?? bare, inBraces)
        : range !== undefined
          ? lines(found.mark, range)
          : flagged(found, flag!);
    if (!known) unknown.push(whole.trim());
  }
  return { meta: found, unknown };
}

function setting(
  meta: FenceMeta,
  key: string,
  value: string | undefined,
  braces: string | undefined,
): boolean {
  switch (key) {
    case 'title':
      if (value === undefined || !value.trim()) return false;
      meta.title = value.trim();
      return true;
    case 'status': {
      const status = /^([1-5](?:\d\d|xx))(?:\s+(.+))?$/i.exec((value ?? braces ?? '').trim());
      if (!status) return false;
      meta.status = status[1]!;
      if (status[2]) meta.reason = status[2];
      return true;
    }
    case 'samples': {
      const names = (value ?? braces ?? '').split(/[\s,]+/).filter(Boolean);
      if (!names.length || names.length > MAX_WORDS) return false;
      meta.samples = names;
      return true;
    }
    case 'file':
    case 'region':
      if (value === undefined || !value.trim()) return false;
      meta[key] = value.trim();
      return true;
    case 'lines': {
      const range = ranges(value ?? braces ?? '');
      if (range?.length !== 1) return false;
      meta.lines = range[0]!;
      return true;
    }
    case 'copy':
      if (value !== 'all') return false;
      meta.copyAll = true;
      return true;
    case 'answer':
      if (value !== 'json') return false;
      meta.answersJson = true;
      return true;
    case 'mark':
    case 'ins':
    case 'del':
      if (braces !== undefined) return lines(meta[key], braces);
      if (!value || meta[key].words.length >= MAX_WORDS) return false;
      meta[key].words.push(value);
      return true;
    default:
      return false;
  }
}

function flagged(meta: FenceMeta, flag: string): boolean {
  switch (flag) {
    case 'wrap':
    case 'nowrap':
      meta.wrap = flag === 'wrap';
      return true;
    case 'collapse':
    case 'nocollapse':
      meta.collapse = flag === 'collapse';
      return true;
    case 'center':
      meta.center = true;
      return true;
    case 'samples':
      meta.samples = true;
      return true;
    default:
      return false;
  }
}

/** `2,4-6`: all of it, or nothing. */
function lines(into: FenceMarks, text: string): boolean {
  const found = ranges(text);
  if (!found || into.lines.length + found.length > MAX_RANGES) return false;
  into.lines.push(...found);
  return true;
}

function ranges(text: string): LineRange[] | undefined {
  const all: LineRange[] = [];
  for (const part of text.split(',')) {
    const found = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(part);
    if (!found) return undefined;
    const from = Number(found[1]),
      to = Number(found[2] ?? found[1]);
    if (from < 1 || to < from || to > MAX_LINE) return undefined;
    all.push({ from, to });
  }
  return all;
}
