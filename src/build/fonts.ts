/**
 * Fonts of packages (`theme: {fonts: {body: '@fontsource-variable/inter'}}`), which the site serves
 * itself: a file for each script, of which browsers load those that the text needs.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { PackageFont } from '../layouts/theme-style.ts';
import type { Theme } from '../source/front-matter/front-matter.ts';
import { isFontPackage } from '../source/front-matter/theme.ts';
import type { PlaceOf } from '../source/front-matter/positions.ts';
import { hashedFile } from '../shared/files/digest.ts';

export interface SiteFonts {
  body?: PackageFont;
  code?: PackageFont;
  /** Path in the site → the file. */
  files: Map<string, Uint8Array>;
}

/**
 * @param owner the folder from whose `node_modules` packages are taken
 * @param index the root index page's file
 */
export function readFonts(
  { fonts = {} }: Theme,
  { owner, index }: { owner: string; index: string },
  placeOf: PlaceOf,
  report: Report,
): SiteFonts {
  const site: SiteFonts = { files: new Map() };
  for (const use of ['body', 'code'] as const) {
    const name = fonts[use];
    if (!name || !isFontPackage(name)) continue;
    try {
      site[use] = readPackage(name, owner, site.files);
    } catch {
      report({
        kind: 'theme-file',
        ...placeOf(index, 'theme', name),
        message: `\`theme\` names the font package ${name}, which cannot be read`,
        hint: `install it in the folder where you run Phyllite: npm install ${name}`,
      });
    }
  }
  return site;
}

/** @throws where the package, or a file of it, is not there */
function readPackage(name: string, owner: string, files: Map<string, Uint8Array>): PackageFont {
  const sheet = createRequire(path.join(owner, 'x.js')).resolve(`${name}/index.css`);
  const preload: string[] = [];
  const rules = readFileSync(sheet, 'utf8').match(/@font-face\s*\{[^}]*\}/g) ?? [];
  const faces = rules.flatMap((rule) => {
    const [, from] = /url\(["']?(\.\/[^)"']+\.woff2)["']?\)/.exec(rule) ?? [];
    if (!from) return [];
    const bytes = readFileSync(path.resolve(path.dirname(sheet), from));
    const file = hashedFile(from, bytes);
    files.set(file, bytes);
    if (/-latin-(?!ext)/.test(file)) preload.push(file);
    const value = (property: string) =>
      new RegExp(`${property}:\\s*([^;}]+)`).exec(rule)?.[1]?.trim();
    const range = value('unicode-range');
    return { file, weight: value('font-weight') ?? '400', ...(range && { range }) };
  });
  if (!faces.length) throw new Error(`${name} has no fonts`);
  return { faces, preload };
}
