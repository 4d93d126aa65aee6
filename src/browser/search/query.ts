/** What a reader typed, taken apart. */
import { compact, fold, singular, stem, words } from './fold.ts';

export interface QueryWord {
  word: string;
  singular: string;
  stem: string;
  /** Other verbs for the same operation. */
  kin: string[];
}

export interface Query {
  /** Trimmed, folded. */
  text: string;
  compact: string;
  words: QueryWord[];
  /** In capitals, if it begins with one: `GET /x`. */
  method: string;
  /** The rest, if it holds a slash; without host, query and trailing slash. */
  path: string;
  /** Begins with a mark that is part of a symbol (`$filter`), which then has to be there. */
  marked: boolean;
  /** One or more plain words: may as well mean a title as a symbol. */
  plain: boolean;
  /** One word with marks or capitals inside, as only symbols have (`order_by`, `clientOid`). */
  symbolic: boolean;
  /** As typed, but for white space around it. */
  typed: string;
}

/** Operations go by several verbs; a reader does not know which one the author took. */
const verbs = [
  ['create', 'add', 'new', 'post', 'insert', 'make'],
  ['retrieve', 'get', 'fetch', 'read', 'view', 'show', 'find', 'query'],
  ['list', 'all', 'index', 'browse'],
  ['update', 'edit', 'change', 'modify', 'patch', 'put'],
  ['delete', 'remove', 'destroy', 'del'],
  ['authentication', 'auth', 'authorization', 'authenticate', 'authorize', 'login'],
];
const kin = new Map(verbs.flatMap((group) => group.map((verb): [string, string[]] => [verb, group.filter((other) => other !== verb)])));

export function parse(typed: string): Query {
  const trimmed = typed.normalize('NFKC').trim().replace(/^["'`]+|["'`]+$/g, '');
  const request = /^(get|post|put|patch|delete|head|options)\s+(\S.*)$/i.exec(trimmed);
  const rest = request && request[2]!.includes('/') ? request[2]! : trimmed;
  const slashed = rest.includes('/') && !/\s/.test(rest);
  const plain = /^[\p{L}\s]+$/u.test(trimmed) && !/\p{Ll}\p{Lu}/u.test(trimmed);
  return {
    typed: trimmed,
    text: fold(trimmed),
    compact: compact(trimmed),
    words: words(trimmed).map((word) => ({ word, singular: singular(word), stem: stem(word), kin: kin.get(word) ?? [] })),
    method: request && slashed ? request[1]!.toUpperCase() : '',
    path: slashed ? pathOf(rest) : '',
    marked: /^[$@#]/.test(trimmed),
    plain,
    symbolic: !plain && !/\s/.test(trimmed),
  };
}

function pathOf(text: string): string {
  const path = fold(text.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, ''));
  return path.length > 1 ? path.replace(/\/+$/, '') : path;
}
