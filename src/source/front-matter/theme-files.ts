/** The files that `theme` names must be there. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../shared/nearest.ts';
import type { Page } from '../read-page.ts';
import type { Folder } from '../scan-folder.ts';
import type { Theme } from './front-matter.ts';

/** @param page the root index page; undefined where there is none */
export function checkThemeFiles(
  { logo, favicon, fonts }: Theme,
  folder: Folder,
  page: Page | undefined,
  report: Report,
): void {
  const logos = typeof logo === 'object' ? [logo.light, logo.dark] : [logo];
  for (const written of [...logos, favicon, fonts?.body, fonts?.code]) {
    const file = written?.replace(/^\.?\//, '');
    if (!written || !file || folder.all.has(file)) continue;
    const near = nearest(file, folder.assets);
    report({
      kind: 'theme-file',
      file: page?.source.file ?? '',
      line: page?.positions.find('theme', written)?.line ?? 0,
      message: `\`theme\` names ${written}, which is not in the content folder`,
      hint: near ? `did you mean ${near}?` : 'put it there; its path is relative to the folder',
    });
  }
}
