/**
 * Astro's image service for owners' `<Image>`: its URLs name files, since no server will answer
 * `/_image`. Which files, and of what, is kept for `images`.
 */
import sharp from 'astro/assets/services/sharp';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digest } from '../../shared/files/digest.ts';

interface Wanted {
  /** The URL by which Astro's own server would be asked. */
  asked: string;
  /** What else Astro calls a service with. */
  rest: Rest;
}
type Rest = [Parameters<typeof sharp.getURL>[1], Parameters<typeof sharp.getURL>[2]];

/** By path, with base. */
const wanted = new Map<string, Wanted>();

const service: typeof sharp = {
  ...sharp,
  getURL(options, ...rest) {
    const { src, format } = options;
    const asked = sharp.getURL(options, ...rest);
    // Of another site: as it is.
    if (typeof src === 'string' || asked instanceof Promise) return asked;
    const file = src.src.replace(/\.\w+$/, `_${digest(asked, 8)}.${format ?? src.format}`);
    wanted.set(file, { asked, rest });
    return file;
  },
};
export default service;

/**
 * The images that pages named so far.
 * @param assets folder of what is compiled. @param base of the site
 * @returns path below the site root → content
 */
export async function images(assets: string, base: string): Promise<Map<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  for (const [file, { asked, rest }] of wanted) {
    const transform = await sharp.parseURL(new URL(asked, 'http://localhost'), ...rest);
    if (!transform) continue;
    const source = readFileSync(path.join(assets, transform.src.slice(base.length)));
    made.set(file.slice(base.length), (await sharp.transform(source, transform, ...rest)).data);
  }
  return made;
}
