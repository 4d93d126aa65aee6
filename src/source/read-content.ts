/** A content folder as documents: what `source/` hands on. */
import type { Report } from '../diagnostics/diagnostic.ts';
import { runsRightToLeft } from './direction.ts';
import { documentFiles } from './document-files.ts';
import type { SourceDocument, SourceFile } from './document.ts';
import { ErbContext } from './erb/expand.ts';
import type { FrontMatter, Theme } from './front-matter/front-matter.ts';
import { placesOfKeys, type PlaceOf } from './front-matter/positions.ts';
import { inherited } from './front-matter/read-front-matter.ts';
import { checkThemeFiles } from './front-matter/theme-files.ts';
import { defaultIgnore, quietIgnore } from './folder/default-ignore.ts';
import { withoutIgnored, withoutUnasked } from './folder/ignore.ts';
import { withoutLeftOvers } from './folder/left-overs.ts';
import { ownPath } from './folder/own-paths.ts';
import { fileOfUrl, withFreeUrls } from './folder/page-urls.ts';
import { TakenPaths } from './folder/taken-paths.ts';
import { untrustedFolder, withoutSiteKeys } from './folder/untrusted.ts';
import { namesOf, navName, pagesIn } from './nav-name.ts';
import { readPage, type Page } from './read-page.ts';
import { readText } from './read-text.ts';
import { pageUrl, scanFolder, type Folder } from './scan-folder.ts';
import { readVariables, themeOf } from './scss-variables.ts';
import { noSettings, type SiteSettings } from './site-settings.ts';
import { relativePath } from '../shared/files/paths.ts';

export interface Content {
  folder: Folder;
  documents: SourceDocument[];
  /** Of the root index page: the keys that hold for the whole site. */
  frontMatter: FrontMatter;
  /** Where the keys of each page's front matter stand. */
  placeOf: PlaceOf;
}

/** Reads a content folder. Every problem is reported; what can be read is handed on. */
export function readContent(
  root: string,
  report: Report,
  settings: SiteSettings = noSettings,
): Content {
  const { untrusted } = settings;
  const listed = withoutIgnored(scanFolder(root, report), quietIgnore, true);
  const asked = withoutIgnored(listed, settings.frontMatter.ignore ?? []);
  const scanned = withoutUnasked(asked, defaultIgnore);
  for (const file of scanned.all)
    if (/^phyllite\.config\.[cm]?[jt]s$/.test(file))
      report({
        kind: 'config',
        severity: 'warning',
        file,
        message: 'a config file in the content folder is not read: its files may be anybody’s',
        hint: 'move it to the folder in which you run Phyllite',
      });
  const { folder, pages } = readPages(
    untrusted ? untrustedFolder(scanned, report) : scanned,
    settings,
    report,
  );
  const index = pages.find((page) => page.url === '/');
  const site = index?.frontMatter ?? inherited(settings);
  for (const page of pages) {
    const inFile = page.url;
    page.url = pageUrl(page.source.file, site.urls);
    // Old links still land.
    if (page.url !== inFile) page.frontMatter.redirects.push(inFile);
  }
  const placeOf = placesOfKeys(pages, (key, value) => {
    const place = settings.place?.(key, value);
    return place && { ...place, file: relativePath(root, place.file) };
  });
  checkThemeFiles(site.theme, folder, { index: index?.source.file ?? '', placeOf, report });
  if (!untrusted) site.theme = { ...slateTheme(folder, report), ...site.theme };
  else if (!index) site.raw_html = false;
  const inNav = new Set(pagesIn(site.nav).map(navName));
  const erb = new ErbContext();
  const documents: SourceDocument[] = [];
  const free = withFreeUrls(pages, report);
  for (const page of free) {
    const { source, url, frontMatter } = page;
    const { file } = source;
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
  const taken = new TakenPaths();
  for (const { url, source } of free) taken.take(fileOfUrl(url), source.file);
  folder.assets = folder.assets.filter((asset) => {
    const own = ownPath(asset);
    const page = taken.holder(asset);
    if (page === undefined && own === undefined) return true;
    const stands = page === undefined ? `the build’s own ${own}` : `the page of ${page}`;
    report({
      kind: 'asset-taken',
      file: asset,
      message: `this file has the same path as ${stands}, so it is left out`,
      hint: 'rename or remove it',
    });
    return false;
  });
  return { folder, documents, frontMatter: site, placeOf };
}

/** The root index page first: it may say which of the others are none. */
function readPages(
  scanned: Folder,
  settings: SiteSettings,
  report: Report,
): { folder: Folder; pages: Page[] } {
  const read = (folder: Folder, files: string[]) =>
    files.flatMap((file) => {
      const page = readPage(folder, file, settings, report);
      if (page && settings.untrusted) withoutSiteKeys(page, settings, report);
      return page ?? [];
    });
  const whole = { ...scanned, pages: withoutLeftOvers(scanned.pages, report) };
  const isRoot = (file: string) => pageUrl(file) === '/';
  const first = read(whole, whole.pages.filter(isRoot));
  const ignored = first[0]?.frontMatter.ignore ?? [];
  const folder = ignored.length ? withoutIgnored(whole, ignored) : whole;
  return {
    folder,
    pages: [
      ...first,
      ...read(
        folder,
        folder.pages.filter((file) => !isRoot(file)),
      ),
    ],
  };
}

/** With `raw_html: false` no MDX, which is code, is even compiled. */
function isRefused({ file, dialect }: SourceFile, report: Report): boolean {
  if (dialect !== 'mdx') return false;
  report({
    kind: 'mdx-refused',
    file,
    line: 1,
    message:
      'this file is MDX, which is code, and `--untrusted` or `raw_html: false` allows no code',
    hint: 'write it in Slate Markdown (.md), or trust the content',
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
