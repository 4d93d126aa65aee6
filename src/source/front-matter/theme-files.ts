/** The files that `theme` names must be there. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../shared/nearest.ts';
import type { Folder } from '../scan-folder.ts';
import type { Theme } from './front-matter.ts';
import type { PlaceOf } from './positions.ts';
import { isFontPackage } from './theme.ts';

/** @param index the root index page's file; empty where there is none */
export function checkThemeFiles(
  { logo, favicon, fonts }: Theme,
  folder: Folder,
  { index, placeOf, report }: { index: string; placeOf: PlaceOf; report: Report },
): void {
  const logos = typeof logo === 'object' ? [logo.light, logo.dark] : [logo];
  for (const written of [...logos, favicon, fonts?.body, fonts?.code]) {
    const file = written?.replace(/^\.?\//, '');
    if (!written || !file || isFontPackage(written) || folder.all.has(file)) continue;
    const near = nearest(file, folder.assets);
    report({
      kind: 'theme-file',
      ...placeOf(index, 'theme', written),
      message: `\`theme\` names ${written}, which is not in the content folder`,
      hint: near ? `did you mean ${near}?` : 'put it there; its path is relative to the folder',
    });
  }
}
