/** A content folder as documents: what `source/` hands on. */
import type { Finding, Report } from '../diagnostics/diagnostic.ts';
import { runsRightToLeft } from './direction.ts';
import type { SourceDocument, SourceFile } from './document.ts';
import { ErbContext, expandErb } from './erb/expand.ts';
import { resolveInclude } from './resolve-include.ts';
import { pageUrl, scanFolder, type Folder } from './scan-folder.ts';
import type { FrontMatter, Theme } from './front-matter/front-matter.ts';
import { namesOf, navName } from './nav-name.ts';
import { elementsOf, MAX_ELEMENTS } from '../mdx/size.ts';
import { nearest } from '../shared/nearest.ts';
import { tooDeep } from '../slate/redcarpet/nesting.ts';
import { readFrontMatter } from './front-matter/read-front-matter.ts';
import { readText } from './read-text.ts';
import { readVariables, themeOf } from './scss-variables.ts';
import { checkThemeFiles } from './front-matter/theme-files.ts';
import { splitFrontMatter } from './front-matter/split.ts';
import path from 'node:path';

export interface Content {
  folder: Folder;
  documents: SourceDocument[];
  /** Of the root index page: the keys that hold for the whole site. */
  frontMatter: FrontMatter;
}

/** Reads a content folder. Every problem is reported; what can be read is handed on. */
export function readContent(root: string, report: Report): Content {
  const folder = scanFolder(root, report);
  const pages = folder.pages
    .map((file) => readPage(folder, file, report))
    .filter((page) => page !== undefined);
  const site =
    pages.find((page) => page.url === '/')?.frontMatter ??
    readFrontMatter('', { file: '', dialect: 'slate', report: () => {}, startLine: 1 });
  checkThemeFiles(
    site.theme,
    folder,
    pages.find((page) => page.url === '/'),
    report,
  );
  site.theme = { ...slateTheme(folder, report), ...site.theme };
  const named = new Set(
    site.nav.flatMap((item) => (typeof item === 'string' ? [item] : item.items)).map(navName),
  );
  const erb = new ErbContext();
  const taken = new Map<string, string>();
  const documents: SourceDocument[] = [];
  for (const page of pages) {
    const { file, url, frontMatter } = page;
    const other = taken.get(url.toLowerCase());
    if (other !== undefined) {
      report({
        kind: 'url-taken',
        file,
        line: 1,
        message: `this page and ${other} both want the URL ${url}`,
        hint: 'rename one of them',
      });
      continue;
    }
    taken.set(url.toLowerCase(), file);
    const listed =
      !frontMatter.hidden &&
      (frontMatter.titled || url === '/' || namesOf(page).some((name) => named.has(name)));
    // What holds for the site no page of it can take back.
    frontMatter.raw_html &&= site.raw_html;
    const files = filesOf(folder, page, erb, report).filter(
      (source) => frontMatter.raw_html || !isRefused(source, report),
    );
    if (
      frontMatter.data['lang'] === undefined &&
      frontMatter.data['dir'] === undefined &&
      files.some(({ text }) => runsRightToLeft(text))
    )
      report({
        kind: 'lang-missing',
        file,
        line: 1,
        message:
          'this text runs from right to left, and the page is laid out from left to right, as English',
        hint: 'write its language into the front matter (lang: fa, ar, he …)',
      });
    if (files[0]?.file === file) documents.push({ file, url, listed, frontMatter, files });
  }
  folder.assets = folder.assets.filter((asset) => {
    const page = taken.get(`/${asset}`.replace(/\/index\.html$/, '/').toLowerCase());
    if (page !== undefined)
      report({
        kind: 'asset-taken',
        file: asset,
        message: `this file would stand where the page of ${page} does, and is left out`,
        hint: 'rename or remove one of the two',
      });
    return page === undefined;
  });
  return { folder, documents, frontMatter: site };
}

/** With `raw_html: false` no MDX, which is code, is even compiled. */
function isRefused({ file, dialect }: SourceFile, report: Report): boolean {
  if (dialect !== 'mdx') return false;
  report({
    kind: 'mdx-refused',
    file,
    line: 1,
    message: 'this file is MDX, which is code, and `raw_html: false` lets none in',
    hint: 'write it in Slate Markdown (.md), or take `raw_html: false` out',
  });
  return true;
}

/** What the owner of a Slate project set in its style sheet's variables. */
function slateTheme(folder: Folder, report: Report): Theme {
  const file = folder.left.find((name) => /^stylesheets\/_variables\.scss$/i.test(name));
  const text = file && readText(folder.root, file, report);
  return text ? themeOf(readVariables(text)) : {};
}

interface PageSource {
  file: string;
  url: string;
  frontMatter: FrontMatter;
  body: string;
  bodyLine: number;
}

const dialectOf = (file: string) => (/\.mdx$/i.test(file) ? ('mdx' as const) : ('slate' as const));

