/**
 * Paths against paths: `/rest/players/5f0c` is `/rest/{collection}/{id}`; a part of a path finds
 * the whole.
 */

import { normalize, singular } from './normalize.ts';

/** A segment that stands for any: `{id}`, `:id`, `<id>`, `[id]`, `$id`, `SYMBOL`. */
const any = /^(?:\{[^}]*\}|:[\w-]+:?|<[^>]*>|\[[^\]]*\]|\$\{?\w+\}?|[A-Z][A-Z_]{2,})$/;

const cut = (path: string): string[] => path.split('/').filter(Boolean);

export interface Template {
  /** The path, folded, without host and query. */
  whole: string;
  segments: string[];
  wild: boolean[];
}

const templates = new Map<string, Template>();

function templateOf(path: string): Template {
  let template = templates.get(path);
  if (!template) {
    const whole = path.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/, '');
    const segments = cut(whole);
    template = {
      whole: normalize(whole),
      segments: segments.map(normalize),
      wild: segments.map((segment) => any.test(segment)),
    };
    templates.set(path, template);
  }
  return template;
}

/**
 * How well `query` names `path`, 0 (not) to 1 (to the letter). In falling order: the whole path;
 * its end; its beginning, the last segment perhaps half typed; its middle. Segments equal to the
 * letter count for more than any.
 *
 * @param query folded @param path as written
 */
export function pathMatch(query: string, path: string): number {
  if (query === normalize(path) || query === templateOf(path).whole) return 1;
  const asked = cut(query);
  return (
    Math.max(match(asked, query, path), 0.95 * match(asked, query, named(path))) ||
    longer(asked, path)
  );
}

/** The path without the values inside it, which a reader leaves out. */
function named(path: string): string {
  const { segments, wild } = templateOf(path);
  return `/${segments.filter((_, at) => !wild[at] || at === segments.length - 1).join('/')}`;
}

/** `/v1/orders/5` where the text says `/orders/{id}`: all of it, below a base. */
function longer(asked: string[], path: string): number {
  const { length } = templateOf(path).segments;
  if (!length || asked.length <= length) return 0;
  const end = asked.slice(-length);
  const worth = match(end, `/${end.join('/')}`, path);
  return worth > 0.9 ? 0.8 * worth : 0;
}

function match(asked: string[], query: string, path: string): number {
  const { segments, wild } = templateOf(path);
  if (!asked.length || asked.length > segments.length) return 0;
  const rooted = query.startsWith('/');
  const open = !query.endsWith('/');
  // Who writes `{org}` gives no values.
  const names = asked.some((part) => any.test(part));
  let best = 0;
  for (let from = 0; from + asked.length <= segments.length; from++) {
    let sum = 0;
    let half = false;
    // Values alone name nothing.
    let literal = false;
    // A name in braces where the path has a word.
    let loose = false;
    // A word where the path has a parameter, which it may be a value of.
    let valued = false;
    for (let at = 0; at < asked.length; at++) {
      const part = asked[at]!;
      const segment = segments[from + at]!;
      const last = at === asked.length - 1;
      let worth = 0;
      if (part === segment) worth = 1;
      // `/order/5` is `/orders/{id}`.
      else if (!wild[from + at] && singular(part) === singular(segment)) worth = 0.9;
      else if (wild[from + at] && any.test(part)) worth = bare(segment) === bare(part) ? 0.99 : 0.4;
      else if (wild[from + at] && (from > 0 || at > 0) && bare(segment) === part) worth = 0.95;
      else if (wild[from + at] && at > 0) {
        worth = names ? 0.3 : 0.75;
        loose ||= names;
        valued ||= /^[a-z_-]+$/.test(part);
      }
      // A value before what it belongs to: `/723/refunds`.
      else if (wild[from + at] && from > 0 && asked.length > 1) worth = 0.5;
      else if (last && open && segment.startsWith(part)) {
        worth = 0.6 + 0.3 * (part.length / segment.length);
        half = true;
      } else if (at === 0 && !rooted && segment.endsWith(part)) worth = 0.7;
      else if (any.test(part) && asked.length > 1) {
        worth = 0.4;
        loose = true;
      }
      if (!worth) {
        sum = 0;
        break;
      }
      literal ||= !wild[from + at] && !any.test(part);
      sum += worth;
    }
    if (!sum || !literal) continue;
    const share = sum / asked.length;
    const toTheLetter = share === 1 && asked.length > 1;
    const whole = from === 0 && asked.length === segments.length;
    const end = from + asked.length === segments.length;
    const part = asked.length / segments.length;
    const score =
      whole && !half
        ? (valued ? 0.84 : 0.9) + 0.09 * share
        : (end && !half ? (valued ? 0.64 : 0.74) : from === 0 || toTheLetter ? 0.62 : 0.5) * share +
          0.14 * part -
          (half && whole ? 0.03 : 0);
    best = Math.max(best, loose ? 0.8 * score : score);
  }
  return best;
}

const bare = (segment: string): string => segment.replace(/[^\w-]/g, '');
