/**
 * A list of links that may be too long for its file: then it lies in files of its own, and they are
 * listed.
 */
import { absolute } from '../url.ts';
import type { Site } from '../../reference/model/site.ts';
import { markdownLink } from './text.ts';

export interface ListItem {
  title: string;
  /** Its line, and lines of what stands below it, each with its newline. */
  markdown: string;
}

/**
 * @param stem URL of the files to be made, without `-1.md`
 * @param max characters of a list
 * @param files to which files are added: path below the site's root → content
 * @returns the list, or the list of its parts
 */
export function listInFiles(
  site: Pick<Site, 'base' | 'origin'>,
  items: ListItem[],
  { stem, max, files }: { stem: string; max: number; files: Map<string, string> },
): string {
  const whole = items.map(({ markdown }) => markdown).join('');
  if (whole.length <= max) return whole;
  const parts: ListItem[][] = [[]];
  let length = 0;
  for (const item of items) {
    if (length && length + item.markdown.length > max) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)!.push(item);
    length += item.markdown.length;
  }
  return parts
    .map((part, index) => {
      const url = `${stem}-${index + 1}.md`;
      const title = `${part[0]!.title} – ${part.at(-1)!.title}`;
      const list = part.map(({ markdown }) => markdown).join('');
      files.set(url.slice(1), `# ${title}\n\n${list}`);
      return `- ${markdownLink(title, absolute(site, url))}\n`;
    })
    .join('');
}
