/** What a command says at its end: findings on stderr, the summary on stdout. */
import { formatGithub } from '../source/format-github.ts';
import { formatJson } from '../source/format-json.ts';
import { formatText } from '../source/format-text.ts';
import { summary } from '../source/summary.ts';
import { walk } from '../reference/page.ts';
import type { Arguments } from './arguments.ts';
import { project } from './project.ts';
import { readLine } from './read-line.ts';
import type { Session } from './session.ts';
import path from 'node:path';

export function tell(session: Session, { format, root }: Arguments, { bytes, milliseconds }: { bytes: number; milliseconds: number }): void {
  const diagnostics = session.diagnostics.list();
  const pages = session.reference?.pages() ?? [];
  const sections = pages.length ? session.reference.documents.reduce((sum, document) => sum + [...walk(document.sections)].length, 0) : 0;
  const totals = { pages: pages.length, sections, bytes, milliseconds };
  if (format === 'json') {
    process.stdout.write(formatJson(diagnostics, totals));
    return;
  }
  process.stderr.write(formatText(diagnostics, { readLine: readLine(root), colour: process.stderr.isTTY === true }));
  if (process.env['GITHUB_ACTIONS'] === 'true') process.stdout.write(formatGithub(diagnostics, path.relative(project, root).replaceAll('\\', '/')));
  process.stdout.write(summary(totals, diagnostics));
  const { left } = session.content.folder;
  if (left.length) process.stdout.write(`Left behind: ${left.length} style sheets, scripts and layouts of Slate (the plain values of _variables.scss are carried over)\n`);
}
