/** Media types of the files a site holds. */
import { lookup } from 'mrmime';

/** @param file a path, or an ending such as `.html` */
export function contentType(file: string): string {
  const type = lookup(file) ?? 'application/octet-stream';
  const isText = /^text\/|[/+](?:json|javascript|xml|yaml)$/.test(type);
  return isText && type !== 'image/svg+xml' ? `${type}; charset=utf-8` : type;
}
