/** Findings as GitHub shows them beside the lines of a change. */
import type { Diagnostic } from './diagnostic.ts';

/** GitHub shows ten annotations of a severity a step; more only fill the log. */
const most = 50;
const order = { error: 0, warning: 1, note: 2 };

/**
 * Workflow commands, one a line, the gravest first: `::error file=content/index.mdx,line=3,col=5,title=link-broken::message. mend`.
 * @param folder the content folder as seen from the repository's root, with `/`; empty if it is the root
 */
export function formatGithub(diagnostics: Diagnostic[], folder = ''): string {
  const gravest = [...diagnostics].sort((a, b) => order[a.severity] - order[b.severity]);
  return gravest
    .slice(0, most)
    .map(({ kind, severity, file, line, column, message, hint }) => {
      const path = file && folder && folder !== '.' ? `${folder.replace(/\/$/, '')}/${file}` : file;
      const properties = [
        path && `file=${property(path)}`,
        line && `line=${line}`,
        line && column && `col=${column}`,
        `title=${property(kind)}`,
      ];
      return `::${severity === 'note' ? 'notice' : severity} ${properties.filter(Boolean).join(',')}::${data(hint ? `${message}: ${hint}` : message)}\n`;
    })
    .join('');
}

/** Escapes of actions/toolkit, packages/core/src/command.ts. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
