/** What a ranking offers: a section, and how well it answers. */
import type { Item } from './catalogue.ts';
import { fillers } from './words/fillers.ts';

export interface Hit {
  section: number;
  score: number;
  by: 'title' | 'symbol' | 'words' | 'phrase' | 'text';
  /** The symbol that was found, as written. */
  symbol?: string;
  /** Id of the row to land on, if one is meant. */
  row?: string;
  /** It lacks some of the words. */
  partial?: boolean;
}

/** A section whose text has some of the words that were asked for. */
export interface TextHit {
  section: number;
  /** How much it has of each, more than 0 to 1, where the section that has most has 1. */
  words: Map<string, number>;
  /** It has the words as they follow each other: three or more, which is no chance. */
  phrase?: boolean;
}

/** Takes a hit in, if it is the best of its section. */
export type Offer = (hit: Hit) => void;

/** What a section has before others by standing further out in the contents. */
export const depthBonus = ({ depth }: Item): number => (depth === 0 ? 30 : depth === 1 ? 6 : 0);

/** Words without these; all where there would be none. */
export const content = (words: string[]): string[] => {
  const own = words.filter((word) => !fillers.has(word.toLowerCase()));
  return own.length ? own : words;
};
