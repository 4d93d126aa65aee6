/**
 * An errand: from `llms.txt` to the answer, by following links alone. The agent is plain on purpose: of the links it
 * has seen it opens the one whose words fit the question best, reads the file whole, and pays for each character.
 */
import { normalize, stem, words } from '../../src/shared/search/normalize.ts';
import type { Question } from './questions.ts';

export interface Errand {
  asked: string;
  /** Characters of all that was read. */
  characters: number;
  /** Files in the order they were read. */
  read: string[];
  isAnswered: boolean;
}

interface Link {
  url: string;
  /** Words of its line, and of what it stands below. */
  words: Set<string>;
}

const MAX_FILES = 12;

/** Words that say nothing of what is asked. */
const EMPTY = new Set(
  'a an and are as at by do does for have how i in is it its like many may mean of on or such that the them there to what where which with'.split(
    ' ',
  ),
);

const wordsOf = (text: string): Set<string> =>
  new Set(
    words(normalize(text))
      .filter((word) => !EMPTY.has(word))
      // "Authenticate" and "authentication" are one to whoever reads.
      .map((word) => stem(word).slice(0, 7)),
  );

/**
 * @param read gives the text of a file; undefined where there is none
 * @param start URL of `llms.txt`
 */
export async function errand(
  { asked, answer }: Question,
  start: string,
  read: (url: string) => Promise<string | undefined>,
): Promise<Errand> {
  const wanted = wordsOf(asked);
  const seen = new Map<string, Link>();
  const opened: string[] = [];
  let characters = 0;
  let next: string | undefined = start;
  while (next && opened.length < MAX_FILES) {
    opened.push(next);
    const text: string = (await read(next)) ?? '';
    characters += text.length;
    if (next !== start && answer.every((part) => part.test(text)))
      return { asked, characters, read: opened, isAnswered: true };
    const above: Set<string> = seen.get(next)?.words ?? new Set();
    for (const link of linksOf(text, next, above))
      if (!seen.has(link.url)) seen.set(link.url, link);
    next = bestOf([...seen.values()], wanted, opened);
  }
  return { asked, characters, read: opened, isAnswered: false };
}

function linksOf(text: string, from: string, above: Set<string>): Link[] {
  const links: Link[] = [];
  for (const line of text.split('\n'))
    for (const [, title, url] of line.matchAll(/\[((?:[^\]\\]|\\.)*)\]\(([^)\s]+)\)/g)) {
      const target = new URL(url!, from);
      target.hash = '';
      // Of a line with one link all words belong to it; of prose only the link's own.
      const own = wordsOf(/^\s*- \[/.test(line) ? line.replaceAll(url!, '') : title!);
      const isOurs = target.origin === new URL(from).origin;
      if (isOurs && /\.(?:md|txt)$/.test(target.pathname))
        links.push({ url: target.href, words: new Set([...own, ...above]) });
    }
  return links;
}

/** Rare words count for more; of equals the one that says the least besides, then the first. */
function bestOf(links: Link[], wanted: Set<string>, opened: string[]): string | undefined {
  const worth = (word: string) => {
    const holders = links.filter((link) => link.words.has(word)).length;
    return holders ? Math.log(1 + links.length / holders) : 0;
  };
  const worths = new Map([...wanted].map((word) => [word, worth(word)]));
  const scored = links
    .filter(({ url }) => !opened.includes(url))
    .map(({ url, words: own }) => {
      const hit = [...wanted].filter((word) => own.has(word));
      const sum = hit.reduce((all, word) => all + worths.get(word)!, 0);
      return { url, score: sum - 0.02 * (own.size - hit.length) };
    });
  return scored.sort((a, b) => b.score - a.score)[0]?.url;
}
