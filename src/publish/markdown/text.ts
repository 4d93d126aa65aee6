/** Pieces of Markdown around an author's. */
import { markdownUrl } from '../../markup/markdown-export/markdown-url.ts';

/**
 * Of a file for agents: many read no further than 100,000 characters, and pay for each
 * (https://agentdocsspec.com).
 */
export const MAX_CHARACTERS = 50_000;

export const markdownLink = (text: string, url: string): string =>
  `[${escapeText(text)}](${markdownUrl(url)})`;

export const escapeText = (text: string): string =>
  text.replace(/[\\`*_[\]<>&|#~]/g, '\\$&').replace(/\s+/g, ' ');

/** With as many backticks as it needs. */
export function inlineCode(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  return fence.length > 1 ? `${fence} ${text} ${fence}` : `\`${text}\``;
}

/** On a line of its own; no text can end it. */
export const comment = (text: string): string =>
  `<!-- ${text.replace(/\s+/g, ' ').replace(/--+/g, '-').replaceAll('>', '')} -->\n`;

/** A blank line between. */
export const joined = (parts: string[]): string => parts.filter(Boolean).join('\n');
