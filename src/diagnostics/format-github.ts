/** Findings as GitHub shows them beside the lines of a change. */
import type { Diagnostic } from './diagnostic.ts';

/** GitHub shows ten annotations of a severity a step; more only fill the log. */
const MAX_ANNOTATIONS = 50;
const order = { error: 0, warning: 1, note: 2 };

/**
 * Workflow commands, one a line, errors first:
 * `::error file=content/index.mdx,line=3,col=5,title=link-broken::message: hint`.
 * @param folder the content folder as seen from the repository's root, with `/`; empty for the root
 */
export function formatGithub(diagnostics: Diagnostic[], folder = ''): string {
  const inFolder = folder && folder !== '.' ? `${folder.replace(/\/$/, '')}/` : '';
  return diagnostics
    .toSorted((a, b) => order[a.severity] - order[b.severity])
    .slice(0, MAX_ANNOTATIONS)
    .map(({ kind, severity, file, line, column, message, hint }) => {
      const properties = [
        file && `file=${property(inFolder + file)}`,
        line && `line=${line}`,
        line && column && `col=${column}`,
        `title=${property(kind)}`,
      ];
      const command = severity === 'note' ? 'notice' : severity;
      const text = data(hint ? `${message}: ${hint}` : message);
      return `::${command} ${properties.filter(Boolean).join(',')}::${text}\n`;
    })
    .join('');
}

/** Escapes of actions/toolkit, packages/core/src/command.ts. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
