/** The files that `theme` names must be there. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Folder } from '../scan-folder.ts';
import type { Theme } from './front-matter.ts';
import { lineOfKeys } from './key-line.ts';
import { nearest } from '../../shared/nearest.ts';

/** @param page the root index page; undefined where there is none */
export function checkThemeFiles(
  { logo, favicon }: Theme,
  folder: Folder,
  page: { file: string } | undefined,
  report: Report,
): void {
  const named = [
    ...(typeof logo === 'string' ? [logo] : logo ? [logo.light, logo.dark] : []),
    ...(favicon ? [favicon] : []),
  ];
  for (const written of named) {
    const file = written.replace(/^\.?\//, '');
    if (folder.all.has(file)) continue;
    const near = nearest(file, folder.assets);
    report({
      kind: 'theme-file',
      file: page?.file ?? '',
      line: lineOfKeys(folder.root)(page?.file ?? '', 'theme', written),
      message: `\`theme\` names ${written}, which is not in the content folder`,
      hint: near ? `did you mean ${near}?` : 'put it there; its path is relative to the folder',
    });
  }
}
