/** The owner's logo, with its size, so that nothing moves when it arrives. */
import type { Site } from '../reference/model/site.ts';

export interface Logo {
  src: string;
  /** Shown on a light or a dark page only; undefined: on both. */
  ground?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** A banner, which most likely spells the name: no title beside it. */
  wide: boolean;
}

/** Slate's place for a logo. */
const slate = 'images/logo.png';
const highest = 56,
  widest = 224;

/** @returns none, one, or one for each ground (`theme.logo`, else Slate's `images/logo.png`) */
export async function logosOf(site: Site): Promise<Logo[]> {
  const { logo } = site.frontMatter.theme;
  if (logo === undefined) return site.assets.has(slate) ? [await one(site, slate)] : [];
  if (typeof logo === 'string') return [await one(site, logo)];
  return [
    { ...(await one(site, logo.light)), ground: 'light' },
    { ...(await one(site, logo.dark)), ground: 'dark' },
  ];
}

async function one(site: Site, written: string): Promise<Logo> {
  const path = written.replace(/^\.?\//, '');
  const src = site.base + path.split('/').map(encodeURIComponent).join('/');
  const file = site.assets.get(path);
  const size = file === undefined ? undefined : await sizeOf(file);
  if (!size?.width || !size.height) return { src, wide: false, width: 28, height: 28 };
  const wide = size.width / size.height > 1.7;
  const scale = Math.min((wide ? highest : 28) / size.height, widest / size.width, 1);
  return {
    src,
    wide,
    width: Math.round(size.width * scale),
    height: Math.round(size.height * scale),
  };
}

/** Few sites have a logo: its library is loaded for those. */
async function sizeOf(file: string): Promise<{ width: number; height: number } | undefined> {
  const { imageSizeFromFile } = await import('image-size/fromFile');
  return imageSizeFromFile(file).catch(() => undefined);
}
