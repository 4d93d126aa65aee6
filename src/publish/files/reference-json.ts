/** `reference.json`: the contents of the site for tools, and the JSON Schema of its shape. */
import path from 'node:path';
import { walk, type ReferenceDocument } from '../../reference/model/page.ts';
import type { Section } from '../../reference/model/section.ts';
import type { Site } from '../../reference/model/site.ts';
import { llmsUrl } from '../markdown/llms.ts';
import type { MarkdownSite } from '../markdown/markdown-site.ts';
import { absolute, markdownPageUrl } from '../url.ts';
import type { ReferenceJson, ReferenceOfDocument, ReferenceOfSection } from './reference-schema.ts';
import schema from './reference-schema.json' with { type: 'json' };

const SCHEMA = '/reference.schema.json';

export function referenceJson(from: MarkdownSite): Map<string, string> {
  const { site } = from;
  const { title, description } = site.frontMatter;
  const reference: ReferenceJson = {
    generator: 'phyllite',
    $schema: absolute(site, SCHEMA),
    version: 1,
    base: site.base,
    title,
    ...(description ? { description } : {}),
    documents: site.navigation
      .flatMap(({ documents }) => documents)
      .map((document) => ofDocument(from, document)),
  };
  return new Map([
    ['reference.json', `${JSON.stringify(reference)}\n`],
    [SCHEMA.slice(1), `${JSON.stringify(schema, undefined, 1)}\n`],
  ]);
}

function ofDocument(from: MarkdownSite, document: ReferenceDocument): ReferenceOfDocument {
  const { site } = from;
  const { title, description, lang, reference, version, language_tabs } = document.frontMatter;
  const openapi = descriptionUrl(site, document);
  const urls = (url: string) => ({
    url: absolute(site, url),
    markdown: absolute(site, markdownPageUrl(url)),
  });
  return {
    title,
    ...urls(document.url),
    llms: absolute(site, document.url === '/' ? '/llms.txt' : llmsUrl(document)),
    ...(openapi && { openapi: absolute(site, openapi) }),
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
    sections: document.sections.flatMap((section) => ofSection(from, document, section)),
  };
}

/** Text before a heading is no section of the contents; what it holds stands in its place. */
function ofSection(
  from: MarkdownSite,
  document: ReferenceDocument,
  section: Section,
): ReferenceOfSection[] {
  const sections = section.children.flatMap((child) => ofSection(from, document, child));
  if (!section.id || !section.level) return sections;
  const { id, level, title, endpoint, described, languages, source } = section;
  const { operation, webhook, schema } = described ?? {};
  const page = absolute(from.site, from.pageOf(document, section).url);
  const twin = from.twins.get(document)!.homes.get(id);
  const hash = `#${encodeURIComponent(id)}`;
  const file = twin ? absolute(from.site, twin.url) : page;
  return [
    {
      id,
      level,
      title,
      url: page + hash,
      markdown: twin?.section.id === id ? file : file + hash,
      ...(endpoint && {
        method: endpoint.method.toUpperCase(),
        path: endpoint.path,
        ...(endpoint.deprecated && { deprecated: true as const }),
        ...(endpoint.beta && { beta: true as const }),
        ...requestOf(section, page),
      }),
      ...(operation !== undefined && { operation }),
      ...(webhook !== undefined && { webhook }),
      ...(schema !== undefined && { schema }),
      ...(languages.length ? { languages } : {}),
      source: { file: source.file, line: source.line },
      ...(sections.length ? { sections } : {}),
    },
  ];
}

/** What an operation takes and answers, as its section and those below it say. */
function requestOf(
  operation: Section,
  page: string,
): Pick<ReferenceOfSection, 'parameters' | 'statuses'> {
  const parameters = new Map<string, NonNullable<ReferenceOfSection['parameters']>[number]>();
  const statuses = new Set<string>();
  for (const section of walk([operation]))
    for (const { name, kind, id, example } of section.symbols) {
      if (kind === 'status') statuses.add(name);
      const isDefined = !example && id !== section.id;
      if ((kind === 'parameter' || kind === 'header') && isDefined && !parameters.has(name))
        parameters.set(name, {
          name,
          ...(kind === 'header' && { in: 'header' as const }),
          url: `${page}#${encodeURIComponent(id)}`,
        });
    }
  return {
    ...(parameters.size && { parameters: [...parameters.values()] }),
    ...(statuses.size && { statuses: [...statuses].sort() }),
  };
}

/**
 * The OpenAPI description that a document came from, as it can be downloaded.
 * @returns its URL without base; undefined where the document came from none that is on the site
 */
function descriptionUrl(
  { assets, downloads }: Pick<Site, 'assets' | 'downloads'>,
  { file, frontMatter }: ReferenceDocument,
): string | undefined {
  const { openapi } = frontMatter;
  const written = typeof openapi === 'string' ? openapi : openapi?.file;
  const found = written ? path.posix.join(path.posix.dirname(file), written) : file;
  const isThere = assets.has(found) || downloads.has(found);
  return isThere && /\.(?:ya?ml|json)$/i.test(found) ? `/${found}` : undefined;
}
