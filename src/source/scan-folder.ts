/** The files of a content folder, and what each is for. */
import { existsSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';

export interface Folder {
  /** Absolute, links resolved. */
  root: string;
  /** Pages: `index.html.md`, `guide.mdx` … in the order they are read: the root index first. */
  pages: string[];
  /** Every source that is no page: includes and partials. */
  partials: string[];
  /** Files carried to the site as they are. */
  assets: string[];
  /** Slate's own stylesheets, scripts and layouts: read for their variables, not carried. */
  ignored: string[];
  /** Pages and assets that the default ignore list leaves out, and that somebody may miss. */
  leftOut: string[];
  /** All of the above, for look-ups that must not leave the folder. */
  all: Set<string>;
}

const source = /\.(md|markdown|mdx)(\.erb)?$/i;
const template = /\.(erb|haml|slim|scss|sass|less|rb)$/i;
/** Slate's machinery: never content. */
const machinery = /^(stylesheets|javascripts|layouts)\/|^fonts\/slate\./i;
/** Files by which the owner dresses the site (README, "Theming"). */
const theming = /^(components\/|styles\.css$|head\.html$)/;
/** Middleman's, and whatever lies in an `_x/`. */
const partial = /(^|\/)(_|includes\/)/;
/** Links to folders multiply files without end: with so many, none are read through links. */
const MAX_FILES = 50_000;

/** Reads the folder's tree, but for dotfiles, `node_modules`, and links that lead out of it. */
export function scanFolder(root: string, report: Report): Folder {
  // In `dev` it may be gone for a while.
  const real = existsSync(root) ? realpathSync(root) : root;
  const folder: Folder = {
    root: real,
    pages: [],
    partials: [],
    assets: [],
    ignored: [],
    leftOut: [],
    all: new Set(),
  };
  // Folders that are open, by their real paths: a link to one of them would never end.
  const visit = (dir: string, open: string[], linked: boolean) => {
    for (const entry of entriesOf(real, dir, report)) {
      if (entry.name.includes('\uFFFD') && !existsSync(path.join(real, dir, entry.name))) {
        report({
          kind: 'file-unreadable',
          file: dir ? `${dir}/${entry.name}` : entry.name,
          message: 'the name of this file or folder is not UTF-8, and it is left out',
          hint: 'rename it',
        });
        continue;
      }
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const file = dir ? `${dir}/${entry.name}` : entry.name;
      if (linked && folder.all.size > MAX_FILES) continue;
      const target = entry.isSymbolicLink()
        ? followed(real, file, open, report)
        : { kind: entry, place: path.join(open.at(-1)!, entry.name) };
      if (target?.kind.isDirectory())
        visit(file, [...open, target.place], linked || entry.isSymbolicLink());
      else if (target?.kind.isFile()) {
        folder.all.add(file);
        kindOf(file, folder)?.push(file);
      }
    }
  };
  if (existsSync(real)) visit('', [real], false);
  folder.pages.sort((a, b) => Number(isIndex(b)) - Number(isIndex(a)) || (a < b ? -1 : 1));
  return folder;
}

/** The list that a file belongs to, if it belongs to any. */
function kindOf(file: string, folder: Folder): string[] | undefined {
  if (machinery.test(file)) return folder.ignored;
  if (theming.test(file)) return undefined;
  if (!source.test(file) && !template.test(file)) return folder.assets;
  if (partial.test(file)) return folder.partials;
  return source.test(file) ? folder.pages : folder.ignored;
}

const isIndex = (file: string) => stem(file) === 'index';

function entriesOf(root: string, dir: string, report: Report): Dirent[] {
  try {
    const entries = readdirSync(path.join(root, dir), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const message = `this folder cannot be read (${code})`;
    report({ kind: 'file-unreadable', file: dir, message, hint: 'check its permissions' });
    return [];
  }
}

/** What a link leads to, if that lies in the folder and does not hold the link. */
function followed(root: string, file: string, open: string[], report: Report) {
  const refuse = (what: string, hint: string): undefined =>
    report({
      kind: 'link-outside',
      file,
      message: `this link leads ${what}`,
      hint,
    }) as undefined;
  try {
    const place = realpathSync(path.join(root, file));
    if (open.includes(place))
      return refuse('to a folder that contains it, so it is not followed', 'remove the link');
    if (place.startsWith(root + path.sep)) return { kind: statSync(place), place };
  } catch {
    return refuse('to nothing', 'remove the link');
  }
  const what = 'out of the content folder, so it is left out';
  return refuse(what, 'copy what it links to into the content folder');
}

/** A page's path without its extensions: `harvest.html.md.erb` → `harvest`. */
export const stem = (file: string): string =>
  file
    .replace(/\.erb$/i, '')
    .replace(/\.(md|markdown|mdx)$/i, '')
    .replace(/\.html$/i, '');

/**
 * The URL of a page file, without base (contract: DESIGN "URLs").
 * @param form `/harvest.html`, or `/harvest/`
 */
export function pageUrl(file: string, form: 'file' | 'directory' = 'file'): string {
  const url = `/${stem(file)}`;
  if (/\/index$/.test(url)) return url.slice(0, -5);
  return form === 'file' ? `${url}.html` : `${url}/`;
}