function readPage(folder: Folder, file: string, report: Report): PageSource | undefined {
  const text = readText(folder.root, file, report);
  if (text === undefined) return undefined;
  const { yaml, yamlLine, body, bodyLine, unclosed } = splitFrontMatter(text);
  if (unclosed)
    report({
      kind: 'front-matter-unclosed',
      file,
      line: 1,
      message: 'the front matter that starts here is never closed, and is shown as text',
      hint: 'end it with a line of ---',
    });
  const frontMatter = readFrontMatter(yaml ?? '', {
    file,
    dialect: dialectOf(file),
    report,
    startLine: yamlLine,
  });
  if (isTooMuch(file, body, bodyLine, report)) return undefined;
  return { file, url: pageUrl(file), frontMatter, body, bodyLine };
}

/** MDX that its compiler would not come through is left out. Slate Markdown is cut where it is too deep, by its own reader. */
function isTooMuch(file: string, body: string, bodyLine: number, report: Report): boolean {
  if (dialectOf(file) !== 'mdx') return false;
  const elements = elementsOf(body);
  if (elements > MAX_ELEMENTS) {
    report({
      kind: 'file-too-large',
      file,
      message: `this file makes some ${Math.round(elements / 1000)},000 elements, more than the ${MAX_ELEMENTS / 1000},000 that MDX’s compiler can take of one file, and is left out`,
      hint: 'split it into includes, or write it in Slate Markdown (.md)',
    });
    return true;
  }
  const deep = tooDeep(body);
  if (deep)
    report({
      kind: 'nesting-too-deep',
      file,
      line: deep.line + bodyLine - 1,
      column: deep.column,
      message: `${deep.what} lie more than ${deep.most} deep in each other here, and the file is left out`,
      hint: 'close them, or take marks out',
    });
  return deep !== undefined;
}

/** Characters of a document beyond those of its files: what includes named again, and partials, make of little text. */
const mostRepeated = 16 * 1024 * 1024;

/** The page file and its includes, in order. */
function filesOf(folder: Folder, page: PageSource, erb: ErbContext, report: Report): SourceFile[] {
  const { file, frontMatter } = page;
  const files = [sourceFile(folder, file, page.body, page.bodyLine, erb, report)];
  const dir = path.posix.dirname(file);
  const seen = new Set([file]);
  let repeated = files[0]!.text.length - page.body.length;
  for (const name of frontMatter.includes) {
    const found = resolveInclude(folder, name, [
      ...new Set([path.posix.join(dir, 'includes'), 'includes', dir, '.']),
    ]);
    const tell = (finding: Omit<Finding, 'file' | 'line'>) =>
      report({ file, line: lineOfInclude(folder, file, name, report), ...finding });
    if ('problem' in found) {
      if (found.problem === 'outside')
        tell({
          kind: 'include-outside',
          message: `the include “${name}” lies outside the content folder`,
          hint: 'move it into includes/',
        });
      else
        tell({
          kind: 'include-missing',
          message: `the include “${name}” is not there`,
          quote: name,
          hint: `${nearInclude(folder, name)}make includes/_${name}.${dialectOf(file) === 'mdx' ? 'mdx' : 'md'}, or take it out of \`includes\``,
        });
      continue;
    }
    if (found.file === file) {
      tell({
        kind: 'include-cycle',
        message: `this page includes itself (“${name}”)`,
        hint: 'take it out of `includes`',
      });
      continue;
    }
    const text = readText(folder.root, found.file, report);
    if (text === undefined) continue;
    const { body, bodyLine } = splitFrontMatter(text);
    if (isTooMuch(found.file, body, bodyLine, report)) continue;
    const source = sourceFile(folder, found.file, body, bodyLine, erb, report);
    repeated += seen.has(found.file) ? source.text.length : source.text.length - body.length;
    seen.add(found.file);
    if (repeated > mostRepeated) {
      tell({
        kind: 'file-too-large',
        message: `with the include “${name}” this document holds more than ${mostRepeated / 1048576} MB of text that it repeats; it and what follows it is left out`,
        hint: 'include it once',
      });
      break;
    }
    files.push(source);
  }
  return files;
}

/** A name that may be meant. */
function nearInclude(folder: Folder, name: string): string {
  const names = [...folder.all].flatMap(
    (file) =>
      /^(?:.*\/)?includes\/(.*?)_?([^/]+?)(?:\.html)?\.(?:mdx?|markdown)(?:\.erb)?$/i
        .exec(file)
        ?.slice(1)
        .join('') ?? [],
  );
  const near = nearest(name, names);
  return near && near !== name ? `did you mean “${near}”? Else ` : '';
}

function sourceFile(
  folder: Folder,
  file: string,
  body: string,
  bodyLine: number,
  erb: ErbContext,
  report: Report,
): SourceFile {
  const dialect = dialectOf(file);
  const plain: SourceFile = {
    file,
    path: path.join(folder.root, file),
    dialect,
    text: body,
    lineOffset: bodyLine - 1,
  };
  if (dialect === 'mdx' || !/\.erb$/i.test(file)) return plain;
  return { ...plain, ...expandErb(folder, plain, erb, report) };
}

function lineOfInclude(folder: Folder, file: string, name: string, report: Report): number {
  const lines = (readText(folder.root, file, report) ?? '').split('\n');
  const index = lines.findIndex((line) => /^\s*(-|includes:)/.test(line) && line.includes(name));
  return index + 1;
}
