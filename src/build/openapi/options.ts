/** What a page's `openapi` key says, with paths that can be opened. */
import path from 'node:path';
import type { FrontMatter } from '../../source/front-matter/front-matter.ts';

export interface DescriptionOptions {
  /** As written. */
  written: string;
  /** Absolute. */
  file: string;
  overlays: string[];
  tags?: string[];
  depth?: number;
  samples?: string[];
  server?: string;
  linksBase?: string;
}

/**
 * @param page path of the page file, relative to the content folder: paths are relative to it, or
 *   with a slash at their head to the folder
 * @returns undefined where the page has no description
 */
export function descriptionOptions(
  root: string,
  page: string,
  { openapi }: Pick<FrontMatter, 'openapi'>,
): DescriptionOptions | undefined {
  const { file: written = '', ...map } = typeof openapi === 'string' ? { file: openapi } : openapi;
  if (!written.trim()) return undefined;
  const place = (name: string): string =>
    name.startsWith('/')
      ? path.join(root, name)
      : path.resolve(root, path.dirname(page), name.trim());
  const {
    overlays,
    tags,
    depth,
    samples,
    server,
    links_base: linksBase,
  } = map as typeof map & {
    [key: string]: undefined;
  };
  return {
    written,
    file: place(written),
    overlays: (overlays ?? []).map(place),
    ...(tags?.length && { tags }),
    ...(depth !== undefined && { depth }),
    ...(samples?.length && { samples }),
    ...(server && { server }),
    ...(linksBase && { linksBase }),
  };
}
