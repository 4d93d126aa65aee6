/** The files of a content folder, and what each is for. */
import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Report } from './diagnostic.ts';

export interface Folder {
  /** Absolute, links resolved. */
  root: string;
  /** Pages: `index.html.md`, `guide.mdx` … in the order they are read (the root index first, then by path). */
  pages: string[];
  /** Every source that is no page: includes and partials. */
  partials: string[];
  /** Files carried to the site as they are. */
  assets: string[];
  /** Slate's own stylesheets, scripts and layouts: read for their variables, not carried. */
  left: string[];
  /** All of the above, for look-ups that must not leave the folder. */
  all: Set<string>;
}

const source = /\.(md|markdown|mdx|md\.erb|markdown\.erb)$/i;
const template = /\.(erb|haml|slim|scss|sass|less|rb)$/i;
/** Folders of Slate's machinery; what they hold is never content. */
const machinery = /^(stylesheets|javascripts|layouts)\//i;
/** Files by which the owner dresses the site (README, "Theming"). */
const theming = /^(components\/|styles\.css$|head\.html$)/;
const slateFont = /^fonts\/slate\./i;

/** Reads the folder's tree. Names beginning with a dot, `node_modules`, and links that lead out of it are passed over. */
export function readFolder(root: string, report: Report): Folder {
  const real = realpathSync(root);
  const folder: Folder = { root: real, pages: [], partials: [], assets: [], left: [], all: new Set() };
  const visit = (dir: string, depth: number) => {
    const entries = readdirSync(path.join(real, dir), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const file = dir ? `${dir}/${entry.name}` : entry.name;
      const kind = entry.isSymbolicLink() ? followed(real, file, report) : entry;
      if (!kind) continue;
      if (kind.isDirectory()) { if (depth < 40) visit(file, depth + 1); }
      else if (kind.isFile()) sort(folder, file);
    }
  };
  visit('', 0);
  folder.pages.sort((a, b) => Number(isIndex(b)) - Number(isIndex(a)) || (a < b ? -1 : 1));
  return folder;
}

function sort(folder: Folder, file: string): void {
  folder.all.add(file);
  const name = path.posix.basename(file);
  if (machinery.test(file) || slateFont.test(file)) folder.left.push(file);
  else if (theming.test(file)) return;
  else if (source.test(file)) (name.startsWith('_') || /(^|\/)includes\//.test(file) ? folder.partials : folder.pages).push(file);
  else if (template.test(file)) (name.startsWith('_') || /(^|\/)includes\//.test(file) ? folder.partials : folder.left).push(file);
  else folder.assets.push(file);
}

const isIndex = (file: string) => stem(file) === 'index';

/** The stat of what a link leads to, if that lies in the folder. */
function followed(root: string, file: string, report: Report) {
  try {
    const target = realpathSync(path.join(root, file));
    if (target.startsWith(root + path.sep)) return statSync(target);
    report({ kind: 'link-outside', file, message: 'this file is a link to a place outside the content folder, and is left out', mend: 'copy what it links to into the folder' });
  } catch {
    report({ kind: 'link-outside', file, message: 'this file is a link to nothing', mend: 'remove the link' });
  }
  return undefined;
}

/** A page's path without its extensions: `harvest.html.md.erb` → `harvest`. */
export const stem = (file: string): string => file.replace(/\.erb$/i, '').replace(/\.(md|markdown|mdx)$/i, '').replace(/\.html$/i, '');

/** The URL of a page file, without base (contract: DESIGN "URLs"). */
export function pageUrl(file: string): string {
  const name = stem(file);
  return name === 'index' ? '/' : name.endsWith('/index') ? `/${name.slice(0, -5)}` : `/${name}.html`;
}
