/**
 * Documents with a description: each chapter of it is a file of the document, made when no cache
 * has it.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { DiagnosticCollector } from '../../diagnostics/collector.ts';
import type { Diagnostic, Report } from '../../diagnostics/diagnostic.ts';
import type { DescriptionPart } from '../../markup/description-part.ts';
import {
  chaptersOf,
  Fingerprints,
  isPagedByDefault,
  renderChapter,
  renderContext,
  renderIntro,
  samplesOf,
  tryItOperation,
  type Api,
  type Chapter,
  type Finding,
  type Operation,
  type ReadDescription,
  type RenderContext,
} from '../../openapi/index.ts';
import { nearest } from '../../shared/nearest.ts';
import type { SourceDocument, SourceFile } from '../../source/document.ts';
import { tabLabel } from '../../source/front-matter/tab-label.ts';
import type { DescriptionOptions } from './options.ts';
import { descriptionMarkdown } from './markdown.ts';

/** A file of a document that is made of a description. */
export interface DescribedFile {
  /** Changes with all that it is made of. */
  key: string;
  make(): DescriptionPart;
}

/** Languages of samples where the page sets no tabs. */
const usualLanguages = ['shell', 'javascript', 'python'];

/** Of more operations, attributes of named schemas are only linked to: they are most of a site. */
const MAX_IN_LINE = 500;

/** @param text a digest that tells texts apart */
const digest = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);

/**
 * Gives a document the files of its description, and what the description says of the whole where
 * the page itself says nothing.
 * @returns how each of these files is made
 */
export function describeDocument(
  document: SourceDocument,
  read: ReadDescription,
  options: DescriptionOptions,
  { root, report }: { root: string; report: Report },
): Map<SourceFile, DescribedFile> {
  const files = new Map<SourceFile, DescribedFile>();
  const { api, uses } = read;
  const found = new NewFindings(read);
  if (!api || !uses) {
    found.take().forEach(report);
    return files;
  }
  const { tags } = options;
  const chapters = chaptersOf(api, uses, { ...(tags && { tags }) });
  completeFrontMatter(document, api, chapters, options);
  found.take().forEach(report);
  const { frontMatter } = document;
  const tabs = frontMatter.language_tabs.map(({ name }) => name);
  const languages = options.samples ? tabs.filter((tab) => options.samples!.includes(tab)) : tabs;
  const { linksBase, server } = options;
  const isLarge = api.operations.length + api.webhooks.length > MAX_IN_LINE;
  const depth = options.depth ?? (isLarge ? 0 : undefined);
  const hasAuthentication = document.files.some(({ text }) => ownAuthentication.test(text));
  const shared = JSON.stringify([
    ...[depth, linksBase, server, languages, hasAuthentication],
    frontMatter.try_it,
  ]);
  const fingerprints = new Fingerprints(api, uses, digest);
  const file = path.relative(root, options.file).replaceAll(path.sep, '/');
  let removed = new DiagnosticCollector();
  let context: RenderContext | undefined;
  const option = frontMatter.try_it;
  const given = typeof option === 'object' ? option : {};
  const sentTo = given.server ?? server;
  const tryIt = (operation: Operation) =>
    option === false || operation.kind !== 'operation'
      ? undefined
      : tryItOperation(operation, api, {
          ...(sentTo && { server: sentTo }),
          ...(given.auth && { auth: given.auth }),
        });
  const open = (): RenderContext =>
    (context ??= renderContext(api, {
      markdown: descriptionMarkdown((finding) => removed.add({ ...finding, file })),
      ...(depth !== undefined && { depth }),
      ...(linksBase && { linksBase }),
      samples: (operation) =>
        samplesOf(operation, api, {
          ...{ languages, described: tryIt(operation) },
          ...(sentTo && { server: sentTo }),
        }),
      tryIt,
    }));
  const add = (key: string, make: () => Omit<DescriptionPart, 'diagnostics'>) => {
    const source: SourceFile = {
      file,
      path: options.file,
      dialect: 'openapi',
      text: '',
      lineOffset: 0,
    };
    document.files.push(source);
    files.set(source, {
      key: `${shared} ${key}`,
      make: () => {
        removed = new DiagnosticCollector();
        return { ...make(), diagnostics: [...found.take(), ...removed.list()] };
      },
    });
  };
  add(introKey(api, chapters), () => {
    const { tree, authentication } = renderIntro(open(), { hasAuthentication });
    tree.children.unshift(...authentication);
    return { tree, sections: [] };
  });
  for (const chapter of chapters)
    add(fingerprints.ofChapter(chapter), () => ({
      ...renderChapter(chapter, open()),
      ...(chapter.group && { group: chapter.group }),
    }));
  return files;
}

/** A heading about it in the page's own text: what is generated follows under it. */
const ownAuthentication = /^#{1,3} +(?:api )?(?:authentication|authorization)\b/im;

const introKey = (api: Api, chapters: Chapter[]): string =>
  digest(
    JSON.stringify([
      api.info,
      api.servers,
      api.securitySchemes,
      api.externalDocs,
      chapters.map(({ id, operations }) => [id, operations.map((one) => one.id)]),
      api.schemas.map(({ name, id }) => [name, id]),
    ]),
  );

/** What the page leaves to the description. */
function completeFrontMatter(
  { frontMatter }: SourceDocument,
  api: Api,
  chapters: Chapter[],
  { samples = usualLanguages }: DescriptionOptions,
): void {
  const { title, summary } = api.info;
  if (!frontMatter.titled && title) Object.assign(frontMatter, { title, titled: true });
  if (!frontMatter.description && summary) frontMatter.description = summary;
  const count = chapters.reduce((sum, { operations }) => sum + operations.length, 0);
  if (frontMatter.data.paged === undefined) frontMatter.paged = isPagedByDefault(count);
  const hasRequests = chapters.some(({ operations }) =>
    operations.some(({ kind }) => kind === 'operation'),
  );
  if (!frontMatter.language_tabs.length && hasRequests)
    frontMatter.language_tabs = samples.map((name) => ({ name, label: tabLabel(name) }));
}

/** What a description's reading has found, each time what is new. */
class NewFindings {
  readonly #read: ReadDescription;
  readonly #told = new Set<string>();

  constructor(read: ReadDescription) {
    this.#read = read;
  }

  take(): Diagnostic[] {
    return this.#read.findings.flatMap((finding) => {
      const key = keyOf(finding);
      if (this.#told.has(key)) return [];
      this.#told.add(key);
      return [finding];
    });
  }
}

const keyOf = ({ kind, file, line, column }: Finding): string =>
  [kind, file, line, column].join('\0');

/** The nearest name, as the room of descriptions asks for it. */
export const nearestName = (name: string, known: readonly string[]) => nearest(name, known);
