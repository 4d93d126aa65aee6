/** Files of the content folder that are no part of the site (`ignore`), or may not be (`untrusted`). */
import picomatch from 'picomatch';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Folder } from './scan-folder.ts';

/** @param patterns as in `.gitignore`'s simple cases: `drafts/**`, `*.psd`, `drafts` */
export function ignoreFiles(folder: Folder, patterns: readonly string[]): void {
  if (!patterns.length) return;
  const written = patterns.map((pattern) => pattern.replace(/^\.?\//, ''));
  const all = written.flatMap((pattern) => {
    const whole = pattern.endsWith('/') ? `${pattern}**` : pattern;
    // A name alone means a file or a folder of that name, wherever it lies.
    const anywhere = whole.includes('/') ? whole : `**/${whole}`;
    return [anywhere, `${anywhere}/**`];
  });
  const isIgnored = picomatch(all, { dot: true, nonegate: true });
  leaveOut(folder, (file) => isIgnored(file));
}

/** How the owner dresses the site is code: of untrusted content it is left out, which is told. */
export function refuseCode(folder: Folder, report: Report): void {
  const isCode = (file: string) => /^(components\/|head\.html$|styles\.css$)/.test(file);
  for (const file of [...folder.all].filter(isCode))
    report({
      kind: 'mdx-refused',
      file,
      message: `${file} could change every page, and the config file says \`untrusted: true\``,
      hint: 'remove it, or take `untrusted` out',
    });
  leaveOut(folder, isCode);
}

function leaveOut(folder: Folder, isOut: (file: string) => boolean): void {
  const kept = (files: string[]) => files.filter((file) => !isOut(file));
  folder.pages = kept(folder.pages);
  folder.partials = kept(folder.partials);
  folder.assets = kept(folder.assets);
  folder.ignored = kept(folder.ignored);
  folder.all = new Set(kept([...folder.all]));
}
