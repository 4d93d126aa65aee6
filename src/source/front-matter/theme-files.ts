/** The files that `theme` names must be there. */
import path from 'node:path';
import type { Finding, Report } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../shared/nearest.ts';
import type { Folder } from '../scan-folder.ts';
import type { SiteSettings } from '../site-settings.ts';
import type { Theme } from './front-matter.ts';
import type { Positions } from './positions.ts';
import { isFontPackage } from './theme.ts';

/** What may say something of `theme`. */
export interface ThemeSources {
  /** Of the content folder. */
  root: string;
  /** The root index page; undefined where there is none. */
  page: { file: string; positions: Positions } | undefined;
  settings: SiteSettings;
}

export function checkThemeFiles(
  { logo, favicon, fonts }: Theme,
  folder: Folder,
  sources: ThemeSources,
  report: Report,
): void {
  const logos = typeof logo === 'object' ? [logo.light, logo.dark] : [logo];
  for (const written of [...logos, favicon, fonts?.body, fonts?.code]) {
    const file = written?.replace(/^\.?\//, '');
    if (!written || !file || isFontPackage(written) || folder.all.has(file)) continue;
    const near = nearest(file, folder.assets);
    report({
      kind: 'theme-file',
      ...themePlace(written, sources),
      message: `\`theme\` names ${written}, which is not in the content folder`,
      hint: near ? `did you mean ${near}?` : 'put it there; its path is relative to the folder',
    });
  }
}

/** Where a value of `theme` is written: on the index page, or in the config file. */
export function themePlace(
  written: string,
  { root, page, settings: { file, positions } }: ThemeSources,
): Pick<Finding, 'file' | 'line' | 'column'> {
  const own = page?.positions.find('theme', written);
  if (own) return { file: page!.file, ...own };
  const configured = positions?.find('theme', written);
  if (file && configured)
    return { file: path.relative(root, file).replaceAll('\\', '/'), ...configured };
  return { file: page?.file ?? '', line: 0 };
}
