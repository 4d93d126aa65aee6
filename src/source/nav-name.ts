/** How `nav` names a page: by its file, with or without endings, or by its URL. */
import type { NavItem } from './front-matter/groups.ts';
import { stem } from './scan-folder.ts';

/** A name as written, in the form of `namesOf`. */
export const navName = (item: string): string => item.trim().replace(/^\.?\/+/, '');

/** Every name of a page, the surest first. */
export const namesOf = ({ file, url }: { file: string; url: string }): string[] => [
  file,
  url.slice(1),
  stem(file),
];

/** The pages that `nav` names, as written, in its order. Links are none. */
export const pagesIn = (nav: readonly NavItem[]): string[] =>
  nav.flatMap((item) =>
    typeof item === 'string' ? [item] : 'items' in item ? pagesIn(item.items) : [],
  );
