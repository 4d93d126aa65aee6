/**
 * What `dev` answers in the place of a page that cannot be built: everything that is wrong with it.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { excerpt, placeOf } from '../../diagnostics/format-text.ts';
import { kinds } from '../../diagnostics/kinds.ts';
import { escape } from '../../shared/html.ts';

export interface ErrorPageOptions {
  /** The line of a file as the author sees it. */
  readLine(file: string, line: number): string | undefined;
  /** `/` or `/docs/`: where Vite's client lies, which loads the page again. */
  base: string;
}

export function errorPage(diagnostics: Diagnostic[], { readLine, base }: ErrorPageOptions): string {
  const title = `${diagnostics.length} ${diagnostics.length === 1 ? 'error' : 'errors'}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} – Phyllite</title>
<script type="module" src="${base}@vite/client"></script>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title} in the content</h1>
${diagnostics.map((diagnostic) => article(diagnostic, readLine)).join('\n')}
<footer>The page comes back by itself when this is mended and saved. A build would stop here.</footer>
</main>
</body>
</html>
`;
}

function article(diagnostic: Diagnostic, readLine: ErrorPageOptions['readLine']): string {
  const { kind, file, line, column, message, hint } = diagnostic;
  const source = line ? readLine(file, line) : undefined;
  return `<article data-kind="${kind}">
<h2>${escape(placeOf(diagnostic))}</h2>
<p>${escape(message)}</p>
${source?.trim() ? marked(source, line, column) : ''}${hint ? `<p class="hint">${escape(hint)}</p>\n` : ''}
<details><summary>${kind}</summary>${escape(kinds[kind].explained)}</details>
</article>`;
}

function marked(source: string, line: number, column: number): string {
  const { text, start, length } = excerpt(source, column);
  const [before, within, after] = [
    text.slice(0, start),
    text.slice(start, start + length) || ' ',
    text.slice(start + length),
  ].map(escape);
  const shown = column ? `${before}<mark>${within}</mark>${after}` : escape(text);
  return `<pre><span>${line}</span>${shown}</pre>\n`;
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; padding: 2rem 1rem; }
main { max-width: 52rem; margin: auto; }
h1 { font-size: 1.4rem; border-left: 4px solid #c33; padding-left: .75rem; }
article { border-top: 1px solid #8885; padding: 1rem 0; }
h2 { font: 600 .9rem ui-monospace, monospace; margin: 0; overflow-wrap: anywhere; }
p { margin: .5rem 0; overflow-wrap: anywhere; }
pre { background: #8882; padding: .5rem .75rem; overflow-x: auto; font: .85rem/1.6 ui-monospace, monospace; }
pre span { opacity: .6; padding-right: 1rem; }
mark { background: #c335; color: inherit; outline: 1px solid #c33; }
.hint::before { content: '→ '; }
details, footer { font-size: .85rem; opacity: .75; }
`;
