/** `nav.json`: the contents of every document, which a page fetches when a branch is opened that it does not hold. */
import { createHash } from 'node:crypto';
import type { Entry, ReferenceDocument } from './page.ts';

export interface Trees {
  /** Path below the site root; hashed, so that it can be cached for ever. */
  file: string;
  /** Document URL (without base) → its contents. */
  json: string;
}

/** @returns undefined where every page holds all of its sidebar: one document on one page */
export function treesOf(documents: ReferenceDocument[]): Trees | undefined {
  const listed = documents.filter((document) => document.contents.length > 0 && document.file);
  if (listed.length < 2 && listed.every(({ pages }) => pages.length < 2)) return undefined;
  const json = JSON.stringify(Object.fromEntries(listed.map(({ url, contents }) => [url, contents.map(lean)])));
  return { file: `nav.${createHash('sha256').update(json).digest('hex').slice(0, 10)}.json`, json };
}

/** Empty lists of children are most of a tree's bytes. */
const lean = ({ children, ...entry }: Entry): object => ({ ...entry, ...(children.length && { children: children.map(lean) }) });
