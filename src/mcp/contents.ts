/** The contents of a published site, as its `reference.json` lists them. */
import type {
  ReferenceJson,
  ReferenceOfDocument,
  ReferenceOfSection,
} from '../publish/files/reference-schema.ts';
import { SiteError } from './site-files.ts';
import type { SiteFiles } from './site-files.ts';

export interface ListedSection extends Omit<ReferenceOfSection, 'markdown'> {
  document: ReferenceOfDocument;
  /** `page#id`, unique in the site: how tools name a section. */
  address: string;
  /** Sections above it, outermost first. */
  above: ListedSection[];
  /** The section's own Markdown; absent on sites of the first Phyllite. */
  markdown?: string;
}

export interface Contents extends Pick<ReferenceJson, 'title' | 'description' | 'documents'> {
  sections: ListedSection[];
  /** Path below the site's root of a URL that the contents name, wherever the site is served. */
  fileOf(url: string): string;
}

/** The `version` of `reference.json` that is understood, with all before it. */
const VERSION = 1;

/**
 * Reads the contents of a site.
 * @throws SiteError where the site cannot be read, is of another make, or was built by a newer Phyllite
 */
export async function readContents(files: SiteFiles): Promise<Contents> {
  const reference = parse(await files.read('reference.json'));
  if (reference?.generator !== 'phyllite' || !Array.isArray(reference.documents))
    throw new SiteError(`${files.name} was not built by Phyllite: its reference.json is another`);
  if (!(reference.version <= VERSION))
    throw new SiteError(
      `${files.name} was built by a newer Phyllite (its reference.json has version ` +
        `${reference.version}, this one reads up to ${VERSION}): update phyllite`,
    );
  const fileOf = (url: string): string => {
    const path = url.replace(/^https?:\/\/[^/]*/i, '');
    return path.startsWith(reference.base) ? path.slice(reference.base.length) : path.slice(1);
  };
  const sections: ListedSection[] = [];
  const add = (
    list: ReferenceOfSection[],
    document: ReferenceOfDocument,
    above: ListedSection[],
  ) => {
    for (const section of list) {
      const listed = { ...section, document, above, address: `/${fileOf(section.url)}` };
      sections.push(listed);
      add(section.sections ?? [], document, [...above, listed]);
    }
  };
  for (const document of reference.documents) add(document.sections ?? [], document, []);
  const { title, description, documents } = reference;
  return { title, ...(description ? { description } : {}), documents, sections, fileOf };
}

function parse(bytes: Uint8Array): ReferenceJson | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as ReferenceJson;
  } catch {
    return undefined;
  }
}

/** Method and path of an operation; empty for other sections. */
export const endpointOf = ({
  method,
  path,
}: Pick<ReferenceOfSection, 'method' | 'path'>): string =>
  method && path ? `${method} ${path}` : '';
