/** A page of a published site, of any generator, as far as links to it go. */
import fs from 'node:fs';
import path from 'node:path';
import { attributesOf, tagsOf } from '../csp/scan-html.ts';
import { decode } from '../../shared/decode.ts';

export interface Anchors {
  /** Id → whether it is made to be linked to. */
  ids: Map<string, boolean>;
  /** URLs of links, as written. */
  links: string[];
  /** Where a page that only sends on leads. */
  refresh?: string;
}

export function readAnchors(file: string): Anchors {
  const html = fs.readFileSync(file, 'utf8');
  const anchors: Anchors = { ids: new Map(), links: [] };
  for (const { name, attributes: written, text } of tagsOf(html)) {
    if (!written) {
      if (name === 'script' && text.includes('location.replace('))
        anchors.refresh ??= /location\.replace\("([^"]+)"/.exec(text)?.[1];
      continue;
    }
    const attributes = attributesOf(written);
    for (const id of [attributes.get('id'), name === 'a' ? attributes.get('name') : undefined])
      if (id && !anchors.ids.has(id)) anchors.ids.set(id, name === 'a' || /^h[1-6]$/.test(name));
    if (name === 'a') {
      const url = attributes.get('href');
      if (url?.includes('#')) anchors.links.push(url);
    }
    if (name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh')
      anchors.refresh ??= /url\s*=\s*['"]?([^'"\s]+)/i.exec(attributes.get('content') ?? '')?.[1];
  }
  return anchors;
}

/** The file that answers a URL, as static hosts find it: itself, as a folder, with `.html`. */
export function fileAt(
  url: string,
  from: string,
  exists: (file: string) => boolean,
): string | undefined {
  const joined = path.posix.normalize(
    url.startsWith('/') ? url.slice(1) : path.posix.join(path.posix.dirname(from), url),
  );
  const file = decode(joined === '.' ? '' : joined);
  const bare = file.replace(/\/$/, '');
  return [
    file,
    `${bare}/index.html`.replace(/^\//, ''),
    `${bare}.html`,
    `${bare}.htm`,
    file.replace(/\.html?$/i, '/index.html'),
  ].find((candidate) => candidate && exists(candidate));
}
