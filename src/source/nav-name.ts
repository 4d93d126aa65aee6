/** How `nav` names a page: by its file, with or without endings, or by its URL. */
import { stem } from './scan-folder.ts';

/** A name as written, in the form of `namesOf`. */
export const navName = (item: string): string => item.trim().replace(/^\.?\/+/, '');

/** Every name of a page, the surest first. */
export const namesOf = ({ file, url }: { file: string; url: string }): string[] => [
  file,
  url.slice(1),
  stem(file),
];
