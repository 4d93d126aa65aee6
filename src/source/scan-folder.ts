/** The files of a content folder, and what each is for. */
import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';

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
/** Links to folders can multiply what there is without end: with so many files, no more are read through them. */
const most = 50_000;
const slateFont = /^fonts\/slate\./i;

/** Reads the folder's tree. Names beginning with a dot, `node_modules`, and links that lead out of it are passed over. */
export function scanFolder(root: string, report: Report): Folder {
  const real = realpathSync(root);
  const folder: Folder = {
    root: real,
    pages: [],
    partials: [],
    assets: [],
    left: [],
    all: new Set(),
  };
  // Folders that are open, by their real paths: a link to one of them would never end.
  const visit = (dir: string, open: string[], linked: boolean) => {
    for (const entry of entriesOf(real, dir, report)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const file = dir ? `${dir}/${entry.name}` : entry.name;
      if (linked && folder.all.size > most) continue;
      const target = entry.isSymbolicLink()
        ? followed(real, file, open, report)
        : { kind: entry, place: path.join(open.at(-1)!, entry.name) };
      if (!target) continue;
      if (target.kind.isDirectory())
        visit(file, [...open, target.place], linked || entry.isSymbolicLink());
      else if (target.kind.isFile()) sort(folder, file);
    }
  };
  visit('', [real], false);
  folder.pages.sort((a, b) => Number(isIndex(b)) - Number(isIndex(a)) || (a < b ? -1 : 1));
  return folder;
}

function sort(folder: Folder, file: string): void {
  folder.all.add(file);
  const name = path.posix.basename(file);
  if (machinery.test(file) || slateFont.test(file)) folder.left.push(file);
  else if (theming.test(file)) return;
  else if (source.test(file))
    (name.startsWith('_') || /(^|\/)includes\//.test(file) ? folder.partials : folder.pages).push(
      file,
    );
  else if (template.test(file))
    (name.startsWith('_') || /(^|\/)includes\//.test(file) ? folder.partials : folder.left).push(
      file,
    );
  else folder.assets.push(file);
}

const isIndex = (file: string) => stem(file) === 'index';

function entriesOf(root: string, dir: string, report: Report): Dirent[] {
  try {
    return readdirSync(path.join(root, dir), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch (error) {
    report({
      kind: 'file-unreadable',
      file: dir,
      message: `this folder cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`,
      hint: 'check its permissions',
    });
    return [];
  }
}

/** What a link leads to, if that lies in the folder and does not hold the link. */
function followed(root: string, file: string, open: string[], report: Report) {
  try {
    const place = realpathSync(path.join(root, file));
    if (open.includes(place)) {
      report({
        kind: 'link-outside',
        file,
        message: 'this file is a link to a folder that holds it, and is not followed',
        hint: 'remove the link',
      });
      return undefined;
    }
    if (place.startsWith(root + path.sep)) return { kind: statSync(place), place };
    report({
      kind: 'link-outside',
      file,
      message: 'this file is a link to a place outside the content folder, and is left out',
      hint: 'copy what it links to into the folder',
    });
  } catch {
    report({
      kind: 'link-outside',
      file,
      message: 'this file is a link to nothing',
      hint: 'remove the link',
    });
  }
  return undefined;
}

/** A page's path without its extensions: `harvest.html.md.erb` → `harvest`. */
export const stem = (file: string): string =>
  file
    .replace(/\.erb$/i, '')
    .replace(/\.(md|markdown|mdx)$/i, '')
    .replace(/\.html$/i, '');

/** The URL of a page file, without base (contract: DESIGN "URLs"). */
export function pageUrl(file: string): string {
  const name = stem(file);
  return name === 'index'
    ? '/'
    : name.endsWith('/index')
      ? `/${name.slice(0, -5)}`
      : `/${name}.html`;
}
