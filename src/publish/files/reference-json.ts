/**
 * `reference.json`: the contents of the site for tools. Its shape is `Reference`; `version` rises
 * when a field changes its meaning.
 */
import type { Page, ReferenceDocument } from '../../reference/model/page.ts';
import type { Section } from '../../reference/model/section.ts';
import type { Site } from '../../reference/model/site.ts';
import { sectionPages } from '../section-pages.ts';
import { absolute, markdownPageUrl } from '../url.ts';

export interface ReferenceJson {
  generator: 'phyllite';
  version: 1;
  /**
   * Path under which the site is served: `/` or `/docs/`. All URLs begin with it, or with origin
   * and it.
   */
  base: string;
  title: string;
  description?: string;
  documents: ReferenceOfDocument[];
}

/** A listed document, in the order of the navigation. */
export interface ReferenceOfDocument {
  title: string;
  /** With base, and with origin where the build was given one (`--site`); so are all URLs below. */
  url: string;
  /** The document as Markdown. */
  markdown: string;
  description?: string;
  /** BCP 47. */
  lang: string;
  /**
   * Front matter's `reference` and `version`, where given: documents of one reference are versions
   * of it, or translations.
   */
  reference?: string;
  version?: string;
  /** Language tabs, in the order shown. */
  languages: { name: string; label: string }[];
  /** Every page, the document's own first; more than one where it is paged. */
  pages: { kind: Page['kind']; title: string; url: string; markdown: string }[];
  sections: ReferenceOfSection[];
}

export interface ReferenceOfSection {
  /** Unique in the document; the URL's hash. */
  id: string;
  /** 1–6. */
  level: number;
  title: string;
  url: string;
  /** Upper case, with `path`: the section describes one operation. */
  method?: string;
  path?: string;
  /** The operationId, of a description's operation that has one. */
  operation?: string;
  /** Name of a description's webhook. */
  webhook?: string;
  /** Name of a description's schema. */
  schema?: string;
  deprecated?: true;
  beta?: true;
  /** Tab languages with a sample in the section itself. */
  languages?: string[];
  /** Where it is written: path relative to the content folder, 1-based line. */
  source: { file: string; line: number };
  sections?: ReferenceOfSection[];
}

export function referenceJson(site: Site): Map<string, string> {
  const { title, description } = site.frontMatter;
  const reference: ReferenceJson = {
    generator: 'phyllite',
    version: 1,
    base: site.base,
    title,
    ...(description ? { description } : {}),
    documents: site.navigation
      .flatMap(({ documents }) => documents)
      .map((document) => ofDocument(site, document)),
  };
  return new Map([['reference.json', `${JSON.stringify(reference)}\n`]]);
}

function ofDocument(site: Site, document: ReferenceDocument): ReferenceOfDocument {
  const { title, description, lang, reference, version, language_tabs } = document.frontMatter;
  const whereOf = sectionPages(document);
  const urls = (url: string) => ({
    url: absolute(site, url),
    markdown: absolute(site, markdownPageUrl(url)),
  });
  return {
    title,
    ...urls(document.url),
    ...(description ? { description } : {}),
    lang,
    ...(reference ? { reference } : {}),
    ...(version ? { version } : {}),
    languages: language_tabs.map(({ name, label }) => ({ name, label })),
    pages: document.pages.map((page) => ({
      kind: page.kind,
      title: page.title,
      ...urls(page.url),
    })),
    sections: document.sections.flatMap((section) => ofSection(site, section, whereOf)),
  };
}

/** Text before a heading is no section of the contents; what it holds stands in its place. */
function ofSection(
  site: Site,
  section: Section,
  whereOf: (section: Section) => Page,
): ReferenceOfSection[] {
  const sections = section.children.flatMap((child) => ofSection(site, child, whereOf));
  if (!section.id) return sections;
  const { id, level, title, endpoint, described, languages, source } = section;
  const { operation, webhook, schema } = described ?? {};
  return [
    {
      id,
      level,
      title,
      url: `${absolute(site, whereOf(section).url)}#${encodeURIComponent(id)}`,
      ...(endpoint ? { method: endpoint.method.toUpperCase(), path: endpoint.path } : {}),
      ...(operation !== undefined && { operation }),
      ...(webhook !== undefined && { webhook }),
      ...(schema !== undefined && { schema }),
      ...(endpoint?.deprecated ? { deprecated: true as const } : {}),
      ...(endpoint?.beta ? { beta: true as const } : {}),
      ...(languages.length ? { languages } : {}),
      source: { file: source.file, line: source.line },
      ...(sections.length ? { sections } : {}),
    },
  ];
}
