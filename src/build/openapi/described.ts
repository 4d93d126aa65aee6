/**
 * Documents with a description: each part of its chapters is a file of the document, made when no
 * cache has it.
 */
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { DescribedPart, DescriptionPart } from '../../markup/description-part.ts';
import {
  chaptersOf,
  isPagedByDefault,
  partsOf,
  placesOf,
  renderIntro,
  renderPart,
  type Api,
  type Chapter,
  type SectionPlaces,
} from '../../openapi/index.ts';
import type { SourceDocument, SourceFile } from '../../source/document.ts';
import { tabLabel } from '../../source/front-matter/tab-label.ts';
import type { DescriptionOptions } from './options.ts';
import type { PageDescription } from './page-description.ts';
import type { PlacedParts } from './placed-parts.ts';
import { digest } from '../../shared/files/digest.ts';

/** A file of a document that is made of a description. */
export interface DescribedFile extends DescribedPart {
  /** Notes in MDX, which are rendered before it is made. */
  notes: SourceFile[];
}

/** Languages of samples where the page sets no tabs. */
const usualLanguages = ['shell', 'javascript', 'python'];

/**
 * Gives a document the files of its description, and what the description says of the whole where
 * the page itself says nothing.
 * @returns how each of these files is made
 */
export function describeDocument(
  document: SourceDocument,
  page: PageDescription,
  options: DescriptionOptions,
  { placed, report }: { placed: PlacedParts; report: Report },
): Map<SourceFile, DescribedFile> {
  const files = new Map<SourceFile, DescribedFile>();
  const { api, file, fingerprints } = page;
  const { tags } = options;
  const given = { placed: placed.singles, titles: page.labels, ...(tags && { tags }) };
  const chapters = placed.without(chaptersOf(api, page.read.uses!, given));
  completeFrontMatter(document, api, chapters, options);
  page.takeFound().forEach(report);
  const add = (
    key: () => string,
    make: () => Omit<DescriptionPart, 'diagnostics'>,
    sections: () => SectionPlaces,
    notes: SourceFile[] = [],
  ) => {
    const source: SourceFile = {
      file,
      path: options.file,
      dialect: 'openapi',
      text: '',
      lineOffset: 0,
      ...(notes.length && { codeFiles: notes.flatMap(({ codeFiles = [] }) => codeFiles) }),
    };
    document.files.push(source);
    files.set(source, {
      key: () => `${page.key} ${key()} ${page.keyOfNotes(notes)}`,
      notes: notes.filter(({ dialect }) => dialect === 'mdx'),
      places: () => ({ line: api.info.place().line, sections: sections() }),
      make: () => ({ ...make(), diagnostics: page.takeFound() }),
    });
  };
  add(
    () => introKey(api, chapters, fingerprints.names),
    () => ({ tree: renderIntro(page.context), sections: [] }),
    () => new Map(),
  );
  for (const part of chapters.flatMap(partsOf))
    add(
      () => fingerprints.ofPart(part),
      () => ({
        ...renderPart(part, page.context),
        ...(part.chapter.group && { group: part.chapter.group }),
      }),
      () => placesOf(part, api),
      part.operations.flatMap((operation) => page.noteOf(operation) ?? []),
    );
  return files;
}

const introKey = (api: Api, chapters: Chapter[], names: string): string =>
  digest(
    JSON.stringify([
      api.info,
      api.servers,
      api.securitySchemes,
      api.externalDocs,
      chapters.map(({ id, operations }) => [id, operations.map((one) => one.id)]),
      names,
    ]),
    32,
  );

/** What the page leaves to the description. */
function completeFrontMatter(
  document: SourceDocument,
  api: Api,
  chapters: Chapter[],
  { samples }: DescriptionOptions,
): void {
  const { frontMatter } = document;
  const { title, summary } = api.info;
  if (!frontMatter.titled && title) Object.assign(frontMatter, { title, titled: true });
  if (!frontMatter.description && summary) frontMatter.description = summary;
  const count = chapters.reduce((sum, { operations }) => sum + operations.length, 0);
  if (frontMatter.data.paged === undefined) frontMatter.paged = isPagedByDefault(count);
  completeTabs(document, api, samples);
}

/** Tabs of a page that names none, where there is something to send. */
export function completeTabs(
  { frontMatter }: SourceDocument,
  { operations }: Api,
  samples = usualLanguages,
): void {
  if (!frontMatter.language_tabs.length && operations.length)
    frontMatter.language_tabs = samples.map((name) => ({ name, label: tabLabel(name) }));
}
