/** What a reader typed, taken apart. */
import { compact, normalize, singular, stem, words } from './normalize.ts';
import { quoted } from './verify.ts';
import { fillers } from './words/fillers.ts';
import { joinVerbs, kinOf } from './words/kin.ts';

export interface QueryWord {
  word: string;
  singular: string;
  stem: string;
  /** Stems of other words for the same. */
  kin: string[];
  /** The name that it is a part of, compact: `line_items` among other words. */
  name?: string;
}

export interface Query {
  /** Trimmed, folded. */
  text: string;
  compact: string;
  words: QueryWord[];
  /** In capitals, if it begins with one: `GET /x`, `get orders`. */
  method: string;
  /** The rest, if it holds a slash; without host, query and trailing slash. */
  path: string;
  /** A number before words: `404 not found`. */
  status: string;
  /** Begins with a mark that is part of a symbol (`$filter`, `_id`), which then has to be there. */
  marked: boolean;
  /** One or more plain words: may as well mean a title as a symbol. */
  plain: boolean;
  /** One word with marks or capitals inside, as only symbols have (`order_by`, `clientOid`). */
  symbolic: boolean;
  /** Stands in quotation marks: its words are meant as they follow each other. */
  phrase: boolean;
  /** Stems of what is to be listed: `get all orders`, `orders list`. */
  listed: string[];
  /** Says what is to be done: `refund an order`, `how do I rate a mod`. */
  acts: boolean;
  /** As typed, but for white space around it. */
  typed: string;
}

export function parse(typed: string): Query {
  const trimmed = typed
    .normalize('NFKC')
    .trim()
    .replace(/^["'`“”«]+|["'`“”»]+$/g, '');
  const request = /^(get|post|put|patch|delete|head|options)\s+(\S.*)$/i.exec(trimmed);
  const rest = request && request[2]!.includes('/') ? request[2]! : trimmed;
  const slashed = rest.includes('/') && !/\s/.test(rest);
  const asked = joinVerbs(words(trimmed));
  const names = namesIn(trimmed);
  const plain = /^[\p{L}\s]+$/u.test(trimmed) && !/\p{Ll}\p{Lu}/u.test(trimmed);
  return {
    typed: trimmed,
    text: normalize(trimmed),
    compact: compact(trimmed),
    words: asked.map((word, at) => ({
      word,
      singular: singular(word),
      stem: stem(word),
      // Behind another word they are no verbs: `job post`.
      kin: at && /^(?:post|put|patch)$/.test(word) ? [] : otherWords(word, asked),
      ...(names.has(word) && { name: names.get(word)! }),
    })),
    method: request ? request[1]!.toUpperCase() : '',
    path: slashed ? pathOf(rest) : '',
    status: /^[1-5]\d\d(?=\s+\p{L})/u.exec(trimmed)?.[0] ?? '',
    marked: /^[$@#_]/.test(trimmed),
    phrase: quoted(typed) !== undefined && /\s/.test(trimmed),
    listed:
      /\s/.test(trimmed) && asked.some((word) => /^(?:all|list|my)$/.test(word))
        ? asked.filter((word) => !reading.has(word) && !fillers.has(word)).map(stem)
        : [],
    acts: acting.test(trimmed) && !asked.some((word) => reading.has(word)),
    plain,
    symbolic: !plain && !/\s/.test(trimmed),
  };
}

/** Each word of a name that stands among other words → that name: `line_items of an order`. */
function namesIn(text: string): Map<string, string> {
  const parts = text.split(/\s+/);
  const names = parts.length > 1 ? parts.filter((part) => /\w[_-]\w|\p{Ll}\p{Lu}/u.test(part)) : [];
  return new Map(names.flatMap((name) => words(name).map((word) => [word, compact(name)])));
}

/** Of two words for one thing that are both typed each is meant: `review rating`, `attach a link`. */
function otherWords(word: string, asked: string[]): string[] {
  const others = asked.filter((one) => one !== word);
  return kinOf(word).filter((kin) => !others.some((one) => one.startsWith(kin)));
}

const acting = /^(?:how (?:do i|to|can i) )?\p{L}+ (?:an?|the|my|this) /iu;

/** Verbs of operations that only read. */
export const reading = new Set('retrieve get fetch read view show list find describe'.split(' '));

function pathOf(text: string): string {
  const path = normalize(text.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, ''));
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}
