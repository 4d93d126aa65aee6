/** Texts that go over several lines, in literals without escapes. */
import { shownText } from './request/template.ts';
import { fitsRawLiteral, type TextBody } from './request-code.ts';

const unseen = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;

/**
 * @returns whether the body reads well over several lines, and comes out of a literal that takes
 *   the indentation off again as it went in
 */
export function isBlock(body: TextBody): boolean {
  const text = shownText(body.text);
  if (!text.includes('\n') || unseen.test(text)) return false;
  const lines = text.split('\n');
  return lines.some((line) => /^\S/.test(line)) && !lines.some((line) => /^\t|^[ \t]+$/.test(line));
}

/** @returns the word that ends a heredoc of the body; undefined where it is safer to have none */
export function heredocWord(body: TextBody): string | undefined {
  const word = body.kind === 'json' ? 'JSON' : /[/+]xml\b/.test(body.type) ? 'XML' : 'TEXT';
  const ends = new RegExp(`^[ \\t]*${word}`, 'm').test(shownText(body.text));
  return isBlock(body) && fitsRawLiteral(body) && !ends ? word : undefined;
}
