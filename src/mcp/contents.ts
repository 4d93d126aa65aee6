/** The contents of a published site (`reference.json`). */
import type {
  ReferenceJson,
  ReferenceOfDocument,
  ReferenceOfSection,
} from '../publish/files/reference-schema.ts';
import { SiteError } from './site-error.ts';
import type { SiteFiles } from './site-files.ts';

export interface ListedSection extends Omit<ReferenceOfSection, 'markdown'> {
  document: ReferenceOfDocument;
  /** `page#id`: how tools name a section. */
  address: string;
  /** Outermost first. */
  above: ListedSection[];
  /** Absent on sites of the first Phyllite. */
  markdown?: string;
}

export interface Contents extends Pick<ReferenceJson, 'title' | 'description' | 'documents'> {
  sections: ListedSection[];
  /** Path below the site's root, wherever the site is served. */
  fileOf(url: string): string;
}

/** Of `reference.json`; older ones are understood. */
const VERSION = 1;

/** @throws SiteError where the site cannot be read, or a newer Phyllite built it */
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

/** Empty for sections that are no operation. */
export const endpointOf = ({
  method,
  path,
}: Pick<ReferenceOfSection, 'method' | 'path'>): string =>
  method && path ? `${method} ${path}` : '';
