/** What a ranking offers: a section, and how well it answers. */
import type { Item } from './catalogue.ts';

export interface Hit {
  section: number;
  score: number;
  by: 'title' | 'symbol' | 'words' | 'text';
  /** The symbol that was found, as written. */
  symbol?: string;
  /** Id of the row to land on, if one is meant. */
  row?: string;
}

/** A section that the text index found, and how well: 0 to 1, the best 1. */
export interface TextHit {
  section: number;
  share: number;
  /** It has the words as they follow each other: three or more, which is no chance. */
  phrase?: boolean;
}

/** Takes a hit in, if it is the best of its section. */
export type Offer = (hit: Hit) => void;

/** What a section has before others by standing further out in the contents. */
export const depthBonus = ({ depth }: Item): number => (depth === 0 ? 30 : depth === 1 ? 6 : 0);

/** Words that change nothing about what a title is about, and those that questions are asked with. */
export const fillers = new Set(
  [
    'a an the all of to for your with by and in on using from via is are be',
    'how do does can could should what where when which who why i my me we our it there this that',
    'single one please',
  ]
    .join(' ')
    .split(' '),
);

/** Words without these; all where there would be none. */
export const content = (words: string[]): string[] => {
  const own = words.filter((word) => !fillers.has(word.toLowerCase()));
  return own.length ? own : words;
};
