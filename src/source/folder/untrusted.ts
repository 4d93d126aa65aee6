/** `--untrusted`: content that is not the owner's may be read and shown, and decides nothing else. */
import type { Report } from '../../diagnostics/diagnostic.ts';
import { frontMatterSchema, type FrontMatter } from '../front-matter/front-matter.ts';
import { inherited } from '../front-matter/read-front-matter.ts';
import type { Page } from '../read-page.ts';
import type { Folder } from '../scan-folder.ts';
import type { SiteSettings } from '../site-settings.ts';

/** What a browser only shows, plays or saves. SVG can hold script: `safe-svg.ts` takes it out. */
const carried = new Set(
  [
    ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'bmp', 'ico', 'svg'],
    ...['mp4', 'webm', 'ogv', 'mp3', 'ogg', 'oga', 'wav', 'm4a', 'vtt'],
    ...['woff', 'woff2', 'ttf', 'otf'],
    ...['zip', 'gz', 'tgz', 'tar', 'bz2', 'xz', '7z', 'zst'],
    ...['pdf', 'txt', 'csv', 'tsv', 'rtf', 'epub', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'],
  ].map((ending) => `.${ending}`),
);

/** Names by which hosts, crawlers and certificate authorities ask about a whole site. */
const ofHost = /^(?:robots|humans|security|ads|app-ads|sellers)\.txt$|^favicon\.ico$/i;

/** Components, `head.html` and `styles.css` (README, "Theming"). */
const dresses = /^(?:components\/|styles\.css$|head\.html$)/;

/** The folder without what would run, or would change the site or its host. All of it is told. */
export function untrustedFolder(folder: Folder, report: Report): Folder {
  const told = (file: string, what: string): false => {
    report({
      kind: 'untrusted-left',
      file,
      message: `${what}, and is left out, since the content is built with \`--untrusted\``,
      hint: 'build without it if the content is yours',
    });
    return false;
  };
  const assets = folder.assets.filter((file) => {
    const ending = /\.[^./]+$/.exec(file)?.[0].toLowerCase() ?? '';
    if (!carried.has(ending)) return told(file, 'this file is no image, font, archive or document');
    return !ofHost.test(file) || told(file, 'this file speaks for the whole site');
  });
  const all = [...folder.all].filter(
    (file) => !dresses.test(file) || told(file, 'this file dresses the site'),
  );
  return { ...folder, assets, all: new Set(all) };
}

/** A request console sends what readers type, and their tokens, where the page says. */
const siteKeys = (Object.keys(frontMatterSchema.shape) as (keyof FrontMatter)[]).filter(
  (key) => key === 'try_it' || frontMatterSchema.shape[key as 'title'].meta()?.['scope'] === 'site',
);

/** Puts back what the front matter of a page says of the site, and keeps HTML to what is harmless. */
export function withoutSiteKeys(
  { source, frontMatter, positions }: Page,
  settings: SiteSettings,
  report: Report,
): void {
  const defaults = inherited(settings);
  for (const key of siteKeys) {
    if (Object.hasOwn(frontMatter.data, key))
      report({
        kind: 'untrusted-left',
        file: source.file,
        ...positions.at([key])?.key,
        message: `\`${key}\` is not read, since the content is built with \`--untrusted\``,
        hint: 'set it in the configuration, or build without it if the content is yours',
      });
    Object.assign(frontMatter, { [key]: defaults[key] });
  }
  frontMatter.raw_html = false;
}
