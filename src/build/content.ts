/**
 * The content folder as a build reads it: the sources, and what the owner dresses the site with.
 */
import { importedId } from '../mdx/imports/module-id.ts';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { outsideFences } from '../diagnostics/locate.ts';
import type { Finding, Report } from '../diagnostics/diagnostic.ts';
import type { SiteConfig } from '../config/site-config.ts';
import type { SourceDocument, SourceFile } from '../source/document.ts';
import { placesOfKeys } from '../source/front-matter/positions.ts';
import { inherited } from '../source/front-matter/read-front-matter.ts';
import { noSettings, type SiteSettings } from '../source/site-settings.ts';
import { readContent, type Content } from '../source/read-content.ts';
import { readText } from '../source/read-text.ts';
import type { Folder } from '../source/scan-folder.ts';
import { readStyles } from '../source/styles.ts';
import type { Described } from './openapi/add-descriptions.ts';
import { Descriptions } from './openapi/descriptions.ts';
import { isDescribed } from './openapi/is-described.ts';
import type { PlacedIn } from './mdx/outlines.ts';
import { readFonts, type SiteFonts } from './fonts.ts';
import { PlaceError } from './place-error.ts';
import { code, pathMarks } from './project.ts';

export interface SiteOptions {
  /** Absolute path of the content folder. */
  root: string;
  /** The site is this description alone: its file, relative to the folder, of which no more is read. */
  description?: string;
  /** `/` or `/docs/`. */
  base: string;
  /** Of the published site; empty if not known. */
  origin: string;
  /** Keep fragments and highlighting on disk. */
  cache: boolean;
  /** What the config file says; nothing if left out. */
  config?: SiteConfig;
  /** The owner's project, whose packages the content may import; absolute. */
  owner?: string;
  /** The call says, as the config may, that the content is not the owner's. */
  untrusted?: boolean;
}

export interface SiteContent extends Content, Described {
  /** The owner's `head.html`, as it is; empty if there is none. */
  headHtml: string;
  /** Components of MDX without an import: name → absolute path, the owner's before ours. */
  components: Map<string, string>;
  /** Of packages that `theme` names. */
  fonts: SiteFonts;
}

/** Nothing of such content runs, and it decides nothing of the site. */
export const isUntrusted = ({
  untrusted,
  config,
}: Pick<SiteOptions, 'untrusted' | 'config'>): boolean => untrusted || config?.untrusted || false;

/**
 * Reads the folder. What is wrong with it is reported.
 * @param descriptions keeps those that were read before
 */
export async function readSiteContent(
  site: Pick<SiteOptions, 'root' | 'description' | 'config' | 'untrusted' | 'owner'>,
  report: Report,
  descriptions = new Descriptions(),
): Promise<SiteContent> {
  const { root, description, config = noSettings } = site;
  const settings: SiteSettings = { ...config, untrusted: isUntrusted(site) };
  const content = description
    ? bareContent(root, description, settings)
    : readContent(root, report, settings);
  const { folder, documents } = content;
  const components = componentsOf(folder.root, folder.all);
  const options = { descriptions, given: description, components, report };
  const described = isDescribed(content)
    ? (await import('./openapi/add-descriptions.ts')).addDescriptions(content, options)
    : noDescriptions();
  nameModules(documents);
  leaveUnreadable(folder, report);
  readStyles(folder, report);
  const unsafe = documents.filter(({ frontMatter }) => !frontMatter.raw_html);
  if (unsafe.length) {
    const { sanitizeFrontMatter } = await import('../markup/sanitize/sanitize-front-matter.ts');
    for (const document of unsafe) sanitizeFrontMatter(document, report);
  }
  // What the folder lists lies in it: a link that leads out is told, and not followed.
  const headHtml =
    (folder.all.has('head.html') && readText(folder.root, 'head.html', report)) || '';
  const fonts = readFonts(
    content.frontMatter.theme,
    {
      owner: site.owner ?? process.cwd(),
      index: documents.find(({ url }) => url === '/')?.file ?? '',
    },
    content.placeOf,
    report,
  );
  const read = { ...content, ...described, headHtml, components, fonts };
  checkPlace(read);
  return read;
}

/** @throws {PlaceError} where the folder's name keeps Vite from what it is to compile */
function checkPlace(content: SiteContent): void {
  const { root, all } = content.folder;
  // Astro writes the path of a component into a string of one line.
  const [mark] = /[\r\n\u2028\u2029]/.test(root) ? ['line end'] : (pathMarks.exec(root) ?? []);
  const isMdx = allMdxFiles(content).length > 0;
  const owns = themingFiles({ all }).some((file) => /^styles\.css$|\.astro$/.test(file));
  const stops: Record<string, boolean> = { '?': owns, 'line end': owns, '\\': owns || isMdx };
  if (mark && stops[mark])
    throw new PlaceError(
      `the content cannot be compiled in ${root}: its path holds “${mark}”; name a folder without it`,
    );
}

