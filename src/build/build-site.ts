/** The whole site into an empty folder, step by step: each takes what the one before it gives. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DiagnosticCollector } from '../diagnostics/collector.ts';
import { FragmentBuilder } from '../markup/worker/fragment-builder.ts';
import { listFiles } from '../publish/list-files.ts';
import { carriedAssets, publish } from '../publish/publish.ts';
import { PagePolicies } from '../publish/csp/page-policies.ts';
import { carriedFile } from '../publish/files/carry.ts';
import type { SiteWriter } from '../publish/output/site-writer.ts';
import { fileOf } from '../publish/url.ts';
import { decode } from '../shared/decode.ts';
import { checkSite } from '../reference/check-site.ts';
import { joinSite, type JoinedSite } from '../reference/join-site.ts';
import { planSite } from '../reference/plan-site.ts';
import { hasTryIt } from '../reference/try-it.ts';
import { buildIndex } from '../search/build-index.ts';
import {
  allMdxFiles,
  moduleOf,
  inFile,
  isUntrusted,
  noPage,
  readSiteContent,
  type SiteContent,
  type SiteOptions,
} from './content.ts';
import { checkLanguages } from './check-languages.ts';
import { describedFragments, fragmentOptions, mdxFragments } from './fragments.ts';
import { compileErrors, internalFinding } from './mdx/compile-errors.ts';
import { lastChanges } from './last-changed.ts';
import { viewOf } from './page-view.ts';
import type { Progress } from './progress.ts';
import { openRenderer } from './renderer.ts';

export interface BuiltSite {
  /** What is wrong with the content; where that is an error the folder holds no whole site. */
  diagnostics: DiagnosticCollector;
  content: SiteContent;
  /** Undefined where the build did not come so far. */
  site?: JoinedSite;
  /** Size of the site; 0 where there is none. */
  bytes: number;
  /** Directive of the Content-Security-Policy → other origins that pages load from. */
  origins: Map<string, Set<string>>;
}

/** @param writer takes the site's files. @throws what the file system throws */
export async function buildSite(
  options: SiteOptions,
  writer: SiteWriter,
  progress: Progress,
): Promise<BuiltSite> {
  const diagnostics = new DiagnosticCollector();
  const content = await readSiteContent(options, diagnostics.report);
  const built: BuiltSite = { diagnostics, content, bytes: 0, origins: new Map() };
  try {
    await build(built, options, writer, progress);
  } catch (error) {
    // A full disk is no fault of ours.
    if ((error as NodeJS.ErrnoException).syscall) throw error;
    diagnostics.report(internalFinding(error));
  }
  return built;
}

async function build(
  built: BuiltSite,
  options: SiteOptions,
  writer: SiteWriter,
  progress: Progress,
): Promise<void> {
  const { content, diagnostics } = built;
  const { report } = diagnostics;
  const hasFailed = () => diagnostics.failed(false);
  if (content.documents.length === 0) return report(noPage(content));
  const isHopeless = !allMdxFiles(content).length && hasFailed();
  const opening = isHopeless ? undefined : openRenderer(content, options, report);
  try {
    const fragments = new FragmentBuilder(fragmentOptions(options));
    const slate = await fragments.slate(content.documents, opening?.then(nothing, nothing));
    for (const fragment of slate.values()) diagnostics.addAll(fragment.diagnostics);
    const described = await describedFragments(content, fragments, diagnostics);
    const renderer = await opening;
    if (!renderer) return;
    const noted = await describedFragments(content, fragments, diagnostics, renderer);
    const plain = new Map([...slate, ...described, ...noted]);
    const mdx = await mdxFragments(content, renderer, fragments, diagnostics);
    const { outlines } = renderer;
    const plan = planSite(
      content,
      (file) => outlines.get(moduleOf(file)) ?? plain.get(file)?.outline ?? [],
      { ...options, report },
    );
    const site = (built.site = joinSite(plan, (file) => plain.get(file) ?? mdx.get(file)));
    progress.at('checking links');
    checkSite(site, report);
    checkLanguages(site, report);
    await fragments.sweep();
    if (hasFailed()) return;

    // Pagefind is a process of its own: it works while pages are laid out.
    const index = buildIndex(site);
    index.catch(nothing);
    const policies = new PagePolicies(site, (finding) => report(inFile(content, finding)));
    built.origins = policies.origins;
    const shared = new Map<string, string>();
    const changed = site.frontMatter.last_changed
      ? lastChanges(content.folder.root, report)
      : undefined;
    const urls = [...site.pages.keys()];
    for (const [at, url] of [...urls, '/404.html'].entries()) {
      progress.at(`laying out page ${at + 1} of ${urls.length}`);
      const view = viewOf(site, url, {
        headHtml: content.headHtml,
        fonts: content.fonts,
        shared,
        csp: policies.mark,
        ...(changed && { changed }),
      });
      const html = await renderer.renderPage(view);
      // What the indexer waits for is sent on.
      await new Promise((resolve) => setImmediate(resolve));
      writer.write(fileOf(url), policies.finish(html, site.pages.get(url)));
    }
    progress.at('writing');
    const published = publish(site, report);
    for (const [file, source] of carriedAssets(site, published, report)) {
      const carried = await carriedFile(file, source, isUntrusted(options), report);
      if (carried !== undefined) writer.write(file, carried);
    }
    for (const file of listFiles(renderer.assets).filter(usedAssets(site)))
      writer.write(file, readFileSync(path.join(renderer.assets, file)));
    for (const files of [shared, content.fonts.files, await renderer.images(), published])
      for (const [file, made] of files) writer.write(file, made);
    progress.at('indexing');
    for (const [file, bytes] of await index) writer.write(file, bytes);
    const missing = missingAddresses(policies.addresses, writer, site.base);
    if (missing.length) throw new Error(`pages name ${missing.join(', ')}, which is not there`);
    if (!hasFailed()) built.bytes = writer.bytes;
  } catch (error) {
    const found = compileErrors(error, content.folder.root, diagnostics);
    found.forEach(report);
    if (!found.length && !hasFailed()) throw error;
  } finally {
    (await opening?.catch(nothing))?.close();
  }
}

/** What a page needs of ours has to be there, or the site before it stays. */
const missingAddresses = (
  addresses: Iterable<string>,
  writer: SiteWriter,
  base: string,
): string[] =>
  [...addresses].filter((address) => {
    const [file = ''] = address.startsWith(base) ? address.slice(base.length).split(/[?#]/) : [];
    return file.startsWith('_astro/') && !writer.has(decode(file));
  });

const nothing = (): void => {};

/** The form of "try it" is in no site that has none. */
function usedAssets(site: JoinedSite): (file: string) => boolean {
  const isUsed = [...site.pages.values()].some(hasTryIt);
  return (file) => isUsed || !/^try-?it[.-]/i.test(path.basename(file));
}
