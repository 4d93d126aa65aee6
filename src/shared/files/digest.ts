/** Short names for contents, by their SHA-256. */
import { hash } from 'node:crypto';
import path from 'node:path';

/** @returns the digest of a text or a file, or as many of its hexadecimal digits */
export const digest = (content: string | Uint8Array, digits = 64): string =>
  hash('sha256', content).slice(0, digits);

/**
 * @param name of a file
 * @returns where a site has it: what has been fetched once under such a name never changes
 */
export function hashedFile(name: string, content: string | Uint8Array): string {
  const { name: stem, ext } = path.parse(name);
  return `_astro/${stem}.${digest(content, 10)}${ext}`;
}
