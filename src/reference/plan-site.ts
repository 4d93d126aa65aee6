/**
 * Joins the outlines of all documents: ids, URLs, contents, navigation. Everything here is known
 * before a page is rendered, since it needs the outlines only, not the text.
 */
import path from 'node:path';
import type { OutlineHeading } from '../markup/fragment.ts';
import type { Content } from '../source/read-content.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/document.ts';
import type { PlaceOf } from '../source/front-matter/positions.ts';
import { namesOf, navName, pagesIn } from '../source/nav-name.ts';
import { borrowedSources, familyName } from './borrowed.ts';
import { planDocument, type DocumentPlan } from './plan-documents.ts';
import { listPage } from './generated-pages.ts';
import { familiesOf, type Relatives } from './versions.ts';
import { navigationOf } from './nav/navigation.ts';
import { MAX_ENTRIES } from './nav/sidebar.ts';
import { treesOf, type Trees } from './nav/trees.ts';
import type { ReferenceDocument } from './model/page.ts';
import type { Site } from './model/site.ts';
import { Routes } from './routes.ts';

export interface PlanSiteOptions {
  /** `/` or `/docs/`. */
  base: string;
  /** `https://docs.example.com`; empty if not known. */
  origin: string;
  report: Report;
}

/** The site without its text. */
export interface Plan extends Site {
  plans: DocumentPlan[];
  /** Versions and translations of each document that has some. */
  families: Map<ReferenceDocument, Relatives>;
  /** Undefined where every page holds its whole sidebar. */
  trees: Trees | undefined;
  /** Where keys of front matter stand. */
  placeOf: PlaceOf;
  /** URL of the page that lists all documents. */
  list: string;
}

/** @param outlineOf the headings of a file. @throws nothing: what is wrong is reported */
export function planSite(
  content: Content & { downloads?: Map<string, string> },
  outlineOf: (file: SourceFile) => OutlineHeading[],
  { base, origin, report }: PlanSiteOptions,
): Plan {
  const { folder, documents: sources, frontMatter, placeOf } = content;
  const { root } = folder;
  const assets = new Map(folder.assets.map((file) => [file, path.join(root, file)]));
  const routes = new Routes(frontMatter.urls);
  const { downloads = new Map<string, string>() } = content;
  for (const file of [...assets.keys(), ...downloads.keys()]) routes.take(`/${file}`);
  for (const url of ['/', '/404.html', ...sources.map(({ url }) => url)]) routes.take(url);
  const plans = sources.map((source) =>
    planDocument(source, source.files.map(outlineOf), { base, routes, report, placeOf }),
  );
  const authored = plans.map(({ document }) => document);
  const planOf = new Map(plans.map((plan) => [plan.source, plan]));
  // What is wrong with them is reported for their originals.
  const silent = { base, routes, report: () => {}, placeOf };
  for (const { original, source } of borrowedSources(sources, frontMatter.lang)) {
    // What stands there already is most likely a translation without a `reference`.
    if (!routes.take(source.url)) continue;
    const { document } = planOf.get(original)!;
    const plan = planDocument(source, source.files.map(outlineOf), silent);
    plan.document.borrowed = document;
    if (!document.frontMatter.reference)
      document.frontMatter = { ...document.frontMatter, reference: familyName(original) };
    plans.push(plan);
  }
  const documents = plans.map(({ document }) => document);
  const navigation = navigationOf(authored, frontMatter, { report, placeOf });
  const ordered = navigation.flatMap((group) => group.documents);
  const named = new Set(pagesIn(frontMatter.nav).map(navName));
  const inNav = new Set(
    ordered.filter((document) => namesOf(document).some((name) => named.has(name))),
  );
  const families = familiesOf([...ordered, ...documents.filter((one) => one.borrowed)], {
    inNav,
    report,
    placeOf,
  });
  for (const [document, { newest }] of families) if (newest) document.older = true;
  const site: Site = {
    root,
    base,
    origin,
    frontMatter,
    documents,
    navigation,
    assets,
    downloads,
  };
  const trees = treesOf(site, families);
  const urls = new Set(documents.flatMap(({ pages }) => pages.map(({ url }) => url)));
  // Where a page cannot hold the list of all documents, a page of its own does, for readers without
  // script.
  let list = '/';
  if (urls.has('/') && ordered.length > MAX_ENTRIES) {
    list = '/contents.html';
    while (urls.has(list) || assets.has(list.slice(1)))
      list = list.replace('.html', '-section.html');
  }
  const lists = urls.has(list) ? [] : [listPage(list, navigation, base, frontMatter)];
  return { ...site, documents: [...documents, ...lists], plans, families, trees, placeOf, list };
}
