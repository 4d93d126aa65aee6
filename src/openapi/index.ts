/**
 * A description of an API, in any version of OpenAPI, as chapters of a reference.
 *
 *     const { api, uses, files, findings } = readDescription(path, { root, nearest });
 *     if (!api) …                                   // an `error` among the findings says why
 *     const chapters = chaptersOf(api, uses, { tags, placed });
 *     const context = renderContext(api, { markdown, depth, samples, linksBase });
 *     const tree = renderIntro(context);
 *     for (const part of chapters.flatMap(partsOf)) {
 *       const { tree, sections } = renderPart(part, context);
 *       …                                           // the tree enters the pipeline
 *     }
 *     const pages = planPages(…);                   // which sections stand on which page
 *
 * `chaptersOf` gives operations and schemas their ids, in place, so it comes before anything is
 * rendered. The rest is
 * without state: a part may be rendered in another thread, which reads the description again,
 * or not at all, where
 * its fingerprint is known.
 *
 * What the trees hold, for the pipeline: headings with `id` and `dataLine`; a paragraph with
 * `dataEndpoint` (and
 * `dataDeprecated`); tables of parameters, whose rows may say by `dataName` what their ids end
 * with; fences as
 * `<pre data-fence><code class="language-x" data-meta="…">`. `sections` has what `reference.json`
 * says of a heading.
 *
 * The room takes what it needs of others as functions: Markdown to hast, the nearest name,
 * samples, a digest.
 */
export { chaptersOf, type Chapter } from './plan/chapters.ts';
export {
  chapterCalled,
  operationCalled,
  operationNames,
  type Part,
} from './plan/named.ts';
export { Fingerprints } from './plan/fingerprint.ts';
export { partsOf, type ChapterPart } from './plan/parts.ts';
export { placesOf, type SectionPlaces } from './plan/places.ts';
export { slugOf } from './plan/ids.ts';
export {
  isPagedByDefault,
  planPages,
  type PlannedChapter,
  type PlannedSection,
} from './plan/pages.ts';
export { readDescription, type ReadDescription, type ReadOptions } from './read/description.ts';
export {
  renderChapter,
  renderOperation,
  renderPart,
  renderSchema,
  type RenderedChapter,
  type SectionFacts,
} from './render/chapter.ts';
export {
  renderContext,
  type Markdown,
  type RenderContext,
} from './render/context.ts';
export { labels, type Labels } from './labels.ts';
export { renderIntro } from './render/intro.ts';
export { securityBlocks } from './render/security.ts';
export { samplesOf } from './request/sample.ts';
export { tryItOperation } from './request/operation.ts';
export type { Finding } from './finding.ts';
export type { Api, NamedSchema, Operation } from './model.ts';
