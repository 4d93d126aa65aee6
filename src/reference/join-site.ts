/** Joins a plan and fragments: the site with its text, as pages, search and publish read it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Fragment } from '../markup/fragment.ts';
import type { SourceFile } from '../source/document.ts';
import { addTitle, listPages } from './generated-pages.ts';
import { joinDocument } from './join-document.ts';
import { LinkIndex } from './links/link-index.ts';
import { Resolver } from './links/resolver.ts';
import type { Page, ReferenceDocument } from './model/page.ts';
import type { Site } from './model/site.ts';
import { eachHeading, type DocumentPlan } from './plan-documents.ts';
import type { Plan } from './plan-site.ts';
import type { Relatives } from './versions.ts';

/** A document whose text is there. */
export interface JoinedDocument {
  plan: DocumentPlan;
  document: ReferenceDocument;
  fragments: Fragment[];
}

export interface JoinedSite extends Site, Pick<Plan, 'families' | 'trees' | 'list' | 'placeOf'> {
  /** By URL, in order. */
  pages: Map<string, Page>;
  joined: JoinedDocument[];
  places: LinkIndex;
  resolver: Resolver;
}

/**
 * @param fragmentOf undefined where there is none yet: its document is then without sections
 * @returns a new value; the plan stays as it is
 */
export function joinSite(
  plan: Plan,
  fragmentOf: (file: SourceFile) => Fragment | undefined,
): JoinedSite {
  const { plans, base, assets, downloads } = plan;
  const copies = new Map(plan.documents.map((document) => [document, copyOf(document)]));
  const copy = (document: ReferenceDocument) => copies.get(document)!;
  for (const one of copies.values()) if (one.borrowed) one.borrowed = copy(one.borrowed);
  const places = new LinkIndex();
  for (const one of plans) {
    const document = copy(one.document);
    places.add(document);
    eachHeading(
      one,
      (file, index, page) => places.put(document, one.headings[file]![index]!, page),
      document.pages,
    );
  }
  const relatives = ({ versions, translations, newest }: Relatives): Relatives => ({
    versions: versions.map(copy),
    translations: translations.map(copy),
    ...(newest && { newest: copy(newest) }),
  });
  const families = new Map(
    [...plan.families].map(([one, family]) => [copy(one), relatives(family)]),
  );
  const resolver = new Resolver(
    places,
    new Set([...assets.keys(), ...downloads.keys()]),
    base,
    families,
  );
  const sizeOf = imageSizes(assets);
  const joined = plans.flatMap((one): JoinedDocument[] => {
    const fragments = one.source.files.map(fragmentOf);
    if (!fragments.every((fragment) => fragment !== undefined)) return [];
    const document = copy(one.document);
    joinDocument(one, document, fragments, { places, resolver, sizeOf });
    listPages(document, base);
    const [own] = document.pages;
    // A description says what it is called, but in no heading.
    const isDescribed = one.source.files.some(({ dialect }) => dialect === 'openapi');
    if (isDescribed && own && !own.sections[0]?.row.hasTop) addTitle(own);
    return [{ plan: one, document, fragments }];
  });
  const documents = [...copies.values()];
  const { root, origin, frontMatter, trees, list } = plan;
  return {
    ...{ root, base, origin, frontMatter, assets, downloads, trees, list, placeOf: plan.placeOf },
    documents,
    navigation: plan.navigation.map((group) => ({
      ...group,
      documents: group.documents.map(copy),
    })),
    families,
    pages: new Map(documents.flatMap(({ pages }) => pages.map((page) => [page.url, page]))),
    joined,
    places,
    resolver,
  };
}

/** With pages of its own, which a join fills. */
function copyOf(document: ReferenceDocument): ReferenceDocument {
  const copy: ReferenceDocument = { ...document, sections: [...document.sections], pages: [] };
  copy.pages = document.pages.map((page) => ({
    ...page,
    document: copy,
    sections: [...page.sections],
  }));
  return copy;
}

type Size = { width: number; height: number } | undefined;

/** Many sites have no image of a size to be read. */
const require = createRequire(import.meta.url);

/** Width and height of an image of the content folder, in pixels; each file is read once. */
function imageSizes(assets: Map<string, string>): (asset: string) => Size {
  const sizes = new Map<string, Size>();
  const read = (asset: string): Size => {
    try {
      const { imageSize } = require('image-size') as typeof import('image-size');
      const { width, height, orientation } = imageSize(readFileSync(assets.get(asset)!));
      return (orientation ?? 1) > 4 ? { width: height, height: width } : { width, height };
    } catch {
      return undefined;
    }
  };
  return (asset) => {
    if (!sizes.has(asset)) sizes.set(asset, read(asset));
    return sizes.get(asset);
  };
}
