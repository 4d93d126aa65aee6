/** Pieces of Markdown that we write around an author's. */
import { markdownUrl } from '../../markup/markdown-export/markdown-url.ts';

/**
 * Characters of a file for agents at most. Many read no further than 100,000, and pay for each
 * (https://agentdocsspec.com).
 */
export const MAX_CHARACTERS = 50_000;

export const markdownLink = (text: string, url: string): string =>
  `[${escapeText(text)}](${markdownUrl(url)})`;

/** Plain text as Markdown. */
export const escapeText = (text: string): string =>
  text.replace(/[\\`*_[\]<>&|#~]/g, '\\$&').replace(/\s+/g, ' ');

/** Code in a line, with as many backticks around it as it needs. */
export function inlineCode(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  return fence.length > 1 ? `${fence} ${text} ${fence}` : `\`${text}\``;
}

/** A comment on a line of its own; nothing in the text can end it. */
export const comment = (text: string): string =>
  `<!-- ${text.replace(/\s+/g, ' ').replace(/--+/g, '-').replaceAll('>', '')} -->\n`;

/** Parts of a file, a blank line between. */
export const joined = (parts: string[]): string => parts.filter(Boolean).join('\n');
