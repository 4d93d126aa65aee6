/** What a command says at its end: findings on stderr, the summary on stdout. */
import path from 'node:path';
import { walk } from '../reference/model/page.ts';
import { formatGithub } from '../diagnostics/format-github.ts';
import { formatJson } from '../diagnostics/format-json.ts';
import { formatText } from '../diagnostics/format-text.ts';
import { mergeUses } from '../diagnostics/merge-uses.ts';
import { summary } from '../diagnostics/summary.ts';
import type { Arguments } from './arguments.ts';
import type { BuiltSite } from '../build/build-site.ts';
import { project } from '../build/project.ts';
import { linesOf } from '../diagnostics/source-lines.ts';
import { readText } from '../source/read-text.ts';
import { externalLinks } from '../reference/check-site.ts';
import type { JoinedSite } from '../reference/join-site.ts';
import { unnamedAssets } from '../reference/unnamed-assets.ts';
import { themingFiles, type SiteContent } from '../build/content.ts';
import { relativePath } from '../shared/files/paths.ts';

export function report(
  { diagnostics: found, content, site, bytes, origins }: BuiltSite,
  { format, root, external, strict }: Arguments,
  milliseconds: number,
): void {
  const lines = linesOf(root);
  const diagnostics = mergeUses(found.list(lines));
  const totals = { ...sizeOf(site), bytes, milliseconds: Math.round(milliseconds) };
  const links = external && site ? linksOf(site) : [];
  const { ignored } = content.folder;
  const leftOut = unusedOf(content);
  const isDescription = (file: string) => content.read.has(path.join(content.folder.root, file));
  const unnamed = site
    ? unnamedAssets(site, textsOf(content)).filter((file) => !isDescription(file))
    : [];
  // GitHub reads these from either stream; a tool that reads JSON must find nothing else.
  if (process.env['GITHUB_ACTIONS'] === 'true')
    process.stderr.write(
      formatGithub(diagnostics, relativePath(process.env['GITHUB_WORKSPACE'] || project, root)),
    );
  if (format === 'json') {
    process.stdout.write(
      formatJson(diagnostics, totals, {
        origins: Object.fromEntries(
          [...origins].map(([directive, list]) => [directive, [...list].sort()]),
        ),
        left: ignored,
        unnamed,
        leftOut,
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
    ...[...origins].map(([directive, list]) => {
      // What lies in the page or beside it comes from nowhere else.
      const others = [...list].filter((origin) => origin !== 'data:' && origin !== "'self'").sort();
      return others.length
        ? `Pages load from other origins (${directive}): ${others.join(' ')}\n` +
            advice(directive, others, content.frontMatter.csp)
        : '';
    }),
    ignored.length
      ? `Left behind: ${ignored.length} style sheets, scripts and layouts of Slate ` +
        '(the plain values of _variables.scss are carried over)\n'
      : '',
    unnamed.length ? `Carried, though no page names them: ${shortList(unnamed)}\n` : '',
    leftOut.length ? `Not published: ${shortList(leftOut)}, by the default ignore list\n` : '',
    site?.frontMatter.csp === false
      ? 'Pages have no Content-Security-Policy, as `csp: false` asks\n'
      : '',
    ...links.map(
      ({ url, places }) =>
        `${url}  ${places.map(({ file, line }) => `${file}:${line}`).join(' ')}\n`,
    ),
    strict && !found.failed(false) && found.failed(true)
      ? 'Warnings are failure, as --strict asks\n'
      : '',
  ];
  process.stdout.write(said.join(''));
}

/** What a script or style sheet of another origin usually needs besides. */
function advice(
  directive: string,
  origins: Iterable<string>,
  csp: Record<string, string[]> | false,
): string {
  const also = { 'script-src': 'connect-src', 'style-src': 'font-src' }[directive];
  if (!also || !csp) return '';
  // One file may be allowed; what it loads lies beside it.
  const [unnamed] = csp[also]?.length ? [] : [...origins].map((url) => URL.parse(url)?.origin);
  if (!unnamed) return '';
  const does = also === 'connect-src' ? 'such a script sends or loads data' : 'it brings fonts';
  return `  If ${does}, allow that too, in \`csp\`: { '${also}': ['${unnamed}'] }\n`;
}

/** Pages and sections; none where the build did not come so far. */
const sizeOf = (site: JoinedSite | undefined): { pages: number; sections: number } => ({
  pages: site?.pages.size ?? 0,
  sections: site?.documents.reduce((sum, { sections }) => sum + [...walk(sections)].length, 0) ?? 0,
});

const linksOf = (site: JoinedSite): { url: string; places: { file: string; line: number }[] }[] =>
  [...externalLinks(site)].map(([url, places]) => ({ url, places }));

/** What the default ignore list leaves out, but for what a page includes all the same. */
function unusedOf({ folder, documents, read }: SiteContent): string[] {
  const used = new Set(documents.flatMap(({ files }) => files.map(({ file }) => file)));
  return folder.leftOut.filter(
    (file) => !used.has(file) && !read.has(path.join(folder.root, file)),
  );
}

/** All that may name a file. */
const textsOf = ({ documents, folder, headHtml }: SiteContent): string[] => [
  ...documents.flatMap(({ files }) => files.map(({ text }) => text)),
  headHtml,
  ...themingFiles(folder).map((file) => readText(folder.root, file, () => {}) ?? ''),
];

/** @returns `3 files (a.pdf, b.pdf, c.pdf)`; of many the first */
function shortList(files: string[]): string {
  const shown = files.slice(0, 5).join(', ');
  const more = files.length > 5 ? ' …' : '';
  return `${files.length} ${files.length === 1 ? 'file' : 'files'} (${shown}${more})`;
}
