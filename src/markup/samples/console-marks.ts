/** What of a terminal's session is no command: prompts and output, which nothing copies. */
import type { Mark } from '../highlight/code-html.ts';

export const isConsole = (language: string): boolean =>
  /^(?:console|shell-?session|sh-session|terminal)$/i.test(language);

/** `$ `, `user@host:~$ `, `(venv) $ `, `PS C:\> `, `~/x % `, `❯ `. */
const prompt = new RegExp(
  String.raw`^(?:\([^()\s]*\) ?)?` +
    String.raw`(?:[\w.-]+@[^\s$#%>]*[ \t]?|\[[^\]\n]*\]|(?:PS )?[A-Z]:[^>\n]*|~[^\s$#%>]*[ \t]?)?` +
    String.raw`(?:\$|#|%|>|❯|➜)[ \t]+`,
);
const continuation = /^[ \t]*> ?/;
const heredoc = /<<-?\s*(["']?)([A-Za-z_]\w*)\1/;

/** @returns stretches of the session, in order; none where no line has a prompt */
export function consoleMarks(text: string): Mark[] {
  const lines = text.split('\n');
  const dollars = lines.some((line) => /\$[ \t]/.test(prompt.exec(line)?.[0] ?? ''));
  const isPrompt = (line: string): string | undefined => {
    const found = prompt.exec(line)?.[0];
    // Beside `$`, a line that begins with `#` is a comment, and one with `>` goes on.
    return found && dollars && /^[#>%]/.test(found) ? undefined : found;
  };
  if (!lines.some(isPrompt)) return [];
  const marks: Mark[] = [];
  let at = 0;
  /** The line goes on with the command before it: up to the here-document's end, or for a line. */
  let goesOn: string | boolean = false;
  for (const line of lines) {
    const end = at + line.length;
    const skip = (to: number, isLine: boolean): void => {
      const last = marks.at(-1);
      if (last && isLine && last.line && last.end === at) last.end = to;
      else marks.push({ start: at, end: to, kind: 'uncopied', line: isLine });
    };
    const found = goesOn ? undefined : isPrompt(line);
    if (found) skip(at + found.length, false);
    else if (goesOn === true) {
      const mark = continuation.exec(line)?.[0];
      if (mark) skip(at + mark.length, false);
    } else if (!goesOn) skip(Math.min(end + 1, text.length), true);
    if (typeof goesOn === 'string') goesOn = line.trim() === goesOn ? false : goesOn;
    else if (found || goesOn) goesOn = heredoc.exec(line)?.[2] ?? /\\$/.test(line);
    at = end + 1;
  }
  return marks;
}
