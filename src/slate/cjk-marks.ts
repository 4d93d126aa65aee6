/** Emphasis and bare links of Chinese, Japanese and Korean in GFM, by marks that its parser reads past. */
import { addressEnd, wideLetter, wideMark } from '../shared/cjk.ts';
import { GUARD, PART } from './redcarpet/marks.ts';

const wide = new RegExp(`${wideLetter}|${wideMark}`, 'u');
const isLetter = new RegExp(wideLetter, 'u');
const isWideMark = new RegExp(wideMark, 'u');
const isMark = /[\p{P}\p{S}]/u;
const run = /(?<=(^|.))(?<![\\*~])(\*+|~~)(?![*~])(?=(.?))/gsu;
/** Not where a link's address stands that has brackets or quotation marks. */
const bareLink = /(?<!\]\(|\]:[ \t]*|[<"'=\w/])(?:https?:\/\/|www\.)[^\s<]+/gi;

/**
 * `**重要：**请`: a mark keeps CommonMark from closing emphasis, unless a space follows, which these
 * scripts do not have. `https://a.test，然后`: nor does a space end the link.
 * @param markdown without noncharacters
 */
export function withCjkMarks(markdown: string): string {
  if (!wide.test(markdown)) return markdown;
  return withEnds(markdown).replace(run, (_, before: string, marks: string, after: string) => {
    const left = isGuarded(before, after) ? GUARD : '';
    return left + marks + (isGuarded(after, before) ? GUARD : '');
  });
}

const withEnds = (text: string): string =>
  text.replace(bareLink, (link) => {
    const at = link.search(addressEnd);
    return at > 0 ? link.slice(0, at) + PART + withEnds(link.slice(at)) : link;
  });

/** Is `inner`, beside a run, a mark that is to count as a letter? */
const isGuarded = (inner: string, outer: string): boolean =>
  isMark.test(inner) && (isWideMark.test(inner) || isLetter.test(outer));

/** @param text that has come through the parser; an address has its characters encoded */
export const withoutCjkMarks = (text: string): string =>
  text.replaceAll(PART, '').replaceAll(GUARD, '').replaceAll(encodeURI(GUARD), '');
