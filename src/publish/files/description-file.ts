/** The OpenAPI description that a document came from, as it can be downloaded. */
import path from 'node:path';
import type { ReferenceDocument } from '../../reference/model/page.ts';
import type { Site } from '../../reference/model/site.ts';

/** @returns its URL without base; undefined where the document came from none that is on the site */
export function descriptionUrl(
  { assets, downloads }: Pick<Site, 'assets' | 'downloads'>,
  { file, frontMatter }: ReferenceDocument,
): string | undefined {
  const { openapi } = frontMatter;
  const written = typeof openapi === 'string' ? openapi : openapi?.file;
  const found = written ? path.posix.join(path.posix.dirname(file), written) : file;
  const isThere = assets.has(found) || downloads.has(found);
  return isThere && /\.(?:ya?ml|json)$/i.test(found) ? `/${found}` : undefined;
}
