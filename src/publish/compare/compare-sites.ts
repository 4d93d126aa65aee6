/**
 * What would die if a new site took an old one's place: URLs and anchors of the old, from any
 * generator, that the new does not answer. Reads the HTML of both; `reference.json` of the new, if
 * there, says which pages were one document.
 */
import fs from 'node:fs';
import path from 'node:path';
import {
  oldAnchor,
  oldLinkTarget,
  type OldLinkEntry,
  type OldLinks,
} from '../../shared/links/old-link.ts';
import { nearest } from '../../shared/nearest.ts';
import { decode } from '../../shared/decode.ts';
import { fileAt, readAnchors, type Anchors } from './published-page.ts';
import { listFiles } from '../list-files.ts';
import { fileOf } from '../url.ts';
import type { ReferenceJson } from '../files/reference-schema.ts';

export interface Lost {
  /** URLs without base, as the old site's files give them: `/old.html`, `/guide/`, `/api.pdf`. */
  deadUrls: string[];
  /**
   * Anchors that somebody may have linked to: ids of headings, `<a name>`, and whatever the old
   * site links to itself.
   */
  deadAnchors: DeadAnchor[];
  /** Other ids that are gone: mostly parts of the old site's interface. */
  deadIds: DeadAnchor[];
}

export interface DeadAnchor {
  url: string;
  id: string;
  /** The nearest id of the new page, for “did you mean”. */
  near?: string;
}

/** A generator's own files, which nobody links to. */
const machinery = new RegExp(
  [
    /\.(css|js|mjs|map|woff2?|ttf|eot|otf|scss|DS_Store)$/,
    /(^|\/)(sitemap[^/]*\.xml|robots\.txt|_headers|_redirects)$/,
    /(^|\/)(\.[^/]+|404\.html|search[^/]*\.json)$/,
    /(^|\/)(\.git|_astro|_next|pagefind|node_modules)\//,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** @param oldDir the site as it is published, @param newDir the new one as built; both absolute */
export function compareSites(oldDir: string, newDir: string): Lost {
  const fresh = new Fresh(newDir);
  const lost: Lost = { deadUrls: [], deadAnchors: [], deadIds: [] };
  const files = listFiles(oldDir).filter(
    (file) => !machinery.test(file) && fs.lstatSync(path.join(oldDir, file)).isFile(),
  );
  const pages = new Map(
    files.filter(isHtml).map((file) => [file, readAnchors(path.join(oldDir, file))]),
  );
  const linked = linkedAnchors(pages);
  for (const file of files) {
    const url = urlOf(file);
    const anchors = pages.get(file);
    if (!anchors) {
      if (!fresh.holds(file)) lost.deadUrls.push(url);
      continue;
    }
    const page = fresh.page(file);
    if (!page) {
      lost.deadUrls.push(url);
      continue;
    }
    for (const [id, target] of anchors.ids) {
      if (page.has(id) || fresh.leads(id, page)) continue;
      if (!target && !linked.get(file)?.has(id)) {
        lost.deadIds.push({ url, id });
        continue;
      }
      const near = nearest(id, page);
      lost.deadAnchors.push({ url, id, ...(near === undefined ? {} : { near }) });
    }
  }
  return lost;
}

const isHtml = (file: string): boolean => /\.html?$/i.test(file);

const urlOf = (file: string): string => `/${file.replace(/(^|\/)index\.html?$/i, '$1')}`;

/** By file: the ids that the old site's own links lead to. */
function linkedAnchors(pages: Map<string, Anchors>): Map<string, Set<string>> {
  const linked = new Map<string, Set<string>>();
  for (const [file, { links }] of pages) {
    for (const link of links) {
      if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(link)) continue;
      const [before = '', hash = ''] = link.split('#', 2);
      const target =
        before.split('?')[0] === ''
          ? file
          : fileAt(before.split('?')[0]!, file, (candidate) => pages.has(candidate));
      if (!target || !hash) continue;
      const ids = linked.get(target);
      if (ids) ids.add(decode(hash));
      else linked.set(target, new Set([decode(hash)]));
    }
  }
  return linked;
}

/** The new site, read as far as the old one asks. */
class Fresh {
  readonly #dir: string;
  readonly #ids = new Map<string, Set<string>>();
  /**
   * File of a document → files of its pages: links to a paged document's anchors are sent on to the
   * page that holds them.
   */
  readonly #paged = new Map<string, string[]>();

  constructor(dir: string) {
    this.#dir = dir;
    const { base = '/', documents = [] } = referenceOf(dir) ?? {};
    for (const { pages } of documents) {
      const files = pages.map(({ url }) =>
        fileOf(decode(url.replace(/^[a-z]+:\/\/[^/]*/i, '').slice(base.length - 1))),
      );
      if (files[0] !== undefined) this.#paged.set(files[0], files);
    }
  }

  /** An anchor of another tool's site lands by rule. */
  leads(id: string, page: ReadonlySet<string>): boolean {
    const { entries, title } = (this.#old ??= this.#oldLinks());
    const anchor = entries.length ? oldAnchor(id) : undefined;
    return (
      (anchor !== undefined && page.has(anchor)) || oldLinkTarget(id, entries, title) !== undefined
    );
  }
  #old: { entries: OldLinkEntry[]; title: string } | undefined;

  #oldLinks(): { entries: OldLinkEntry[]; title: string } {
    const all = listFiles(this.#dir)
      .filter((file) => /(^|\/)UI-old-links\.json$/.test(file))
      .map((file) => JSON.parse(fs.readFileSync(path.join(this.#dir, file), 'utf8')) as OldLinks);
    return {
      entries: all.flatMap(({ pages }) => Object.values(pages).flat()),
      title: all[0]?.title ?? '',
    };
  }

  holds(file: string): boolean {
    return fs.statSync(path.join(this.#dir, file), { throwIfNoEntry: false })?.isFile() ?? false;
  }

  /** Ids that the URL of an old file leads to; undefined where it leads nowhere. */
  page(file: string, hops = 0): Set<string> | undefined {
    // The very file: not every host answers `/guide/` with `guide.html`.
    if (!this.holds(file) || hops > 5) return undefined;
    const known = this.#ids.get(file);
    if (known) return known;
    const { ids, refresh } = readAnchors(path.join(this.#dir, file));
    if (refresh && ids.size === 0 && !/^[a-z]+:|^\/\//i.test(refresh)) {
      const target = this.#target(refresh, file);
      const further = target === undefined ? undefined : this.page(target, hops + 1);
      if (further) return further;
    }
    const all = new Set(ids.keys());
    this.#ids.set(file, all);
    for (const other of this.#paged.get(file) ?? [])
      if (other !== file && this.holds(other))
        for (const id of readAnchors(path.join(this.#dir, other)).ids.keys()) all.add(id);
    return all;
  }

  /**
   * A redirect's URL has the base in it, which files do not: path after path is shortened from the
   * left until a file is found.
   */
  #target(url: string, from: string): string | undefined {
    const [bare = ''] = url.split(/[?#]/);
    for (let rest = bare; ; ) {
      const file = fileAt(rest, from, (candidate) => this.holds(candidate));
      if (file) return file;
      const next = rest.indexOf('/', 1);
      if (!rest.startsWith('/') || next < 0) return undefined;
      rest = rest.slice(next);
    }
  }
}

function referenceOf(dir: string): ReferenceJson | undefined {
  try {
    const reference = JSON.parse(
      fs.readFileSync(path.join(dir, 'reference.json'), 'utf8'),
    ) as ReferenceJson;
    return reference.generator === 'phyllite' ? reference : undefined;
  } catch {
    return undefined;
  }
}
