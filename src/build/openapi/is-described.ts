/**
 * Whether a site has descriptions. A build without them does not load the code that reads them,
 * which is a sixth of all that it would load.
 */
import type { Content } from '../../source/read-content.ts';

/** A file with the owner's words about an operation: `includes/openapi/OPERATION_ID.md`. */
export const note = /^((?:.*\/)?includes\/openapi)\/(.+)\.(?:mdx?|markdown)$/i;

export const isDescribed = ({ folder, documents }: Content): boolean =>
  !documents.length ||
  documents.some(
    ({ frontMatter, files }) =>
      frontMatter.openapi || files.some(({ text }) => /<(?:Operation|Schema|Tag)\b/.test(text)),
  ) ||
  [...folder.all].some((file) => note.test(file));
