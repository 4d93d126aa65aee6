/** A section, and how well it answers. */
import type { Item } from './catalogue.ts';

export interface Hit {
  section: number;
  score: number;
  by: 'title' | 'symbol' | 'words' | 'text';
  /** As written. */
  symbol?: string;
  /** The row to land on. */
  row?: string;
}

/** `share`: 0 to 1, the best 1. */
export interface TextHit {
  section: number;
  share: number;
}

export type Offer = (hit: Hit) => void;

/** For standing further out in the contents. */
export const depthBonus = ({ depth }: Item): number => (depth === 0 ? 30 : depth === 1 ? 6 : 0);

/** They change nothing about what a title is about. */
export const fillers = new Set(
  'a an the all of to for your with by and in on using from via how do does is i my'.split(' '),
);

/** Without fillers, unless all are. */
export const content = (words: string[]): string[] => {
  const own = words.filter((word) => !fillers.has(word));
  return own.length ? own : words;
};
