/** What a command says at its end: findings on stderr, the summary on stdout. */
import path from 'node:path';
import { walk } from '../reference/model/page.ts';
import { formatGithub } from '../diagnostics/format-github.ts';
import { formatJson } from '../diagnostics/format-json.ts';
import { formatText } from '../diagnostics/format-text.ts';
import { summary } from '../diagnostics/summary.ts';
import type { Arguments } from './arguments.ts';
import type { BuiltSite } from '../build/build-site.ts';
import { project } from '../build/project.ts';
import { linesOf } from '../diagnostics/source-lines.ts';
import type { Session } from '../build/session.ts';

export function report(
  session: Session,
  { format, root, external, strict }: Arguments,
  { bytes, origins, milliseconds }: BuiltSite & { milliseconds: number },
): void {
  const lines = linesOf(root);
  const diagnostics = session.diagnostics.list(lines);
  const totals = { ...sizeOf(session), bytes, milliseconds: Math.round(milliseconds) };
  const links = external ? externalLinks(session) : [];
  const { ignored } = session.content.folder;
  // GitHub reads these from either stream; a tool that reads JSON must find nothing else.
  if (process.env['GITHUB_ACTIONS'] === 'true')
    process.stderr.write(
      formatGithub(
        diagnostics,
        path.relative(process.env['GITHUB_WORKSPACE'] || project, root).replaceAll('\\', '/'),
      ),
    );
  if (format === 'json') {
    process.stdout.write(
      formatJson(diagnostics, totals, {
        origins: Object.fromEntries(
          [...origins].map(([directive, list]) => [directive, [...list].sort()]),
        ),
        left: ignored,
        ...(external && { external: links }),
      }),
    );
    return;
  }
  process.stderr.write(
    formatText(diagnostics, {
      readLine: (file, line) => lines(file)?.[line - 1],
      colour: process.stderr.isTTY === true,
    }),
  );
  const said = [
    summary(totals, diagnostics),
    ...[...origins].map(
      ([directive, list]) =>
        `Pages load from other origins (${directive}): ${[...list].sort().join(' ')}\n`,
    ),
    ignored.length
      ? `Left behind: ${ignored.length} style sheets, scripts and layouts of Slate ` +
        '(the plain values of _variables.scss are carried over)\n'
      : '',
    ...links.map(
      ({ url, places }) =>
        `${url}  ${places.map(({ file, line }) => `${file}:${line}`).join(' ')}\n`,
    ),
    strict && !session.diagnostics.failed(false) && session.diagnostics.failed(true)
      ? 'Warnings are failure, as --strict asks\n'
      : '',
  ];
  process.stdout.write(said.join(''));
}

/** Pages and sections; none where the build did not come so far. */
function sizeOf({ reference, isArranged }: Session): { pages: number; sections: number } {
  if (!isArranged) return { pages: 0, sections: 0 };
  return {
    pages: reference.pages().length,
    sections: reference.documents.reduce(
      (sum, document) => sum + [...walk(document.sections)].length,
      0,
    ),
  };
}

function externalLinks({
  reference,
  isArranged,
}: Session): { url: string; places: { file: string; line: number }[] }[] {
  return isArranged ? [...reference.externalLinks()].map(([url, places]) => ({ url, places })) : [];
}
