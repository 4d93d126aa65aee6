/** A content folder as documents: what `source/` hands on. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { runsRightToLeft } from './direction.ts';
import { documentFiles } from './document-files.ts';
import type { SourceDocument, SourceFile } from './document.ts';
import { ErbContext } from './erb/expand.ts';
import { defaultFrontMatter, type FrontMatter, type Theme } from './front-matter/front-matter.ts';
import type { Positions } from './front-matter/positions.ts';
import { checkThemeFiles } from './front-matter/theme-files.ts';
import { namesOf, navName, pagesIn } from './nav-name.ts';
import { readPage, type Page } from './read-page.ts';
import { readText } from './read-text.ts';
import { scanFolder, type Folder } from './scan-folder.ts';
import { readVariables, themeOf } from './scss-variables.ts';

export interface Content {
  folder: Folder;
  documents: SourceDocument[];
  /** Of the root index page: the keys that hold for the whole site. */
  frontMatter: FrontMatter;
  /** Where the keys of each page's front matter stand. */
  positions: ReadonlyMap<string, Positions>;
}

/** Reads a content folder. Every problem is reported; what can be read is handed on. */
export function readContent(root: string, report: Report): Content {
  const folder = scanFolder(root, report);
  const pages = folder.pages
    .map((file) => readPage(folder, file, report))
    .filter((page) => page !== undefined);
  const index = pages.find((page) => page.url === '/');
  const site = index?.frontMatter ?? defaultFrontMatter();
  checkThemeFiles(site.theme, folder, index, report);
  site.theme = { ...slateTheme(folder, report), ...site.theme };
  const inNav = new Set(pagesIn(site.nav).map(navName));
  const erb = new ErbContext();
  const taken = new Map<string, string>();
  const documents: SourceDocument[] = [];
  for (const page of pages) {
    const { source, url, frontMatter } = page;
    const { file } = source;
    const other = taken.get(url.toLowerCase());
    if (other !== undefined) {
      const message = `this page and ${other} have the same URL, ${url}`;
      report({ kind: 'url-taken', file, line: 1, message, hint: 'rename one of them' });
      continue;
    }
    taken.set(url.toLowerCase(), file);
    // What holds for the site no page of it can take back.
    frontMatter.raw_html &&= site.raw_html;
    const files = documentFiles(folder, page, erb, report).filter(
      (source) => frontMatter.raw_html || !isRefused(source, report),
    );
    checkDirection(page, files, report);
    const named = namesOf({ file, url }).some((name) => inNav.has(name));
    const listed = !frontMatter.hidden && (frontMatter.titled || url === '/' || named);
    if (files[0]?.file === file) documents.push({ file, url, listed, frontMatter, files });
  }
  folder.assets = folder.assets.filter((asset) => {
    const page = taken.get(`/${asset}`.replace(/\/index\.html$/, '/').toLowerCase());
    if (page === undefined) return true;
    report({
      kind: 'asset-taken',
      file: asset,
      message: `this file has the same path as the page of ${page}, so it is left out`,
      hint: 'rename or remove one of the two',
    });
    return false;
  });
  const positions = new Map(pages.map(({ source, positions }) => [source.file, positions]));
  return { folder, documents, frontMatter: site, positions };
}

/** With `raw_html: false` no MDX, which is code, is even compiled. */
function isRefused({ file, dialect }: SourceFile, report: Report): boolean {
  if (dialect !== 'mdx') return false;
  report({
    kind: 'mdx-refused',
    file,
    line: 1,
    message: 'this file is MDX, which is code, and `raw_html: false` allows no code',
    hint: 'write it in Slate Markdown (.md), or remove `raw_html: false`',
  });
  return true;
}

function checkDirection({ source, frontMatter }: Page, files: SourceFile[], report: Report): void {
  const { lang, dir } = frontMatter.data;
  if (lang !== undefined || dir !== undefined) return;
  if (!files.some(({ text }) => runsRightToLeft(text))) return;
  report({
    kind: 'lang-missing',
    file: source.file,
    line: 1,
    message:
      'this text runs from right to left, but the page is laid out from left to right, as for English',
    hint: 'add its language to the front matter, such as `lang: ar`, `fa` or `he`',
  });
}

/** What the owner of a Slate project set in its style sheet's variables. */
function slateTheme(folder: Folder, report: Report): Theme {
  const file = folder.ignored.find((name) => /^stylesheets\/_variables\.scss$/i.test(name));
  const text = file && readText(folder.root, file, report);
  return text ? themeOf(readVariables(text)) : {};
}