/** An include of several pages is compiled for each: its front matter is the page's around it. */
function nameModules(documents: SourceDocument[]): void {
  const seen = new Set<string>();
  for (const document of documents)
    for (const source of document.files) {
      if (source.dialect !== 'mdx') continue;
      if (seen.has(source.file)) source.module = importedId(source.file, document.file);
      seen.add(source.file);
    }
}
const noDescriptions = (): Described => ({
  files: new Map(),
  placed: new Map(),
  noteFiles: new Map(),
  downloads: new Map(),
  read: new Set(),
});

/** The site is built without a style sheet or component that cannot be read; and it is told. */
function leaveUnreadable(folder: Folder, report: Report): void {
  for (const file of themingFiles(folder))
    if (readText(folder.root, file, report) === undefined) folder.all.delete(file);
}

/** The owner's style sheet and components, as far as they are there: relative. */
export const themingFiles = ({ all }: Pick<Folder, 'all'>): string[] =>
  [...all].filter((file) => file === 'styles.css' || file.startsWith('components/'));

/** Of a folder only a description: whatever else lies there is not looked at. */
const bareContent = (root: string, description: string, settings: SiteSettings): Content => ({
  folder: {
    root,
    pages: [],
    partials: [],
    assets: [description],
    ignored: [],
    leftOut: [],
    all: new Set(),
  },
  documents: [],
  frontMatter: { ...inherited(settings), raw_html: !settings.untrusted },
  placeOf: placesOfKeys([]),
});

function componentsOf(root: string, files: Iterable<string>): Map<string, string> {
  const found = new Map<string, string>();
  const add = (name: string, file: string) => {
    const component = /^([A-Z]\w*)\.(astro|mdx)$/.exec(name)?.[1];
    if (component) found.set(component, file);
  };
  const ours = path.join(code, 'components', 'author');
  for (const name of readdirSync(ours, { recursive: true, encoding: 'utf8' }))
    add(path.basename(name), path.join(ours, name));
  for (const file of files)
    if (file.startsWith('components/'))
      add(file.slice('components/'.length), path.join(root, file));
  return found;
}

/** The finding of a folder without a page: what lies there instead is named. */
export function noPage({ folder }: Content): Finding {
  const kind = 'content-missing';
  // Templates in Ruby make pages with Middleman, which cannot be run here.
  const template = folder.ignored.find(
    (file) =>
      /(?:^|\/)[^_/][^/]*\.(?:erb|haml|slim)$/i.test(file) &&
      !/(?:^|\/)(?:layouts?|javascripts|stylesheets)\//i.test(file),
  );
  if (template)
    return {
      kind,
      message: `the content folder has no page but ${template}, a template, which is never run`,
      hint: 'write index.html.md with its front matter, and its partials as `includes`',
    };
  const readme = [...folder.all].find((file) => /^readme\.(?:md|markdown)$/i.test(file));
  return {
    kind,
    message: `the content folder has no page${readme ? ` (${readme} is about the project)` : ''}`,
    hint: readme
      ? `write content/index.mdx, or rename ${readme} to index.html.md`
      : 'create content/index.mdx, or give the folder that contains index.html.md',
  };
}

/** Id of the module of an MDX source, relative. */
export const moduleOf = ({ file, module = file }: SourceFile): string => module;

/** The modules of a document's `.mdx` files, relative. */
export const mdxFilesOf = ({ files }: SourceDocument): string[] =>
  files.filter(({ dialect }) => dialect === 'mdx').map(moduleOf);

/** The module of every `.mdx` source in use, relative. */
export const allMdxFiles = ({ documents, noteFiles }: SiteContent): string[] => [
  ...new Set([...documents.flatMap(mdxFilesOf), ...noteFiles.keys()]),
];

/** What an MDX file of a document places of descriptions. */
export const placedIn =
  ({ documents, placed }: SiteContent): PlacedIn =>
  (module) => {
    const document = documents.find(({ files }) => files.some((one) => moduleOf(one) === module));
    return document && placed.get(document.file);
  };

/** A finding that knows the document only, with the file that holds what it quotes. */
export function inFile({ documents }: Content, finding: Finding): Finding {
  const { file, quote } = finding;
  const files = quote ? documents.find((document) => document.file === file)?.files : undefined;
  const holder = files?.find(({ text }) => outsideFences(text.split('\n'), quote!));
  return holder ? { ...finding, file: holder.file } : finding;
}
